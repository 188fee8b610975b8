/**
 * Which days, months and years are printed here? Three sets of month names, both calendars, ranges, digits of any
 * script. A date of the Hijri calendar stays one ("1437-07-07 AH"); a day without its year is no date.
 */

import type { Read } from '../../model.js'
import calendar from '../../reference/calendar.json' with { type: 'json' }
import dateWords from '../../reference/date-words.json' with { type: 'json' }
import ordinals from '../../reference/ordinals.json' with { type: 'json' }
import { type Match, type PhraseBook, phraseBook } from './phrases.js'
import { perForm, type Word, wordSets } from './words.js'

type Month = { n: number; hijri: boolean }
type Day = { first: number; last?: number; separate?: boolean; from: number }
type Found = {
  from: number
  to: number
  values: string[]
  open?: { month: Month; day: Day }
  /** A day that the calendar does not have. */
  impossible?: boolean
}

/** The dates, and what is written like one but names no day of the calendar ("31 February 2015"). */
type FoundDates = { dates: Read<string>[]; impossible: Read<string>[] }
export type DateFinder = (words: readonly Word[], text: string) => FoundDates

const YEARS: readonly [number, number] = [1200, 2200]
/** A higher number before a name is no year. */
const LAST_NAMED = 2060
const HIJRI_YEARS: readonly [number, number] = [1200, 1600]
const SEPARATORS = new Set(['/', '-', '.', '\u2013', '\u2014'])
const DASHES = new Set(['-', '\u2013', '\u2014', '\u0640', '/'])
/** Behind a date of the Hijri calendar. */
export const HIJRI_MARK = ' AH'
const DAYS_OF_HIJRI_MONTH = 30
const DAYS_OF_FEBRUARY = 28
const DAY_LENGTH = '2015-07-31'.length

export function dateFinder(): DateFinder {
  const months = phraseBook<Month>([
    ...calendar.months.flatMap(({ n, ar, en, fr }) =>
      [...ar, ...en, ...fr].map((name) => [name, { n, hijri: false }] as const),
    ),
    ...calendar.hijriMonths.flatMap(({ n, ar, en, fr }) =>
      [...ar, ...en, ...fr].map((name) => [name, { n, hijri: true }] as const),
    ),
  ])
  const dayWords = phraseBook(ordinals.flatMap(({ n, ar }) => ar.map((name) => [name, n] as const)))
  const sets = wordSets(dateWords)
  const tools = { months, dayWords, sets }
  const mayBegin = perForm(
    (form) =>
      form.kind === 'number' ||
      months.begins(form) ||
      form.stems.some((stem) => sets.year.has(stem) || sets.yearAtEnd.has(stem)),
  )
  return (words, text) => {
    const found: Found[] = []
    for (let at = 0; at < words.length; ) {
      const form = words[at]?.form
      const date = form && mayBegin(form) ? dateAt(words, at, tools) : undefined
      if (date) joinOrPush(found, date, words, sets)
      at = date ? Math.max(date.to, at + 1) : at + 1
    }
    return {
      dates: found.flatMap((date) => date.values.map((value) => asRead(value, date, words, text))),
      impossible: found.filter((date) => date.impossible).map((date) => asRead('', date, words, text)),
    }
  }
}

type Tools = {
  months: PhraseBook<Month>
  dayWords: PhraseBook<number>
  sets: Record<keyof typeof dateWords, ReadonlySet<string>>
}

function dateAt(words: readonly Word[], at: number, tools: Tools): Found | undefined {
  const form = words[at]?.form
  if (!form || form.kind === 'sign') return undefined
  if (form.kind === 'number')
    return numericDate(words, at, tools) ?? numericDates(words, at, tools) ?? yearBefore(words, at, tools)
  const month = monthAt(words, at, tools)
  if (month) return namedDate(words, month, tools)
  if (form.stems.some((stem) => tools.sets.year.has(stem))) return yearOnly(words, at, tools)
  if (form.stems.some((stem) => tools.sets.borders.has(stem)))
    return yearOnly(words, tools.sets.of.has(words[at + 1]?.form.text ?? '') ? at + 1 : at, tools)
  const closed = words[at + 2]?.form.kind !== 'word' && words[at + 2]?.form.kind !== 'number'
  const numbered = words[at - 1]?.form.kind === 'number'
  return closed && !numbered && tools.sets.yearAtEnd.has(form.text) ? yearOnly(words, at, tools) : undefined
}

