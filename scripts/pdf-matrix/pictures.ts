/** Gray pictures, each filling a page of a PDF without text. */
import { deflateSync } from 'node:zlib'
import type { Gray } from '../../src/extract/ocr/gray.js'
import { pdfOf } from '../../src/extract/picture/paper.js'

const ENTRIES = '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode'

export function pdfOfPictures(pictures: Gray[], dots: number): Buffer {
  return pdfOf(
    pictures.map(({ data, width, height }) => {
      const part = { left: 0, top: 0, width, height, entries: ENTRIES, data: deflateSync(data) }
      return { width, height, dots, parts: [part] }
    }),
  )
}
