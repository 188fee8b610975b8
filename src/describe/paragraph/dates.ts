/**
 * Which days, months and years are printed here? Three sets of month names, both calendars, ranges, digits of any
 * script. A date of the Hijri calendar stays one ("1437-07-07 AH"); a day without its year is no date.
 */

import { monthNames } from '../../arabic/months.js'
import type { Read } from '../../model.js'
import calendar from '../../reference/calendar.json' with { type: 'json' }
import dateWords from '../../reference/date-words.json' with { type: 'json' }
import ordinals from '../../reference/ordinals.json' with { type: 'json' }
import { DAY_LENGTH, type Found, HIJRI_MARK, isDash, isoDates, type Tools } from './date-parts.js'
import { numericDate, numericDates, yearBefore, yearOnly } from './digit-dates.js'
import { monthAt, namedDate } from './named-dates.js'
import { phraseBook } from './phrases.js'
import { perForm, type Word, wordSets } from './words.js'

const DAYS_OF_FEBRUARY = 28

/** The dates, and what is written like one but names no day of the calendar ("31 February 2015"). */
type FoundDates = { dates: Read<string>[]; impossible: Read<string>[] }
export type DateFinder = (words: readonly Word[], text: string) => FoundDates

export function dateFinder(): DateFinder {
  const months = phraseBook(monthNames())
  const dayWords = phraseBook([
    ...ordinals.flatMap(({ n, ar }) => ar.map((name) => [name, n] as const)),
    ...dateWords.firstDay.map((name) => [name, 1] as const),
  ])
  const weekday = calendar.weekdays.flatMap(({ ar, en, fr }) => [...ar, ...en, ...fr])
  const sets = wordSets({ ...dateWords, weekday })
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

/** "31 July - 5 August 2015", "31 March and 1 April 2015", "du 28 juillet et du 11 août 2013": a day without year that is joined to the next date takes its year. */
function joinOrPush(
  found: Found[],
  date: Found,
  words: readonly Word[],
  { to, and, of }: Tools['sets'],
): void {
  const previous = found.at(-1)
  const joint = of.has(words[date.from - 1]?.form.text ?? '') ? date.from - 2 : date.from - 1
  const link = words[joint]?.form.text ?? ''
  const value = date.values[0]
  const together = and.has(link)
  const until = link !== '/' && (isDash(link) || to.has(link))
  const touches = value !== undefined && previous?.to === joint && (together || until || link === '/')
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

function asRead(value: string, { from, to }: Found, words: readonly Word[], text: string): Read<string> {
  const span: [number, number] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0]
  return { value, raw: text.slice(...span), span }
}
