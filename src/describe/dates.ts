/**
 * Which days does a line of the cover or a sentence name? The dates of `paragraph/dates.ts`, by calendar, as first and last day
 * in comparable text. A year alone is no date of a meeting.
 */
import { once, remembered } from '../arabic/once.js'
import type { Stretch } from '../arabic/word-bounds.js'
import type { Read } from '../model.js'
import { HIJRI_MARK } from './paragraph/date-parts.js'
import { dateFinder } from './paragraph/dates.js'
import { wordReader } from './paragraph/words.js'

/** Offsets into the text. ISO days, or a month. */
export type FoundDate = Stretch & { first: string; last?: string }
type Dates = { gregorian: FoundDate[]; hijri: FoundDate[]; impossible: Stretch[] }

const tools = once(() => ({ read: wordReader(), dates: dateFinder() }))
const SHORTEST = '2016-12'.length

/** The dates of both calendars, in the order of the text. */
export const readDates = remembered((text: string): Dates => {
  const { read, dates } = tools()
  const found = dates(read(text), text)
  const [gregorian, hijri]: [FoundDate[], FoundDate[]] = [[], []]
  for (const date of found.dates) {
    const days = date.value.replace(HIJRI_MARK, '')
    const [first = '', last] = days.split('/')
    const calendar = days.length < date.value.length ? hijri : gregorian
    if (days.length >= SHORTEST) calendar.push({ ...placeOf(date), first, ...(last && { last }) })
  }
  return { gregorian, hijri, impossible: found.impossible.map(placeOf) }
})

function placeOf({ span: [start, end] = [0, 0] }: Read<string>): Stretch {
  return { start, end }
}

export function findDates(text: string): FoundDate[] {
  return readDates(text).gregorian
}
