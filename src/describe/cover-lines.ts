/** What is on a line of the cover: a place, a day, the symbol, the organisation, or words of the title? */
import { countWords, type Stretch } from '../arabic/word-bounds.js'
import type { Span } from '../model.js'
import { readDates } from './dates.js'
import type { Facts } from './parser.js'
import {
  findBody,
  findCity,
  findCountry,
  findOrdinal,
  findOrganisation,
  findPhrase,
  findWeekday,
} from './reference.js'
import type { View } from './view.js'

/** Letters that may remain when places and dates are taken off: "which was on the … corresponding to", "Republic of". */
const REST = 16
/** From the city to the end of its line. */
const COUNTRY_REACH = 30
/** "Wednesday, 11/04/2018" and nothing else: web pages print so, covers do not. */
const NUMERIC_DAY = /^(?:\p{L}+,? )?\d{1,4} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2,4}$/u
const OPEN_DAY = /^\W*(?:\p{L}+ )?\d{1,2} \p{L}+\W*$/u
const SENTENCE = /[.!?\u061F][\s"')\]]*$/
const PROSE_WORDS = 15
const BRACKETED = /^[("].*[)"]\W*$/

/** "Tashkent, Republic of Uzbekistant": whatever follows the comma is misprinted. */
function beginsWithCity(text: string): boolean {
  const [city] = findCity(text)
  return (
    city?.start === 0 && /^\s*[,-]\s/.test(text.slice(city.end)) && text.length - city.end <= COUNTRY_REACH
  )
}

/** True where the line holds a place or a day and little else; "on the situation in Syria" is a subject. */
export function isPlaceOrDate(text: string): boolean {
  if (
    findPhrase('subjects')(text).some(
      (phrase) => !/^\s*(?:the )?(?:\p{L}+,? )?\d/u.test(text.slice(phrase.end)),
    )
  )
    return false
  if (beginsWithCity(text)) return true
  if (findPhrase('titles')(text).length > 0) return false
  const { gregorian, hijri } = readDates(text)
  const known: Stretch[] = [...gregorian, ...hijri, ...findCity(text), ...findCountry(text)]
  return (
    known.length > 0 &&
    lettersLeft(text, [
      ...known,
      ...findWeekday(text),
      ...findPhrase('placeWords')(text),
      ...findPhrase('seats')(text),
    ]) <= REST
  )
}

export function hasDate(text: string): boolean {
  const { gregorian, hijri } = readDates(text)
  return gregorian.length + hijri.length > 0
}

/** On a line that is a sentence: what an agency says of the text, and not its title. */
export function isInProse({ lines, text }: View, { start }: Pick<Stretch, 'start'>): boolean {
  const line = lines.find(([from, to]) => from <= start && start < to)
  const printed = line ? text.slice(...line) : ''
  return SENTENCE.test(printed) && countWords(printed) >= PROSE_WORDS
}

/** The name of the organisation and nothing else. */
export function isOrganisation(text: string): boolean {
  const hits = findOrganisation(text)
  return hits.length > 0 && lettersLeft(text, hits) === 0
}

export function holdsSymbol(view: View, line: Span, known: Facts): boolean {
  const span = known.symbol?.span
  const [from, to] = view.span(...line)
  return span !== undefined && span[0] >= from && span[1] <= to
}

/** "Date: 01/12/2011", "Makkah, 28 Ramadan 1433 … SPA": the line of this day says when and by whom the text was published. */
export function isPublished(view: View, { start }: Pick<Stretch, 'start'>): boolean {
  const line = view.lines.find(([from, to]) => from <= start && start < to)
  const text = line ? view.text.slice(...line) : ''
  return (
    findPhrase('posted')(text)[0]?.start === 0 ||
    findPhrase('agencies')(text).length > 0 ||
    NUMERIC_DAY.test(text) ||
    isDateline(text)
  )
}

/** "Doha, 15 November": a day of this year, as agencies print it. */
function isDateline(text: string): boolean {
  const [city] = findCity(text)
  return city?.start === 0 && OPEN_DAY.test(text.slice(city.end)) && !hasDate(text)
}

/** Draft marks, the language of the original, "Excerpts", the theme of the session, and what stands in brackets. */
export function isAside(view: View, line: Span): boolean {
  const text = view.text.slice(...line)
  const [word] = findPhrase('notInTitle')(text)
  return (
    (word !== undefined && !/\p{L}/u.test(text.slice(0, word.start))) ||
    BRACKETED.test(text) ||
    isTheme(view, line)
  )
}

/** "Session of Peace and Progress", and not a line of "the tenth session of the Council". */
export function isTheme(view: View, [start, end]: Span): boolean {
  const [theme] = findPhrase('themes')(view.text.slice(start, end))
  if (theme?.start !== 0) return false
  return ![...findBody(view.text), ...findOrdinal(view.text)].some(
    (hit) => hit.start < end && start < hit.end,
  )
}

function lettersLeft(text: string, known: Stretch[]): number {
  const rest = known.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  )
  return rest.replace(/\P{L}/gu, '').length
}
