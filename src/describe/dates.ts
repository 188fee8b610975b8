/**
 * Which days does a line of the cover or a sentence name? The dates of `paragraph/dates.ts`, by calendar, as first and last day
 * in comparable text. A year alone is no date of a meeting.
 */
import { once, remembered } from '../arabic/once.js'
import { dateFinder, HIJRI_MARK } from './paragraph/dates.js'
import { wordReader } from './paragraph/words.js'

/** Offsets into the text. ISO days, or a month. */
export type FoundDate = { start: number; end: number; first: string; last?: string }
type Dates = { gregorian: FoundDate[]; hijri: FoundDate[]; impossible: { start: number; end: number }[] }

const tools = once(() => ({ read: wordReader(), dates: dateFinder() }))
const SHORTEST = '2016-12'.length

/** The dates of both calendars, in the order of the text. */
export const readDates = remembered((text: string): Dates => {
  const { read, dates } = tools()
  const found = dates(read(text), text)
  const all = found.dates.filter(({ value }) => value.replace(HIJRI_MARK, '').length >= SHORTEST)
  const place = ({ span: [start, end] = [0, 0] }: { span?: [number, number] }) => ({ start, end })
  const days = (value: string) => {
    const [first = '', last] = value.replace(HIJRI_MARK, '').split('/')
    return { first, ...(last && { last }) }
  }
  const of = (hijri: boolean) =>
    all
      .filter(({ value }) => value.endsWith(HIJRI_MARK) === hijri)
      .map((date) => ({ ...place(date), ...days(date.value) }))
  return { gregorian: of(false), hijri: of(true), impossible: found.impossible.map(place) }
})

export function findDates(text: string): FoundDate[] {
  return readDates(text).gregorian
}
