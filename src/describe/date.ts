/**
 * On which days did the meeting sit, or was the document adopted? From the cover; else from the sentence that says who met
 * where and when; else from the signature; else the year of the symbol. Dates of other events are never taken.
 */

import { once } from '../arabic/once.js'
import { finder } from '../arabic/phrases.js'
import type { Read } from '../model.js'
import calendar from '../reference/calendar.json' with { type: 'json' }
import { symbolParts } from '../symbols/parts.js'
import { type FoundDate, findDates } from './dates.js'
import { convening, type Facts, type Sheet } from './parser.js'
import { findPhrase } from './reference.js'
import { derived, read, type View } from './view.js'

/** A weekday stands this close before its date. */
const WEEKDAY_REACH = 40
const NEXT_WEEKDAY_REACH = 5
/** "dated", "issued on" and the like stand this close before the date of another thing. */
const OTHER_DATE_REACH = 12

const findWeekday = once(() =>
  finder(
    calendar.weekdays.flatMap(({ n, ar, en, fr }) => [...ar, ...en, ...fr].map((name) => [name, n] as const)),
  ),
)

export function date(sheet: Sheet, known: Facts): Facts {
  const printed = onCover(sheet) ?? inOpening(convening(sheet, known)) ?? firstIn(sheet.closing)
  if (printed) return facts(printed.view, printed.date)
  const year = known.symbol && symbolParts(known.symbol.value).year
  return year ? { date: derived(String(year), known.symbol) } : {}
}

type Printed = { view: View; date: FoundDate }

/** The cover may print the last day alone, or the month, where the text names all days. */
function onCover(sheet: Sheet): Printed | undefined {
  const printed = firstIn(sheet.cover)
  if (!printed || printed.date.last) return printed
  const fuller = findDates(sheet.opening.text).find((other) => contains(other, printed.date.first))
  return fuller ? { view: sheet.opening, date: fuller } : printed
}

function contains(range: FoundDate, day: string): boolean {
  if (day.length < 10) return range.first.startsWith(day)
  return range.last !== undefined && range.first <= day && day <= range.last
}

/** In the sentence of a verb of meeting, and not the date of something else that it speaks of. */
function inOpening(view: View): Printed | undefined {
  const [verb] = findPhrase('convening')(view.text)
  if (!verb) return undefined
  const others = findPhrase('otherDates')(view.text)
  const end = view.text.indexOf('. ', verb.end)
  const found = findDates(view.text).find(
    ({ start }) =>
      start > verb.start &&
      (end < 0 || start < end) &&
      !others.some((word) => word.end <= start && start - word.end < OTHER_DATE_REACH),
  )
  return found && { view, date: found }
}

function firstIn(view: View): Printed | undefined {
  const dates = findDates(view.text)
  const found = dates.find((candidate) => candidate.first.length === 10) ?? dates[0]
  return found && { view, date: found }
}

function facts(view: View, found: FoundDate): Facts {
  const weekday = weekdayBefore(view, found)
  const day = new Date(`${found.first}T00:00:00Z`).getUTCDay() || 7
  const wrong = weekday && found.first.length === 10 && weekday.value !== day
  return {
    date: read(view, found.first, found.start, found.end),
    ...(found.last && { dateEnd: read(view, found.last, found.start, found.end) }),
    ...(weekday && { weekday }),
    ...(wrong && {
      warnings: [
        {
          code: 'DATE_WEEKDAY',
          message: `The weekday printed before ${found.first} is not that of this date.`,
          ...(weekday.span && { span: weekday.span }),
        },
      ],
    }),
  }
}

/** The first of several days that are named one after the other ("Monday and Tuesday, 3 and 4 December"). */
function weekdayBefore(view: View, found: FoundDate): Read<number> | undefined {
  const before = findWeekday()(view.text).filter((day) => day.end <= found.start)
  const last = before.at(-1)
  if (!last || found.start - last.end >= WEEKDAY_REACH) return undefined
  const first = before.findLast((day, at) => {
    const earlier = before[at - 1]
    return !earlier || day.start - earlier.end > NEXT_WEEKDAY_REACH
  })
  return first && read(view, first.value, first.start, first.end)
}
