/** How well can the text of a file be trusted? By how much of it is words, and by how it was come by. */
import { LEGIBLE } from '../arabic/legibility.js'
import { BayanError } from '../errors.js'
import type { Quality } from '../fields.js'
import type { Analysis } from '../model.js'

type Read = Pick<Analysis, 'file' | 'warnings'>

export function qualityOf(analysis: Read): Quality {
  if (doubtAbout(analysis)) return 'suspect'
  return warningOf(analysis, 'TEXT_RECOGNISED') === undefined ? 'clean' : 'recognised'
}

/** @returns TEXT_SUSPECT or PAGES_NOT_RECOGNISED, which go with what is indexed all the same */
export function doubtAbout(analysis: Read): BayanError | undefined {
  const { legibility } = analysis.file
  if (legibility < LEGIBLE) {
    const why = warningOf(analysis, 'TEXT_SUSPECT')
    return new BayanError('TEXT_SUSPECT', {
      reason: `legibility ${legibility.toFixed(2)} of 1${why ? `, ${why}` : ''}`,
    })
  }
  const pages = warningOf(analysis, 'PAGES_NOT_RECOGNISED')
  return pages === undefined ? undefined : new BayanError('PAGES_NOT_RECOGNISED', { pages })
}

/** @returns what its sentence says behind the colon */
function warningOf({ warnings }: Read, code: string): string | undefined {
  return warnings.find((warning) => warning.code === code)?.message.replace(/^.*?: |\.$/g, '')
}
