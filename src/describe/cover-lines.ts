/** What is on a line of the cover: a place, a day, the symbol, the organisation, or words of the title? */
import { once } from '../arabic/once.js'
import { type Found, finder } from '../arabic/phrases.js'
import type { Span } from '../model.js'
import calendar from '../reference/calendar.json' with { type: 'json' }
import { findDates } from './dates.js'
import { hijriPattern } from './hijri.js'
import type { Facts } from './parser.js'
import { findCity, findCountry, findOrganisation, findPhrase } from './reference.js'
import type { View } from './view.js'

/** Letters that may remain when places and dates are taken off: "which was on the … corresponding to", "Republic of". */
const REST = 16

const findWeekday = once(() =>
  finder(
    calendar.weekdays.flatMap(({ ar, en, fr }) => [...ar, ...en, ...fr].map((name) => [name, true] as const)),
  ),
)

/** True where the line holds a place or a day and little else. */
export function isPlaceOrDate(text: string): boolean {
  const hijri = hijriPattern().exec(text)
  const known: { start: number; end: number }[] = [
    ...findDates(text),
    ...(hijri ? [{ start: hijri.index, end: hijri.index + hijri[0].length }] : []),
    ...findCity()(text),
    ...findCountry()(text),
  ]
  return (
    known.length > 0 &&
    lettersLeft(text, [...known, ...findWeekday()(text), ...findPhrase('placeWords')(text)]) <= REST
  )
}

export function hasDate(text: string): boolean {
  return findDates(text).length > 0 || hijriPattern().test(text)
}

/** The name of the organisation and nothing else. */
export function isOrganisation(text: string): boolean {
  const hits = findOrganisation()(text)
  return hits.length > 0 && lettersLeft(text, hits) === 0
}

export function holdsSymbol(view: View, line: Span, known: Facts): boolean {
  const span = known.symbol?.span
  const [from, to] = view.span(...line)
  return span !== undefined && span[0] >= from && span[1] <= to
}

/** Draft marks, the language of the original, "Excerpts", and what stands in brackets: themes and second dates. */
export function isAside(text: string): boolean {
  const [word] = findPhrase('notInTitle')(text)
  return (word !== undefined && !/\p{L}/u.test(text.slice(0, word.start))) || /^\(.*\)\W*$/.test(text.trim())
}

function lettersLeft(text: string, known: Pick<Found<unknown>, 'start' | 'end'>[]): number {
  const rest = known.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  )
  return rest.replace(/\P{L}/gu, '').length
}
