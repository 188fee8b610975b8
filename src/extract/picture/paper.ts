/**
 * A file of pictures as a PDF whose pages they are, so that there is one way to read scans. The pixels are not unpacked: PDF knows
 * the same ways to pack them.
 */

/** Pixels from the upper left corner. `entries` of its dictionary (ISO 32000, 8.9.5) say how `data` is packed. */
export type Part = {
  left: number
  top: number
  width: number
  height: number
  entries: string
  data: Uint8Array
}
/** One page. `dots` for an inch, where the file says it. */
export type Paper = { width: number; height: number; dots?: number; parts: Part[] }

/** Inches of the shorter side. What says that it is smaller or larger than these is no page: a camera, or a wrong entry. */
const SMALLEST = 4
const LARGEST = 13
const USUAL = 8.27
const POINTS = 72

export function pdfOf(papers: Paper[]): Buffer {
  const objects: Buffer[] = []
  const add = (...content: (string | Uint8Array)[]) =>
    objects.push(Buffer.concat(content.map((part) => Buffer.from(part))))
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add('')
  const kids = papers.map((paper) => {
    const names = paper.parts.map(({ width, height, entries, data }, at) => {
      const number = add(
        `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${entries} /Length ${data.length} >>\nstream\n`,
        data,
        '\nendstream',
      )
      return `/P${at} ${number} 0 R`
    })
    const scale = POINTS / dotsOf(paper)
    const drawing = paper.parts.map((part, at) => placed(part, paper.height, scale, at)).join('\n')
    const content = add(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`)
    const box = `[0 0 ${paper.width * scale} ${paper.height * scale}]`
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents ${content} 0 R /Resources << /XObject << ${names.join(' ')} >> >> >>`,
    )
  })
  objects[1] = Buffer.from(
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`,
  )
  return fileOf(objects)
}

function placed({ left, top, width, height }: Part, page: number, scale: number, at: number): string {
  const box = [width * scale, 0, 0, height * scale, left * scale, (page - top - height) * scale]
  return `q ${box.join(' ')} cm /P${at} Do Q`
}

function dotsOf({ width, height, dots = 0 }: Paper): number {
  const side = Math.min(width, height)
  const isPage = side >= SMALLEST * dots && side <= LARGEST * dots
  return isPage ? dots : side / USUAL
}

function fileOf(objects: Buffer[]): Buffer {
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
