/** What do these pictures of pages say (PNG, JPEG, TIFF)? They become a PDF of scans and are read as one. */
import { BayanError } from '../errors.js'
import type { Extractor } from './extractor.js'
import { pdf } from './pdf.js'
import { jpegPapers } from './picture/jpeg.js'
import { type Paper, pdfOf } from './picture/paper.js'
import { pngPapers } from './picture/png.js'
import { tiffPapers } from './picture/tiff.js'

/** A page of A3 at 1,000 dots for an inch has as many. */
const MOST_PIXELS = 200_000_000

/** @throws BayanError FILE_DAMAGED, FORMAT_UNKNOWN, ARCHIVE_BOMB, FILE_NO_TEXT_LAYER */
function pictures(papersOf: (bytes: Uint8Array) => Paper[]): Extractor {
  return async ({ name, bytes }, signal, recognition) => {
    const papers = attempt(() => papersOf(bytes))
    if (papers.some(({ width, height }) => width * height > MOST_PIXELS))
      throw new BayanError('ARCHIVE_BOMB', { limit: `${MOST_PIXELS} pixels`, what: 'one picture' })
    return pdf({ name, bytes: pdfOf(papers) }, signal, recognition)
  }
}

/** Numbers that lead out of the file, and what the decoder of a picture stumbles over. */
function attempt(read: () => Paper[]): Paper[] {
  try {
    return read()
  } catch (error) {
    if (error instanceof BayanError) throw error
    throw new BayanError('FILE_DAMAGED', { reason: (error as Error).message }, error)
  }
}

export const jpeg = pictures(jpegPapers)
export const png = pictures(pngPapers)
export const tiff = pictures(tiffPapers)
