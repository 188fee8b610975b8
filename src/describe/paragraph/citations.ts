/**
 * What is cited here? Resolutions by number and in groups, sessions of the bodies, symbols, charters, conventions,
 * initiatives, communiqués and declarations named after a place. Each gets one key, whatever its spelling.
 */

import type { Citation, Read } from '../../model.js'
import citationWords from '../../reference/citation-words.json' with { type: 'json' }
import instruments from '../../reference/instruments.json' with { type: 'json' }
import { charterBefore } from './anaphors.js'
import type { Mention } from './names.js'
import { type Match, phraseBook } from './phrases.js'
import { assemblySession, chainAfter, type Numbered, yearOf } from './resolutions.js'
import { sessionFinder } from './sessions.js'
import { symbols } from './symbols.js'
import { spelling, type Word } from './words.js'

export type Reading = {
  text: string
  words: readonly Word[]
  mentions: readonly Mention[]
  dates: readonly Read<string>[]
  organisation?: string
}

type Instrument = { id: string; year?: number; within?: string; proper: boolean }

const ORGANS = new Map(citationWords.organs.map(([body = '', prefix = '']) => [body, prefix]))
const RESOLUTION = set(citationWords.resolution)
/** "This Declaration" is the text itself. */
const OWN = set(citationWords.itself)
const LINKS = set(citationWords.kindLinks)
const ISSUED = set(citationWords.issued)
const POSSESSIVE = set(citationWords.possessive)
const CUE_WORDS_AFTER = 6
const SMALLEST_BARE_NUMBER = 32
const JOINT_REACH = 60
/** Words between a number and its day. */
const DATE_REACH = 6

export type CitationFinder = (reading: Reading) => Citation[]

export function citationFinder(): CitationFinder {
  const named = phraseBook(instrumentEntries())
  const groups = phraseBook(citationWords.groups.map(([phrase = '', key = '']) => [phrase, key] as const))
  const kinds = new Map(citationWords.kinds.map(([word = '', kind = '']) => [spelling(word), kind]))
  const joint = phraseBook(citationWords.joint.map((phrase) => [phrase, true] as const))
  const sessions = sessionFinder()
  return (reading) => {
    const known = named.all(reading.words)
    return distinct([
      ...numbered(reading),
      ...groups
        .all(reading.words)
        .filter((group) => !numberFollows(reading, group))
        .map((match) => cite(reading, match.value, match.from, match.to)),
      ...symbols(reading.text),
      ...sessions(reading),
      ...known.flatMap((match) => instrument(reading, match)),
      ...charters(reading),
      ...namedAfterPlaces(reading, kinds)
        .filter(({ from }) => !known.some((match) => match.from <= from && from < match.to))
        .map(({ citation }) => citation),
      ...jointStatements(reading, joint.all(reading.words)),
    ])
  }
}

/** The numbers behind each word "resolution". */
function numbered(reading: Reading): Citation[] {
  const { words, mentions } = reading
  const found: Citation[] = []
  const organAt = (at: number) =>
    mentions.find(({ name, match }) => match.from === at && ORGANS.has(name.id))?.match.to
  for (let at = 0; at < words.length; at += 1) {
    if (!isCue(words, at)) continue
    const chain = chainAfter(words, at, organAt)
    const organ = chain.items.length > 0 ? organOf(reading, at, chain) : undefined
    for (const item of chain.items) {
      const read = resolution(reading, item, organ)
      if (read) found.push(read)
    }
    at = Math.max(at, chain.to - 1)
  }
  return found
}

function isCue(words: readonly Word[], at: number): boolean {
  return words[at]?.form.stems.some((stem) => RESOLUTION.has(stem)) === true
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
  const before = organs.find(({ match }) => match.to === cue || match.to === cue - 1)
  const to = afterDate(reading, chain.to)
  const after = organs.find(
    ({ match }) => match.from >= to && match.from <= to + 3 && !cueBetween(reading.words, to, match.from),
  )
  const own = reading.words[cue]?.form.stems.some((stem) => POSSESSIVE.has(stem)) === true
  const nearest = organs.findLast(({ match }) => match.to <= cue && cue - match.to <= CUE_WORDS_AFTER * 4)
  const mention = inside ?? before ?? after ?? (own ? nearest : undefined)
  return mention && ORGANS.get(mention.name.id)
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
  const form = item.organ === 'A/HRC/RES' && organ !== undefined ? undefined : item.organ
  const slashed = item.number.includes('/')
  const prefix = slashed && organ === 'S/RES' ? (form ?? 'A/RES') : (organ ?? form ?? councilByNumber(item))
  if (!prefix || (item.session && prefix !== 'A/RES'))
    return item.session ? assembly(reading, item) : undefined
  if (prefix === 'A/RES' && !slashed) return assembly(reading, item)
  if (!slashed && item.year === undefined && Number(item.number) < SMALLEST_BARE_NUMBER) return undefined
  const year = item.year ?? (prefix === 'S/RES' ? yearOf(Number(item.number)) : undefined)
  return withYear(
    cite(reading, `${prefix}/${item.number}`, item.from, item.to),
    year,
    item.year === undefined,
  )
}

