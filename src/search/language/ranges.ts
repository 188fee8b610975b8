/**
 * Which years or days does a value mean? One, or all from one to another, however that is written: with dots, a dash or a
 * word between them, in the digits of any script, in either order.
 */
import { toAsciiDigits } from '../../arabic/digits.js'
import { firstDay, isDay, lastDay, moved } from '../../elastic/days.js'
import words from '../../reference/query-words.json' with { type: 'json' }

/** Both ends are included, one that is left open is absent; each as precise as typed. */
export type Range = { from?: string; to?: string }

const DASH = '[-\\u2010-\\u2015\\u2212\\u0640/]'
const BETWEEN = `(?:\\s*(?:\\.{2,3}|\\u2026|${DASH})\\s*|\\s+(?:${words.to.join('|')})\\s+)`
const FROM = `(?:${words.from.join('|')})\\s+`
/** A range as it may stand in a question, with spaces; what it means is read by `rangeIn`. */
export const RANGE = rangePattern()
const DAY = '\\d{4}(?:-\\d{2}(?:-\\d{2})?)?'
const SINGLE = new RegExp(`^${DAY}$`, 'u')
const BOTH = new RegExp(`^(?<from>${DAY})${BETWEEN}(?<to>${DAY})$`, 'u')
const OPEN = new RegExp(`^(?:(?<from>${DAY})(?:\\.{2,3}|\\u2026)|(?:\\.{2,3}|\\u2026)(?<to>${DAY}))$`, 'u')
const COMPARED = new RegExp(`^(?<sign>[<>]=?)\\s*(?<day>${DAY})$`, 'u')
/** Brackets and first words that other query languages, and people, put before a range. */
const AROUND = new RegExp(`^[[{]\\s*|\\s*[\\]}]$|^${FROM}`, 'gu')
/** "AH", "AD" and their like behind a year. */
const ERA = /(?<=\d)\s*(?:\u0647\u0640?|\u0645|ah|ad|ce|h)\.?(?![\p{L}\p{M}])/giu
/** Day, month and year as they are written in running text. */
const WRITTEN_DAY = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/gu
/** Years of the Hijri calendar in which there were states that met. */
const HIJRI = /^1[34]\d\d$/u

/** @returns nothing where it is none, or holds a day that no calendar has */
export function rangeIn(typed: string): Range | undefined {
  const range = read(
    toAsciiDigits(typed)
      .replace(AROUND, '')
      .replace(ERA, '')
      .replace(WRITTEN_DAY, (_, day, month, year) => `${year}-${pad(month)}-${pad(day)}`),
  )
  const ends = [range.from, range.to].filter((end) => end !== undefined)
  return ends.length > 0 && ends.every(isDay) ? inOrder(range) : undefined
}

/** Whether its ends are years, not days. */
export function isOfYears({ from, to }: Range): boolean {
  return [from, to].every((end) => end === undefined || end.length === 4)
}

/** No document is of a Gregorian year like 1438. */
export function isHijri({ from, to }: Range): boolean {
  return [from, to].every((year) => year === undefined || HIJRI.test(year))
}

function read(text: string): Range {
  const single = SINGLE.exec(text)?.[0]
  if (single) return { from: single, to: single }
  const { sign, day = '' } = COMPARED.exec(text)?.groups ?? {}
  if (sign) return isDay(day) ? compared(sign, day) : {}
  return (BOTH.exec(text) ?? OPEN.exec(text))?.groups ?? {}
}

function compared(sign: string, day: string): Range {
  if (sign.startsWith('>')) return { from: sign === '>' ? moved(day, 1) : day }
  return { to: sign === '<' ? moved(day, -1) : day }
}

function inOrder({ from, to }: Range): Range {
  return from && to && firstDay(from) > lastDay(to) ? { from: to, to: from } : { from, to }
}

function pad(number: string): string {
  return number.padStart(2, '0')
}

function rangePattern(): string {
  const day =
    '(?:[<>]=?\\s*)?\\p{Nd}[\\p{Nd}./-]*(?:\\s?(?:\\u0647\\u0640?|\\u0645|AH|AD|CE)(?![\\p{L}\\p{M}]))?'
  return `[[{]?\\s*(?:${FROM})?${day}(?:${BETWEEN}${day})?(?:\\s*[\\]}])?`
}
