/** How well can the text of a file be trusted? By how much of it is words, and by how it was come by. */
import { LEGIBLE } from '../arabic/legibility.js'
import type { Quality } from '../fields.js'
import type { Analysis } from '../model.js'

/** Warning of an extractor that read letters off pictures. */
const RECOGNISED = 'TEXT_RECOGNISED'

export function qualityOf({ file, warnings }: Pick<Analysis, 'file' | 'warnings'>): Quality {
  if (file.legibility < LEGIBLE) return 'suspect'
  return warnings.some(({ code }) => code === RECOGNISED) ? 'recognised' : 'clean'
}
