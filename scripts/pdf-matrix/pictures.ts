/** Pages as a scanner gives them: gray pictures, perhaps turned a little, each filling a page of a PDF without text. */
import { deflateSync } from 'node:zlib'

/** One byte for each pixel, 255 for white. */
export type Gray = { data: Uint8Array; width: number; height: number }

const WHITE = 255

export function turned(picture: Gray, degrees: number): Gray {
  if (degrees === 0) return picture
  const { data, width, height } = picture
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const result = new Uint8Array(data.length).fill(WHITE)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [right, down] = [x - width / 2, y - height / 2]
      result[y * width + x] = between(
        picture,
        right * cos - down * sin + width / 2,
        right * sin + down * cos + height / 2,
      )
    }
  }
  return { data: result, width, height }
}

/** The mean of the four pixels around a point, each by how near it is. */
function between({ data, width, height }: Gray, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return WHITE
  const at = (column: number, row: number) => data[(top + row) * width + left + column] as number
  const [right, down] = [x - left, y - top]
  const above = at(0, 0) * (1 - right) + at(1, 0) * right
  const below = at(0, 1) * (1 - right) + at(1, 1) * right
  return Math.round(above * (1 - down) + below * down)
}

export function pdfOfPictures(pictures: Gray[], dots: number): Buffer {
  const kids = pictures.map((_, at) => `${3 + at * 3} 0 R`).join(' ')
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Count ${pictures.length} /Kids [${kids}] >>`),
    ...pictures.flatMap((picture, at) => pageOf(picture, 3 + at * 3, 72 / dots)),
  ]
  const parts = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  for (const [at, body] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    offsets.push(length)
    parts.push(part)
    length += part.length
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}

/** The page, what is drawn on it, and its picture. @param number of the page's object @param scale points for one pixel */
function pageOf({ data, width, height }: Gray, number: number, scale: number): Buffer[] {
  const [wide, high] = [width * scale, height * scale]
  const picture = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`
  return [
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${number + 1} 0 R /Resources << /XObject << /P ${number + 2} 0 R >> >> >>`,
    ),
    streamOf('', Buffer.from(`${wide} 0 0 ${high} 0 0 cm /P Do`)),
    streamOf(picture, deflateSync(data)),
  ]
}

function streamOf(entries: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ])
}