/** A bare number that nobody claims: the Security Council's, where its numbers of that year agree. */
function councilByNumber(item: Numbered): string | undefined {
  const year = yearOf(Number(item.number))
  if (year === undefined) return undefined
  if (assemblySession(item.number) && item.year === undefined) return 'A/RES'
  return item.year === undefined
    ? Number(item.number) >= 100
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

/** "Resolutions of the Council 242 and 338" is no group: its numbers follow at once. */
function numberFollows({ words }: Reading, { to }: Match<string>): boolean {
  for (let at = to; at < to + 4; at += 1) {
    if (words[at]?.form.kind === 'number') return true
    if (isCue(words, at)) return false
  }
  return false
}

function instrument(reading: Reading, match: Match<Instrument>): Citation[] {
  const { id, within, year, proper } = match.value
  const capital = reading.words[match.from]?.form.capital
  const own = OWN.has(reading.words[match.from - 1]?.form.text ?? '')
  if (own || (within && within !== reading.organisation) || (proper && !capital)) return []
  return [withYear(cite(reading, id, match.from, match.to), year, true)]
}

/** "The Charter of the Organisation": the organisation that is meant there has been read with the names. */
function charters(reading: Reading): Citation[] {
  return reading.mentions.flatMap(({ name, match }) => {
    const before = name.anaphor ? charterBefore(reading.words, match.from) : undefined
    return before === undefined ? [] : [cite(reading, `${name.id}-CHARTER`, before, match.to)]
  })
}

/** "The Declaration of Makkah", "Djibouti Agreement": kind and place make the key. */
function namedAfterPlaces(
  reading: Reading,
  kinds: ReadonlyMap<string, string>,
): { from: number; citation: Citation }[] {
  const { words } = reading
  return reading.mentions.flatMap(({ name, match }) => {
    if (name.kind !== 'place') return []
    let before = match.from - 1
    while (LINKS.has(words[before]?.form.text ?? '')) before -= 1
    const arabic = words[before]
    const kindBefore =
      arabic && (before < match.from - 1 || arabic.form.stems.length > 1 || !arabic.form.capital)
        ? kindOf(arabic, kinds)
        : undefined
    const kindAfter = words[match.to]?.form.capital ? kindOf(words[match.to], kinds) : undefined
    const kind = kindBefore ?? kindAfter
    if (!kind) return []
    const key = `${slug(name.id)}-${kind}`
    const from = kindBefore ? before : match.from
    return [{ from, citation: cite(reading, key, from, kindBefore ? match.to : match.to + 1) }]
  })
}

function kindOf(word: Word | undefined, kinds: ReadonlyMap<string, string>): string | undefined {
  const stem = word?.form.stems.find((candidate) => kinds.has(candidate))
  return stem === undefined ? undefined : kinds.get(stem)
}

/** A joint statement has no name: place and day of its issue make the key. */
function jointStatements(reading: Reading, found: Match<true>[]): Citation[] {
  return found.flatMap(({ from, to }) => {
    const at = reading.words.findIndex(
      (word, index) =>
        index >= to && index < to + JOINT_REACH && word.form.stems.some((stem) => ISSUED.has(stem)),
    )
    if (at < 0) return []
    const place = reading.mentions.find(
      ({ name, match }) => name.kind === 'place' && match.from > at && match.from <= at + 3,
    )
    const start = place && (reading.words[place.match.to]?.start ?? reading.text.length)
    const date = reading.dates.find(
      ({ span }) => span && start !== undefined && span[0] >= start - 1 && span[0] <= start + 20,
    )
    return place && date ? [cite(reading, `${slug(place.name.id)}-STATEMENT-${date.value}`, from, to)] : []
  })
}

function cite({ words, text }: Reading, value: string, from: number, to: number): Citation {
  const span: [number, number] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0]
  return { value, raw: text.slice(...span), span }
}

function withYear(citation: Citation, value: number | undefined, derived: boolean): Citation {
  if (value === undefined) return citation
  return { ...citation, year: derived ? { value, derived: true } : { value } }
}

/** One entry for each key, in the order of the text; a printed year is better than a computed one. */
function distinct(citations: Citation[]): Citation[] {
  const byKey = new Map<string, Citation>()
  for (const citation of citations.sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0))) {
    const known = byKey.get(citation.value)
    if (!known) byKey.set(citation.value, citation)
    else if (known.year?.derived && citation.year && !citation.year.derived) known.year = citation.year
  }
  return [...byKey.values()]
}

function instrumentEntries(): [string, Instrument][] {
  return instruments.flatMap(({ id, names, ...more }) => {
    const { year, within, short = [] } = more as { year?: number; within?: string; short?: string[] }
    const proper = (phrase: string) => phrase.charAt(0) !== phrase.charAt(0).toLowerCase()
    const whole = [...names.ar, ...names.en, ...names.fr].map((phrase): [string, Instrument] => [
      phrase,
      { id, year, proper: proper(phrase) },
    ])
    return [
      ...whole,
      ...short.map((phrase): [string, Instrument] => [phrase, { id, year, within, proper: false }]),
    ]
  })
}

function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}|'/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toUpperCase()
}

function set(list: string[]): Set<string> {
  return new Set(list.map(spelling))
}
