/**
 * On which days did the meeting sit, or was the document adopted? From the cover; else from the sentence that says who met
 * where and when; else from the signature; else the year of the symbol. Dates of other events are never taken.
 */

import type { Read, Warning } from '../model.js'
import { symbolParts } from '../symbols/parts.js'
import { isPublished } from './cover-lines.js'
import { type FoundDate, findDates, readDates } from './dates.js'
import { convenedAt, convening, type Facts, type Sheet } from './parser.js'
import { findPhrase, findWeekday } from './reference.js'
import { derived, read, type View } from './view.js'

/** A weekday stands this close before its date. */
const WEEKDAY_REACH = 40
const NEXT_WEEKDAY_REACH = 5
/** The dot of an era ("1399 H.") ends no sentence. */
const SENTENCE_END = /(?<![\d\s]\p{L})\. /u
const YEAR_ALONE = /^\(?((?:19|20)\d\d) ?\u0645?\)?$/
/** From "adopted by" to its day. */
const ADOPTION_REACH = 120
/** "dated", "issued on" and the like stand this close before the date of another thing. */
const OTHER_DATE_REACH = 12

export function date(sheet: Sheet, known: Facts): Facts {
  const opening = convening(sheet, known)
  const warnings = [sheet.cover, opening].flatMap(impossible)
  const printed = onCover(sheet) ?? inOpening(opening) ?? firstIn(sheet.closing) ?? firstIn(sheet.cover)
  if (printed) return facts(printed, opening, warnings)
  const year = known.symbol && symbolParts(known.symbol.value).year
  const date = year ? derived(String(year), known.symbol) : yearAlone(sheet.cover)
  return { ...(date && { date }), ...(warnings.length > 0 && { warnings }) }
}

/** A day that no calendar has is reported, never mended. */
function impossible(view: View): Warning[] {
  return readDates(view.text).impossible.map(({ start, end }) => ({
    code: 'DATE_IMPOSSIBLE',
    message: `No calendar has this day: ${view.raw(start, end)}.`,
    span: view.span(start, end),
  }))
}

/** "(1981)" and nothing else on the line. */
function yearAlone(view: View): Read<string> | undefined {
  const line = view.lines.find(([start, end]) => YEAR_ALONE.test(view.text.slice(start, end)))
  const year = line && YEAR_ALONE.exec(view.text.slice(...line))?.[1]
  return line && year ? read(view, year, ...line) : undefined
}

type Printed = { view: View; date: FoundDate }

/** The cover may print the last day alone, or the month, where the text names all days. */
function onCover(sheet: Sheet): Printed | undefined {
  const printed = adopted(sheet.cover) ?? firstIn(sheet.cover, ownDates(sheet.cover))
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
  const verb = convenedAt(view)
  if (!verb) return undefined
  const others = findPhrase('otherDates')(view.text)
  const ended = view.text.slice(verb.end).search(SENTENCE_END)
  const end = ended < 0 ? -1 : verb.end + ended
  const found = findDates(view.text).find(
    ({ start }) =>
      start > verb.start &&
      (end < 0 || start < end) &&
      !others.some((word) => word.end <= start && start - word.end < OTHER_DATE_REACH),
  )
  return found && { view, date: found }
}

/** "Adopted by the Security Council at its 7588th meeting, on 18 December": not the day when it was printed. */
function adopted(view: View): Printed | undefined {
  const [phrase] = findPhrase('adoptions')(view.text)
  const found = phrase && findDates(view.text).find(({ start }) => start > phrase.end)
  if (!found || found.first.length < 10 || found.start - phrase.end > ADOPTION_REACH) return undefined
  return { view, date: found }
}

/** Without those of the day when an agency or a page published the text. */
function ownDates(view: View): FoundDate[] {
  return findDates(view.text).filter((day) => !isPublished(view, day))
}

function firstIn(view: View, dates = findDates(view.text)): Printed | undefined {
  const found = dates.find((candidate) => candidate.first.length === 10) ?? dates[0]
  return found && { view, date: found }
}

function facts({ view, date: found }: Printed, opening: View, other: Warning[]): Facts {
  const again = findDates(opening.text).find(({ first }) => first === found.first)
  const weekday = weekdayBefore(view, found) ?? (again && weekdayBefore(opening, again))
  const day = new Date(`${found.first}T00:00:00Z`).getUTCDay() || 7
  const wrong = weekday && found.first.length === 10 && weekday.value !== day
  return {
    date: read(view, found.first, found.start, found.end),
    ...(found.last && { dateEnd: read(view, found.last, found.start, found.end) }),
    ...(weekday && { weekday }),
    warnings: [...other, ...(wrong ? [wrongWeekday(found.first, weekday)] : [])],
  }
}

function wrongWeekday(day: string, { span }: Read<number>): Warning {
  return {
    code: 'DATE_WEEKDAY',
    message: `The weekday printed before ${day} is not that of this date.`,
    ...(span && { span }),
  }
}

/** "Thursday, 11 Rabi II 1437, corresponding to 21 January 2016": where the day in the other calendar begins. */
function dayStart({ text }: View, { start }: FoundDate): number {
  const same = readDates(text).hijri.find((day) => day.end <= start && start - day.end < WEEKDAY_REACH)
  return same?.start ?? start
}

/** The first of several days that are named one after the other ("Monday and Tuesday, 3 and 4 December"). */
function weekdayBefore(view: View, found: FoundDate): Read<number> | undefined {
  const before = findWeekday(view.text).filter((day) => day.end <= found.start)
  const last = before.at(-1)
  if (!last || dayStart(view, found) - last.end >= WEEKDAY_REACH) return undefined
  const first = before.findLast((day, at) => {
    const earlier = before[at - 1]
    return !earlier || day.start - earlier.end > NEXT_WEEKDAY_REACH
  })
  return first && read(view, first.value, first.start, first.end)
}
