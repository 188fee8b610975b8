/** Which day of the Hijra is printed, and which one is the Gregorian day by the Umm al-Qura calendar? They may differ by a day or two. */
import { once, remembered } from '../arabic/once.js'
import { isPublished } from './cover-lines.js'
import { readDates } from './dates.js'
import { convening, type Facts, type Sheet } from './parser.js'
import { read } from './view.js'

/** On the cover, else in the sentence that says who met when. */
export function hijri(sheet: Sheet, known: Facts): Facts {
  for (const view of [sheet.cover, convening(sheet, known)]) {
    const found = readDates(view.text).hijri.find((day) => !isPublished(view, day))
    if (found) return { hijri: read(view, found.first, found.start, found.end) }
  }
  const [printed] = readDates(sheet.cover.text).hijri
  return printed ? { hijri: read(sheet.cover, printed.first, printed.start, printed.end) } : {}
}

const ummAlQura = once(
  () =>
    new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      timeZone: 'UTC',
    }),
)

/** @param day `2016-12-22` */
export const hijriOf = remembered((day: string): string => {
  const parts = ummAlQura().formatToParts(new Date(`${day}T00:00:00Z`))
  return ['year', 'month', 'day'].map((type) => parts.find((part) => part.type === type)?.value).join('-')
})
