/** The days beside the name of a month: "14", "14 and 15", "17-19", "3, 4 and 5", "from Monday 28 to Wednesday 30", "the ninth". */
import { type Day, isDash, isDay, type Tools } from './date-parts.js'
import type { Match, PhraseBook } from './phrases.js'
import type { Word } from './words.js'

type Sets = Tools['sets']

/** @param month the first word of the month's name, from which the days are read backwards */
export function dayBefore(words: readonly Word[], month: number, tools: Tools): Day | undefined {
  const { sets } = tools
  let at = month - 1
  while (isLink(words[at], sets) && at > month - 4) at -= 1
  if (isSuffix(words[at], sets)) at -= 1
  const last = valueAt(words, at)
  if (!isDay(last)) return spelledDay(words, at, tools)
  const link = linkBefore(words, at, sets)
  if (!link) return { first: last, from: at }
  const second = valueAt(words, link.at)
  const [low, high] = second <= last ? [second, last] : [last, second]
  const { from, first } = second < last ? listBefore(words, link.at, sets) : { from: link.at, first: low }
  const apart = link.and && high - low > 1 && !isAny(words[from - 1], sets.between)
  return { first, last: high, from, separate: apart }
}

/** "3, 4 and 5": where the days before the last two begin. */
function listBefore(words: readonly Word[], at: number, sets: Sets): { from: number; first: number } {
  const earlier = linkBefore(words, at, sets, sets.comma)
  const first = valueAt(words, at)
  return earlier && valueAt(words, earlier.at) === first - 1
    ? listBefore(words, earlier.at, sets)
    : { from: at, first }
}

/** "of the month of", and the stroke of "10 / Shawwal / 1436". */
function isLink(word: Word | undefined, sets: Sets): boolean {
  return word !== undefined && (word.form.text === '/' || sets.of.has(word.form.text))
}

/** What joins this day to an earlier one; its weekday may stand between, with the Arabic "and" written onto it. */
function linkBefore(
  words: readonly Word[],
  at: number,
  sets: Sets,
  more?: ReadonlySet<string>,
): { at: number; and: boolean } | undefined {
  const beside = words[at - 1]
  const weekday = isAny(beside, sets.weekday)
  const joined = weekday && !sets.weekday.has(beside?.form.text ?? '')
  const link = weekday && !joined ? at - 2 : at - 1
  const word = words[link]?.form.text ?? ''
  const and = joined || sets.and.has(word) || more?.has(word) === true
  if (!and && !isDash(word) && !sets.to.has(word)) return undefined
  const day = isSuffix(words[link - 1], sets) ? link - 2 : link - 1
  return isDay(valueAt(words, day)) ? { at: day, and } : undefined
}

function spelledDay(words: readonly Word[], at: number, { dayWords, sets }: Tools): Day | undefined {
  for (const from of [at - 2, at - 1, at]) {
    const day = from < 0 ? undefined : dayWords.at(words, from)
    if (day?.to !== at + 1 || !isDay(day.value)) continue
    const start = sets.to.has(words[from - 1]?.form.text ?? '')
      ? wordsEndingAt(words, from - 2, dayWords)
      : undefined
    return start ? { first: start.value, last: day.value, from: start.from } : { first: day.value, from }
  }
  return undefined
}

function wordsEndingAt(
  words: readonly Word[],
  at: number,
  book: PhraseBook<number>,
): Match<number> | undefined {
  for (const from of [at - 1, at]) {
    const match = from < 0 ? undefined : book.at(words, from)
    if (match?.to === at + 1) return match
  }
  return undefined
}

/** "December 22, 2016", "May 4-5, 2024", "May 4th to 5th", "Sept. 15, 2019". */
export function dayAfter(
  words: readonly Word[],
  month: number,
  { sets }: Tools,
): (Day & { to: number }) | undefined {
  const from = words[month]?.form.text === '.' ? month + 1 : month
  const first = valueAt(words, from)
  if (!isDay(first)) return undefined
  const to = isSuffix(words[from + 1], sets) ? from + 2 : from + 1
  const link = words[to]?.form.text ?? ''
  const last = isDash(link) || sets.to.has(link) || sets.and.has(link) ? valueAt(words, to + 1) : Number.NaN
  if (!(isDay(last) && last > first)) return { first, from, to }
  return { first, last, from, to: isSuffix(words[to + 2], sets) ? to + 3 : to + 2 }
}

function valueAt(words: readonly Word[], at: number): number {
  return words[at]?.form.value ?? Number.NaN
}

function isSuffix(word: Word | undefined, { suffix }: Sets): boolean {
  return suffix.has(word?.form.text ?? '')
}

function isAny(word: Word | undefined, list: ReadonlySet<string>): boolean {
  return word?.form.stems.some((stem) => list.has(stem)) === true
}
