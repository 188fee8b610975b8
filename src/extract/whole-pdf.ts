/**
 * Is all of the PDF there? pdf.js repairs a file that was cut short and says nothing of what is missing: a page that lost
 * its content, or the end of the file, is told here.
 */
import { BayanError } from '../errors.js'
import type { Extractor } from './extractor.js'
import { pdf } from './pdf.js'

/** Readers look for the end mark in the last kilobyte; some hosts add more than that. */
const TAIL_BYTES = 64 * 1024
const END = '%%EOF'
const MISSING = 'the end of the PDF is missing'

/** @throws BayanError FILE_DAMAGED where pages are missing, and those of `pdf` */
export const wholePdf: Extractor = async (file, signal, recognition) => {
  if (Buffer.from(file.bytes.subarray(-TAIL_BYTES)).includes(END)) return pdf(file, signal, recognition)
  const extracted = await pdf(file, signal, recognition).catch((error) => {
    const isEmpty = error instanceof BayanError && error.code === 'FILE_NO_TEXT_LAYER'
    throw isEmpty ? new BayanError('FILE_DAMAGED', { reason: MISSING }, error) : error
  })
  if (extracted.pages.some(({ lines }) => lines.length === 0))
    throw new BayanError('FILE_DAMAGED', { reason: MISSING })
  const warning = { code: 'FILE_CUT_SHORT', message: `It seems that ${MISSING}; what is there was read.` }
  return { ...extracted, warnings: [...extracted.warnings, warning] }
}
