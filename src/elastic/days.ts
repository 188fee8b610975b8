/** Which days does a date cover, also one that is known only to its year or month? Dates are `2016`, `2016-12` or `2016-12-22`. */

export function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10)
}

/** `2016` ends on 2016-12-31, `2016-02` on 2016-02-29. */
export function lastDay(date: string): string {
  const [year, month = '12', day] = date.split('-')
  return day ? date : new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}

/** Whether a calendar has it: 2015-02-30 is none. */
export function isDay(date: string): boolean {
  if (!/^[1-9]\d{3}(-\d{2}){0,2}$/.test(date)) return false
  const first = new Date(firstDay(date))
  return !Number.isNaN(first.getTime()) && first.toISOString().startsWith(date)
}

/** @returns the next year, month or day, or with -1 the one before */
export function moved(date: string, by: 1 | -1): string {
  const [year = 0, month, day] = date.split('-').map(Number)
  const to = day ? [year, month, day + by] : month ? [year, month + by] : [year + by]
  const [toYear = 0, toMonth = 1, toDay = 1] = to
  return new Date(Date.UTC(toYear, toMonth - 1, toDay)).toISOString().slice(0, date.length)
}
