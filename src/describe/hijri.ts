/** Which day of the Hijra is printed, and which one is the Gregorian day by the Umm al-Qura calendar? They may differ by a day or two. */
import { once } from '../arabic/once.js'
import calendar from '../reference/calendar.json' with { type: 'json' }
import { monthNumbers, monthPattern, spaceless } from './dates.js'
import type { Facts, Sheet } from './parser.js'
import { read } from './view.js'

/** One to two days, a month of the Hijra, a year. */
export const hijriPattern = once(
  () =>
    new RegExp(
      `(?<!\\d)(\\d{1,2})(?:\\s*(?:-|to|and|et|au|\\u0648|\\u0627\\u0644\\u064A)\\s*(\\d{1,2}))?\\s*${monthPattern(calendar.hijriMonths)}\\s*,?\\s*(1[34]\\d\\d)(?!\\d)`,
      'u',
    ),
)
const months = once(() => monthNumbers(calendar.hijriMonths))

export function hijri(sheet: Sheet): Facts {
  const match = hijriPattern().exec(sheet.cover.text)
  if (!match) return {}
  const [whole, first = '', second, month = '', year] = match
  const day = Math.min(Number(first), Number(second ?? first))
  const iso = [year, months().get(spaceless(month)) ?? 0, day]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  return { hijri: read(sheet.cover, iso, match.index, match.index + whole.length) }
}

/** @param day `2016-12-22` */
export function hijriOf(day: string): string {
  const parts = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: 'UTC',
  }).formatToParts(new Date(`${day}T00:00:00Z`))
  return ['year', 'month', 'day'].map((type) => parts.find((part) => part.type === type)?.value).join('-')
}