/** A month by one or two names: "Kanun II/January", "February (Shubat)". */
function monthAt(words: readonly Word[], at: number, { months }: Tools): Match<Month> | undefined {
  const first = months.at(words, at)
  if (!first) return undefined
  let next = first.to
  while (['/', '(', '"', '\u00AB', '-'].includes(words[next]?.form.text ?? '')) next += 1
  const second = next - first.to <= 2 ? months.at(words, next) : undefined
  if (second?.value.n !== first.value.n || second.value.hijri !== first.value.hijri) return first
  const closing = [')', '"', '\u00BB'].includes(words[second.to]?.form.text ?? '') ? 1 : 0
  return { ...first, to: second.to + closing }
}

function namedDate(words: readonly Word[], month: Match<Month>, tools: Tools): Found | undefined {
  const before = dayBefore(words, month.from, tools)
  const after = before ? undefined : dayAfter(words, month.to)
  const yearFrom = after?.to ?? month.to
  const year = yearAt(words, yearFrom, tools, month.value.hijri)
  const day = before ?? after
  const from = day ? Math.min(day.from, month.from) : month.from
  if (!year) return day && { from, to: yearFrom, values: [], open: { month: month.value, day } }
  return { from, to: year.to, ...isoDates(year.value, month.value, day) }
}

/** "14", "14 and 15", "17-19", "3 to 5", "the ninth of the month of"; read from the month backwards. */
function dayBefore(words: readonly Word[], month: number, tools: Tools): Day | undefined {
  let at = month - 1
  while (isLink(words[at], tools.sets) && at > month - 4) at -= 1
  if (tools.sets.suffix.has(words[at]?.form.text ?? '')) at -= 1
  const last = words[at]?.form
  if (!last || !isDay(last.value)) return spelledDay(words, at, tools)
  const link = linkBefore(words, at, tools)
  if (!link) return { first: last.value, from: at }
  const first = words[link.at]?.form.value ?? 0
  const [low, high] = first <= last.value ? [first, last.value] : [last.value, first]
  return { first: low, last: high, from: link.at, separate: link.and && high - low > 1 }
}

/** "of the month of", and the stroke of "10 / Shawwal / 1436". */
function isLink(word: Word | undefined, sets: Tools['sets']): boolean {
  return word !== undefined && (word.form.text === '/' || sets.of.has(word.form.text))
}

function linkBefore(
  words: readonly Word[],
  at: number,
  { sets }: Tools,
): { at: number; and: boolean } | undefined {
  const link = at - 1
  const word = words[link]?.form.text ?? ''
  if (!DASHES.has(word) && !sets.to.has(word) && !sets.and.has(word)) return undefined
  let day = link - 1
  if (sets.suffix.has(words[day]?.form.text ?? '')) day -= 1
  if (!isDay(words[day]?.form.value ?? Number.NaN)) return undefined
  return { at: day, and: sets.and.has(word) }
}

function spelledDay(words: readonly Word[], at: number, { dayWords, sets }: Tools): Day | undefined {
  for (const from of [at - 2, at - 1, at]) {
    const day = from < 0 ? undefined : dayWords.at(words, from)
    if (day?.to !== at + 1 || !isDay(day.value)) continue
    const start = sets.to.has(words[from - 1]?.form.text ?? '')
      ? wordsEndingAt(words, from - 2, dayWords)
      : undefined
    return start ? { first: start.value, last: day.value, from: start.from } : { first: day.value, from }
  }
  return undefined
}

function wordsEndingAt(
  words: readonly Word[],
  at: number,
  book: PhraseBook<number>,
): Match<number> | undefined {
  for (const from of [at - 1, at]) {
    const match = from < 0 ? undefined : book.at(words, from)
    if (match?.to === at + 1) return match
  }
  return undefined
}

