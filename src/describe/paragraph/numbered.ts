/**
 * Which resolutions are cited by their number? The organ stands between the word "resolution" and the number, before,
 * behind, or is only meant by "its resolution"; a bare number is the Security Council's where its years agree.
 */

import type { Citation } from '../../model.js'
import citationWords from '../../reference/citation-words.json' with { type: 'json' }
import { cite, type Reading, withYear } from './reading.js'
import { assemblySession, chainAfter, type Numbered, yearOf } from './resolutions.js'
import { isAnyOf, spelling, type Word } from './words.js'

const ORGANS = new Map(citationWords.organs.map(([body = '', prefix = '']) => [body, prefix]))
const isResolution = isAnyOf(new Set(citationWords.resolution.map(spelling)))
const isFiller = isAnyOf(new Set(citationWords.filler.map(spelling)))
const COMMAS = new Set([',', '\u060C'])
const isPossessive = isAnyOf(new Set(citationWords.possessive.map(spelling)))
/** Words between an organ and "its resolution". */
const NEAREST_REACH = 24
const SMALLEST_BARE_NUMBER = 32
const SMALLEST_COUNCIL_NUMBER = 100
/** Words between a number and its day. */
const DATE_REACH = 6

/** The numbers behind each word "resolution". */
export function numbered(reading: Reading): Citation[] {
  const { words, mentions } = reading
  const found: Citation[] = []
  for (let at = 0; at < words.length; at += 1) {
    if (!isCue(words, at)) continue
    const organs = mentions.filter(({ name }) => ORGANS.has(name.id))
    const chain = chainAfter(words, at, organs)
    const organ = chain.items.length > 0 ? organOf(reading, at, chain) : undefined
    for (const item of chain.items) {
      const read = resolution(reading, item, organ)
      if (read) found.push(read)
    }
    at = Math.max(at, chain.to - 1)
  }
  return found
}

export function isCue(words: readonly Word[], at: number): boolean {
  return isResolution(words[at]?.form)
}

/** The organ between cue and number, right before the cue, right after the chain, or the last one before it. */
function organOf(
  reading: Reading,
  cue: number,
  chain: { items: Numbered[]; to: number },
): string | undefined {
  const organs = reading.mentions.filter(({ name }) => ORGANS.has(name.id) && name.id !== 'UN')
  const first = chain.items[0]?.from ?? cue
  const inside = organs.find(({ match }) => match.from > cue && match.to <= first)
  const named = beforeFiller(reading.words, cue)
  const before = organs.find(({ match }) => match.to === cue || match.to === cue - 1 || match.to === named)
  const to = afterDate(reading, chain.to)
  const after = organs.find(
    ({ match }) => match.from >= to && match.from <= to + 3 && !cueBetween(reading.words, to, match.from),
  )
  const own = isPossessive(reading.words[cue]?.form)
  const nearest = organs.findLast(({ match }) => match.to <= cue && cue - match.to <= NEAREST_REACH)
  const mention = inside ?? before ?? after ?? (own ? nearest : undefined)
  return mention && ORGANS.get(mention.name.id)
}

/** "Of the Security Council, including resolutions 47 and 91": where the words between begin. */
function beforeFiller(words: readonly Word[], cue: number): number {
  let at = cue
  while (isFiller(words[at - 1]?.form) || COMMAS.has(words[at - 1]?.form.text ?? '')) at -= 1
  return at
}

function cueBetween(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isCue(words, at)) return true
  return false
}

/** "Resolution 263, of 5 November 2013, of the Commission": the organ stands behind the day. */
function afterDate({ words, dates }: Reading, at: number): number {
  const [start, end] = [words[at]?.start ?? 0, words[at + DATE_REACH]?.start ?? 0]
  const date = dates.find(({ span }) => span && span[0] >= start && span[0] < end)
  const behind = date ? words.findIndex((word) => word.start >= (date.span?.[1] ?? 0)) : -1
  return behind < 0 ? at : behind
}

function resolution(reading: Reading, item: Numbered, organ: string | undefined): Citation | undefined {
  if (item.organ === 'OIC') return cite(reading, item.number, item.from, item.to)
  if (organ === 'S/RES' && isOfAssembly(item)) return assembly(reading, item)
  const form = item.organ === 'A/HRC/RES' && organ !== undefined ? undefined : item.organ
  const slashed = item.number.includes('/')
  const prefix = slashed && organ === 'S/RES' ? (form ?? 'A/RES') : (organ ?? form ?? councilByNumber(item))
  if (!prefix || (item.session && prefix !== 'A/RES'))
    return item.session ? assembly(reading, item) : undefined
  const tooSmall =
    !slashed && item.year === undefined && !item.session && Number(item.number) < SMALLEST_BARE_NUMBER
  if (tooSmall) return undefined
  if (prefix === 'A/RES' && !slashed) return assembly(reading, item)
  const year = item.year ?? (prefix === 'S/RES' ? yearOf(Number(item.number)) : undefined)
  return withYear(
    cite(reading, `${prefix}/${item.number}`, item.from, item.to),
    year,
    item.year === undefined,
  )
}

/** "181 (1947)" among resolutions of the Council, which reached that number in another year. */
function isOfAssembly({ number, year }: Numbered): boolean {
  if (year === undefined || !assemblySession(number)) return false
  return Math.abs(year - (yearOf(Number(number)) ?? 0)) > 1
}

/** A bare number that nobody claims: the Security Council's, where its numbers of that year agree. */
function councilByNumber(item: Numbered): string | undefined {
  const year = yearOf(Number(item.number))
  if (year === undefined) return undefined
  if (assemblySession(item.number) && item.year === undefined) return 'A/RES'
  return item.year === undefined
    ? Number(item.number) >= SMALLEST_COUNCIL_NUMBER
      ? 'S/RES'
      : undefined
    : Math.abs(item.year - year) <= 1
      ? 'S/RES'
      : undefined
}

function assembly(reading: Reading, item: Numbered): Citation {
  const session = item.session ?? assemblySession(item.number)
  const key = `A/RES/${item.number}${session ? `(${session})` : ''}`
  return withYear(cite(reading, key, item.from, item.to), item.year, false)
}
