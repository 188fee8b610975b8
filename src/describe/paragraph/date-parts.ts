/** What the finders of dates share: days, calendars, and how a date is written in the index. */
import type { Month } from '../../arabic/months.js'
import type dateWords from '../../reference/date-words.json'
import type { PhraseBook } from './phrases.js'

export type Day = { first: number; last?: number; separate?: boolean; from: number }
export type Found = {
  from: number
  to: number
  values: string[]
  open?: { month: Month; day: Day }
  /** A day that the calendar does not have. */
  impossible?: boolean
}

export type Tools = {
  months: PhraseBook<Month>
  dayWords: PhraseBook<number>
  sets: Record<keyof typeof dateWords | 'weekday', ReadonlySet<string>>
}

export const YEARS: readonly [number, number] = [1200, 2200]
export const HIJRI_YEARS: readonly [number, number] = [1200, 1600]
/** Behind a date of the Hijri calendar. */
export const HIJRI_MARK = ' AH'
const DASHES = new Set(['-', '\u2013', '\u2014', '\u0640', '/'])
const DAYS_OF_HIJRI_MONTH = 30
export const DAY_LENGTH = '2015-07-31'.length

export function isDash(text: string | undefined): boolean {
  return DASHES.has(text ?? '')
}

export function isDay(value: number): boolean {
  return value >= 1 && value <= 31
}

/** The day before the first of the next month; `n` counts from one, months of a date from zero. */
function daysOf({ n, hijri }: Month, year: number): number {
  return hijri ? DAYS_OF_HIJRI_MONTH : new Date(Date.UTC(year, n, 0)).getUTCDate()
}

export function isoDates(year: number, month: Month, day?: Day): Pick<Found, 'values' | 'impossible'> {
  const stem = `${year}-${String(month.n).padStart(2, '0')}`
  const mark = month.hijri ? HIJRI_MARK : ''
  if (!day) return { values: [stem + mark] }
  const first = `${stem}-${String(day.first).padStart(2, '0')}`
  const last = day.last ? `${stem}-${String(day.last).padStart(2, '0')}` : first
  if (Math.max(day.first, day.last ?? 0) > daysOf(month, year)) return { values: [], impossible: true }
  if (!day.last) return { values: [first + mark] }
  return { values: day.separate ? [first + mark, last + mark] : [`${first}/${last}${mark}`] }
}
