/** The page in a JPEG file: its size stands in the header of its frame (ITU T.81, B.2.2), and PDF takes the file as it is. */
import { BayanError } from '../../errors.js'
import type { Paper } from './paper.js'

/** Headers of frames; the numbers between them are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const START_OF_SCAN = 0xda
const JFIF = 0xe0
const PER_INCH = 1
const COLOURS: Record<number, string> = {
  1: '/ColorSpace /DeviceGray',
  3: '/ColorSpace /DeviceRGB',
  4: '/ColorSpace /DeviceCMYK /Decode [1 0 1 0 1 0 1 0]',
}

/** @throws BayanError FILE_DAMAGED */
export function jpegPapers(data: Uint8Array): Paper[] {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.length)
  let dots: number | undefined
  for (let at = 2; at + 10 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] as number
    if (marker === START_OF_SCAN) break
    if (marker === JFIF) dots = dotsOf(bytes.subarray(at + 4))
    if (!isFrame(marker)) continue
    const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
    const entries = `${COLOURS[bytes[at + 9] as number] ?? COLOURS[3]} /BitsPerComponent 8 /Filter /DCTDecode`
    return [
      { width, height, ...(dots && { dots }), parts: [{ left: 0, top: 0, width, height, entries, data }] },
    ]
  }
  throw new BayanError('FILE_DAMAGED', { reason: 'the JPEG has no frame' })
}

function dotsOf(jfif: Buffer): number | undefined {
  if (jfif.length < 12 || jfif.toString('latin1', 0, 4) !== 'JFIF' || !jfif[7]) return undefined
  const density = jfif.readUInt16BE(8)
  return jfif[7] === PER_INCH ? density : density * 2.54
}