/** "December 22, 2016", "May 4-5, 2024", "Sept. 15, 2019". */
function dayAfter(words: readonly Word[], month: number): (Day & { to: number }) | undefined {
  const at = words[month]?.form.text === '.' ? month + 1 : month
  const first = words[at]?.form.value ?? Number.NaN
  if (!isDay(first)) return undefined
  const second = DASHES.has(words[at + 1]?.form.text ?? '')
    ? (words[at + 2]?.form.value ?? Number.NaN)
    : Number.NaN
  return isDay(second) ? { first, last: second, from: at, to: at + 3 } : { first, from: at, to: at + 1 }
}

function yearAt(
  words: readonly Word[],
  from: number,
  { sets }: Tools,
  hijri: boolean,
): { value: number; to: number } | undefined {
  let at = from
  while (at < from + 3 && words[at]?.form.kind !== 'number' && skippable(words[at], sets)) at += 1
  const value = words[at]?.form.value ?? Number.NaN
  const [low, high] = hijri ? HIJRI_YEARS : YEARS
  return value >= low && value <= high ? { value, to: at + 1 } : undefined
}

function skippable(word: Word | undefined, sets: Tools['sets']): boolean {
  if (!word) return false
  return (
    [',', '\u060C', '(', '.', '/'].includes(word.form.text) ||
    word.form.stems.some((stem) => sets.of.has(stem) || sets.yearLink.has(stem))
  )
}

/** "27-28/5/2015": a day and a dash right before the date, which has other marks. */
function numericDates(words: readonly Word[], at: number, tools: Tools): Found | undefined {
  const [first, dash, last] = words.slice(at, at + 3).map((word) => word.form)
  const tight = words[at]?.end === words[at + 1]?.start && words[at + 1]?.end === words[at + 2]?.start
  const ranged = tight && DASHES.has(dash?.text ?? '') && words[at + 3]?.form.text !== dash?.text
  const end = ranged ? numericDate(words, at + 2, tools) : undefined
  const [value = ''] = end?.values ?? []
  if (!end || !first || !last || !(isDay(first.value) && first.value < last.value)) return undefined
  const day = String(first.value).padStart(2, '0')
  return { ...end, from: at, values: [`${value.slice(0, DAY_LENGTH - 2)}${day}/${value}`] }
}

/** 24/7/2015, 30-07-2015, 1438/4/21; the mark after it tells a Hijri date from others where the year does not. */
function numericDate(words: readonly Word[], at: number, { sets }: Tools): Found | undefined {
  if (!SEPARATORS.has(words[at + 1]?.form.text ?? '')) return undefined
  const [one, sep, two, again, three] = words.slice(at, at + 5).map((word) => word.form)
  if (!one || !two || !three || sep?.text !== again?.text) return undefined
  const [day, month, year] =
    one.value > YEARS[0] ? [three.value, two.value, one.value] : [one.value, two.value, three.value]
  if (!isDay(day) || !(month >= 1 && month <= 12) || !(year >= YEARS[0] && year <= YEARS[1])) return undefined
  const hijri = year <= HIJRI_YEARS[1] || sets.hijri.has(words[at + 5]?.form.text ?? '')
  return { from: at, to: at + 5, ...isoDates(year, { n: month, hijri }, { first: day, from: at }) }
}

/** "The 1967 borders", "the 2002 Arab Peace Initiative". */
function yearBefore(words: readonly Word[], at: number, { sets }: Tools): Found | undefined {
  const year = words[at]?.form.value ?? Number.NaN
  const next = words[at + 1]?.form
  const named = next?.capital && sets.yearArticle.has(words[at - 1]?.form.text ?? '')
  if (!next || !(year >= 1800 && year <= LAST_NAMED) || !(named || sets.yearBefore.has(next.text)))
    return undefined
  return { from: at, to: at + 1, values: [String(year)] }
}

