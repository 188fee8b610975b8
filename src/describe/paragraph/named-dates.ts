/** A day beside the name of its month: "14 and 15 April 2016", "MAY 4-5, 2024", "the ninth of the month of Shawwal 1436". */
import type { Month } from '../../arabic/months.js'
import { type Found, HIJRI_YEARS, isoDates, type Tools, YEARS } from './date-parts.js'
import { dayAfter, dayBefore } from './days.js'
import type { Match } from './phrases.js'
import type { Word } from './words.js'

/** A month by one or two names: "Kanun II/January", "February (Shubat)". */
export function monthAt(words: readonly Word[], at: number, { months }: Tools): Match<Month> | undefined {
  const first = months.at(words, at)
  if (!first) return undefined
  let next = first.to
  while (['/', '(', '"', '\u00AB', '-'].includes(words[next]?.form.text ?? '')) next += 1
  const second = next - first.to <= 2 ? months.at(words, next) : undefined
  if (second?.value.n !== first.value.n || second.value.hijri !== first.value.hijri) return first
  const closing = [')', '"', '\u00BB'].includes(words[second.to]?.form.text ?? '') ? 1 : 0
  return { ...first, to: second.to + closing }
}

export function namedDate(words: readonly Word[], month: Match<Month>, tools: Tools): Found | undefined {
  const before = dayBefore(words, month.from, tools)
  const after = before ? undefined : dayAfter(words, month.to, tools)
  const yearFrom = after?.to ?? month.to
  const year = yearAt(words, yearFrom, tools, month.value.hijri)
  const day = before ?? after
  const from = day ? Math.min(day.from, month.from) : month.from
  if (!year) return day && { from, to: yearFrom, values: [], open: { month: month.value, day } }
  return { from, to: year.to, ...isoDates(year.value, month.value, day) }
}

function yearAt(
  words: readonly Word[],
  from: number,
  { sets }: Tools,
  hijri: boolean,
): { value: number; to: number } | undefined {
  let at = from
  while (at < from + 3 && words[at]?.form.kind !== 'number' && skippable(words[at], sets)) at += 1
  const value = words[at]?.form.value ?? Number.NaN
  const [low, high] = hijri ? HIJRI_YEARS : YEARS
  return value >= low && value <= high ? { value, to: at + 1 } : undefined
}

function skippable(word: Word | undefined, sets: Tools['sets']): boolean {
  if (!word) return false
  return (
    [',', '\u060C', '(', '.', '/'].includes(word.form.text) ||
    word.form.stems.some((stem) => sets.of.has(stem) || sets.yearLink.has(stem))
  )
}
