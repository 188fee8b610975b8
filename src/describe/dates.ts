/**
 * Which days of the Gregorian calendar does a text name? Three sets of Arabic month names (also two together), English and
 * French ones, ranges within a month and across two, day or month first, and numbers alone. Days without a year are left out.
 */
import { comparableText } from '../arabic/comparable.js'
import { once } from '../arabic/once.js'
import calendar from '../reference/calendar.json' with { type: 'json' }

/** Offsets into the comparable text. ISO days, or a month. */
export type FoundDate = { start: number; end: number; first: string; last?: string }

type Rule = { pattern: RegExp; read(match: RegExpExecArray): Omit<FoundDate, 'start' | 'end'> | undefined }
type MonthNames = { n: number; ar: string[]; en: string[]; fr: string[] }[]

const DAY = '(\\d{1,2})(?: ?(?:st|nd|rd|th|ere?|eme))?'
/** Dash, slash, "and", "to", "until". */
const TO =
  '\\s*(?:-|/|\\bto\\b|\\band\\b|\\bau\\b|\\bet\\b|&|\\u0627\\u0644\\u064A|\\u062D\\u062A\\u064A|\\u0648)\\s*'
/** "of", "of the month". */
const OF =
  '(?:\\s*(?:\\bof\\b|\\bde\\b|\\u0645\\u0646 \\u0634\\u0647\\u0631|\\u0645\\u0646|\\u0634\\u0647\\u0631|[/-])\\s*|\\s*)'
/** "year", "of the year", a comma or dash. */
const BEFORE_YEAR = '\\s*(?:,|-|/|\\bof\\b|\\u0644?\\u0639\\u0627\\u0645|\\u0644?\\u0633\\u0646\\u0647)?\\s*'
const YEAR = '((?:19|20)\\d{2})(?!\\d)'
/** From "from" or "between" to the first day of a range over two months. */
const NOT_IN_NUMBER = '(?<![\\d/])'

export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = []
  for (const rule of rules()) {
    for (const match of text.matchAll(rule.pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const value = rule.read(match)
      if (value && !found.some((other) => start < other.end && other.start < end))
        found.push({ start, end, ...value })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The more a rule asks for, the earlier it comes. */
const rules = once((): Rule[] => {
  const month = monthPattern(calendar.months)
  const numberOfMonth = monthNumbers(calendar.months)
  const of = (name: string | undefined) => numberOfMonth.get(spaceless(name ?? '')) ?? 0
  const twoDays = (year = '', m = 0, a = '', b?: string) =>
    days(iso(year, m, a), b ? iso(year, m, b) : undefined)
  return [
    {
      pattern: new RegExp(
        `${NOT_IN_NUMBER}${DAY}${OF}${month}(?:${BEFORE_YEAR}${YEAR})?${TO}${DAY}${OF}${month}${BEFORE_YEAR}${YEAR}`,
        'gu',
      ),
      read: ([, d1 = '', m1, y1, d2 = '', m2, y2 = '']) =>
        days(iso(y1 ?? y2, of(m1), d1), iso(y2, of(m2), d2)),
    },
    {
      pattern: new RegExp(`${NOT_IN_NUMBER}(?:${DAY}${TO})?${DAY}${OF}${month}${BEFORE_YEAR}${YEAR}`, 'gu'),
      read: ([, a, b = '', m, y]) => twoDays(y, of(m), a ?? b, a ? b : undefined),
    },
    {
      pattern: new RegExp(`${month}\\s+${DAY}(?:${TO}${DAY})?,?\\s+${YEAR}`, 'gu'),
      read: ([, m, a = '', b, y]) => twoDays(y, of(m), a, b),
    },
    {
      pattern: new RegExp(`${NOT_IN_NUMBER}(\\d{1,2})\\s*([/.-])\\s*(\\d{1,2})\\s*\\2\\s*${YEAR}`, 'gu'),
      read: ([, d, , m, y]) => twoDays(y, Number(m), d),
    },
    {
      pattern: new RegExp(
        `${NOT_IN_NUMBER}((?:19|20)\\d{2})\\s*([/-])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{1,2})(?!\\d)`,
        'gu',
      ),
      read: ([, y, , m, d]) => twoDays(y, Number(m), d),
    },
    {
      pattern: new RegExp(`${month}${BEFORE_YEAR}${YEAR}`, 'gu'),
      read: ([, m, y]) => ({ first: `${y}-${String(of(m)).padStart(2, '0')}` }),
    },
  ]
})

/** One name, or a second one for the same month behind a slash or in brackets or quotes. One group: the first name. */
export function monthPattern(months: MonthNames): string {
  const names = months
    .flatMap(({ ar, en, fr }) => [...ar, ...en, ...fr])
    .map((name) =>
      comparableText(name)
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/ /g, '[ -]?'),
    )
    .sort((a, b) => b.length - a.length)
  const either = [...new Set(names)].join('|')
  return `(?<!\\p{L})(${either})(?!\\p{L})(?:\\s*[/("']{0,2}\\s*(?:${either})(?!\\p{L})\\s*[)"']{0,2})?`
}

export function monthNumbers(months: MonthNames): Map<string, number> {
  return new Map(
    months.flatMap(({ n, ar, en, fr }) =>
      [...ar, ...en, ...fr].map((name) => [spaceless(comparableText(name)), n] as const),
    ),
  )
}

export function spaceless(name: string): string {
  return name.replace(/[ -]/g, '')
}

/** A range printed from right to left ("18-17") is turned round. */
function days(first: string | undefined, last?: string): Omit<FoundDate, 'start' | 'end'> | undefined {
  if (!first) return undefined
  if (!last || last === first) return { first }
  return last < first ? { first: last, last: first } : { first, last }
}

/** @returns nothing for a day that the calendar does not have */
function iso(year: string, month: number, day: string): string | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}