/** "in 2012", "the years 2008 and 2009"; not "resolution 2014 (2011)", where nothing says that a year follows. */
function yearOnly(words: readonly Word[], at: number, { sets }: Tools): Found | undefined {
  const year = words[at + 1]?.form.value ?? Number.NaN
  if (!(year >= 1800 && year <= YEARS[1]) || opensBracket(words, at + 2)) return undefined
  const link = words[at + 2]?.form.text ?? ''
  const second = words[at + 3]?.form.value ?? Number.NaN
  const pair =
    second > year && second <= YEARS[1] && (sets.and.has(link) || DASHES.has(link) || sets.to.has(link))
  if (!pair) return { from: at, to: at + 2, values: [String(year)] }
  const values = sets.and.has(link) ? [String(year), String(second)] : [`${year}/${second}`]
  return { from: at, to: at + 4, values }
}

/** A bracket that holds something: that of a lost footnote is empty. */
function opensBracket(words: readonly Word[], at: number): boolean {
  return words[at]?.form.text === '(' && words[at + 1]?.form.text !== ')'
}

/** "31 July - 5 August 2015", "31 March and 1 April 2015": a day without year that is joined to the next date takes its year. */
function joinOrPush(found: Found[], date: Found, words: readonly Word[], { to, and }: Tools['sets']): void {
  const previous = found.at(-1)
  const link = words[date.from - 1]?.form.text ?? ''
  const value = date.values[0]
  const together = and.has(link)
  const until = link !== '/' && (DASHES.has(link) || to.has(link))
  const touches = value !== undefined && previous?.to === date.from - 1 && (together || until || link === '/')
  if (touches && until && isLaterDay(value, previous.values)) {
    found[found.length - 1] = {
      ...previous,
      to: date.to,
      values: [`${previous.values[0]?.slice(0, DAY_LENGTH)}/${value}`],
    }
    return
  }
  if (!touches || !previous.open) {
    found.push(date)
    return
  }
  const year = Number(value.slice(0, 4))
  const [start = ''] = isoDates(year, previous.open.month, previous.open.day).values
  const [first = '', last = first] = start.replace(HIJRI_MARK, '').split('/')
  if (together && !isDayAfter(value, last)) {
    previous.values = start ? [start] : []
    found.push(date)
  } else {
    found[found.length - 1] = {
      from: previous.from,
      to: date.to,
      values: [`${first}/${value.split('/').at(-1)}`],
    }
  }
}

/** "31 December 2031 to 2 January 2032": both days have their year, in the same calendar. */
function isLaterDay(value: string, [first = '', ...more]: string[]): boolean {
  const calendar = first.slice(DAY_LENGTH)
  const days = [first, value].every((day) => day.slice(DAY_LENGTH) === calendar && day.length >= DAY_LENGTH)
  return days && (calendar === '' || calendar === HIJRI_MARK) && more.length === 0 && first < value
}

/** The first of the month, behind one of the last days of another. */
function isDayAfter(value: string, last: string): boolean {
  return value.startsWith('01', DAY_LENGTH - 2) && Number(last.slice(DAY_LENGTH - 2)) >= DAYS_OF_FEBRUARY
}

function isDay(value: number): boolean {
  return value >= 1 && value <= 31
}

/** The day before the first of the next month; `n` counts from one, months of a date from zero. */
function daysOf({ n, hijri }: Month, year: number): number {
  return hijri ? DAYS_OF_HIJRI_MONTH : new Date(Date.UTC(year, n, 0)).getUTCDate()
}

function isoDates(year: number, month: Month, day?: Day): Pick<Found, 'values' | 'impossible'> {
  const stem = `${year}-${String(month.n).padStart(2, '0')}`
  const mark = month.hijri ? HIJRI_MARK : ''
  if (!day) return { values: [stem + mark] }
  const first = `${stem}-${String(day.first).padStart(2, '0')}`
  const last = day.last ? `${stem}-${String(day.last).padStart(2, '0')}` : first
  if (Math.max(day.first, day.last ?? 0) > daysOf(month, year)) return { values: [], impossible: true }
  if (!day.last) return { values: [first + mark] }
  return { values: day.separate ? [first + mark, last + mark] : [`${first}/${last}${mark}`] }
}

function asRead(value: string, { from, to }: Found, words: readonly Word[], text: string): Read<string> {
  const span: [number, number] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0]
  return { value, raw: text.slice(...span), span }
}
