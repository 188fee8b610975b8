/** Which days does a date cover that is known only to its year or month? */

/** @param date `2016`, `2016-12` or `2016-12-22` */
export function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10)
}

/** `2016` ends on 2016-12-31, `2016-02` on 2016-02-29. @param date `2016`, `2016-12` or `2016-12-22` */
export function lastDay(date: string): string {
  const [year, month = '12', day] = date.split('-')
  return day ? date : new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}
