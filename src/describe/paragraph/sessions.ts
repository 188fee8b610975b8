/**
 * Which session of a body is meant? Its ordinal stands near the name of the body, in words or digits; where it is
 * not printed, a known place and year name the session.
 */

import type { Citation } from '../../model.js'
import citationWords from '../../reference/citation-words.json' with { type: 'json' }
import ordinals from '../../reference/ordinals.json' with { type: 'json' }
import knowledge from '../../reference/resolutions.json' with { type: 'json' }
import type { Mention } from './names.js'
import { type PhraseBook, phraseBook } from './phrases.js'
import { cite, type Reading } from './reading.js'
import { spelling, type Word } from './words.js'

type Ordinal = { n: number; from: number; to: number }

const BODIES = new Map(citationWords.bodies.map(([id = '', key = '']) => [id, key]))
const SESSION_WORDS = new Set(citationWords.sessionWords.map(spelling))
const EXTRAORDINARY = new Set(citationWords.extraordinary.map(spelling))
const COUNCILS = new Set(citationWords.councils.map(spelling))
/** The document's own meeting is no citation. */
const OWN = new Set(citationWords.own.map(spelling))
/** Bodies whose sessions are cited. */
const COUNTED = new Set(citationWords.bodies.map(([, key = '']) => key))
const OWN_SESSION = new Set(citationWords.ownSession.map(spelling))
const OWNER = new Set(citationWords.owner.map(spelling))
const COUNCIL_LINKS = new Set(citationWords.councilLinks.map(spelling))
/** The Arabic "of", written onto the word. */
const LAM = '\u0644'
/** So far off lies a session of which its number alone is said. */
const NEXT_SESSIONS = 3
const [ABOVE, ...HUNDRED] = citationWords.aboveHundred.map(spelling)
const HUNDREDS = new Set(HUNDRED)
const REACH = 5
/** Words between another organisation and an ordinal. */
const OTHER_REACH = 8
const PLACE_REACH = 12
const SUFFIXES = new Set(['st', 'nd', 'rd', 'th', 'e', 'eme', 'er', 'ere'])
const ARTICLES = new Set(['\u0627\u0644', '\u0627\u0644\u0640'].map(spelling))

export function sessionFinder(): (reading: Reading) => Citation[] {
  const book = phraseBook(
    ordinals.flatMap(({ n, ar, en, fr }) => [...ar, ...en, ...fr].map((name) => [name, n] as const)),
  )
  return (reading) => {
    const bodies = reading.mentions.filter(({ name }) => BODIES.has(name.id))
    if (bodies.length === 0 && !reading.own) return []
    const found = ordinalsIn(reading.words, book)
    const used = new Set<Ordinal>()
    const named = bodies.flatMap((body) => session(reading, body, found, used))
    return [...named, ...anaphors(reading, bodies, found, used)].filter(({ value }) => value !== reading.own)
  }
}

function session(reading: Reading, body: Mention, found: Ordinal[], used: Set<Ordinal>): Citation[] {
  const { words } = reading
  const ordinal = found.find((candidate) => !used.has(candidate) && belongs(words, candidate, body))
  if (!ordinal) return byPlace(reading, body)
  used.add(ordinal)
  const [from, to] = [Math.min(ordinal.from, body.match.from), Math.max(ordinal.to, body.match.to)]
  return [cite(reading, `${keyOf(body.name.id, words, from - 2, to + 2)}-${ordinal.n}`, from, to)]
}

/** Within a few words, with "session" between or the name itself next to it. */
function belongs(words: readonly Word[], ordinal: Ordinal, { match }: Mention): boolean {
  const [left, right] = ordinal.from < match.from ? [ordinal.to, match.from] : [match.to, ordinal.from]
  if (left > right || right - left > REACH) return false
  const between = words.slice(left, right)
  if (
    between.some(
      (word) => OWN.has(word.form.text) || ['.', '\u061B', ';', ')', '\u060C', ','].includes(word.form.text),
    )
  )
    return false
  const before = words[ordinal.from - 1]?.form.stems ?? []
  return (
    right - left <= 1 ||
    [...between.flatMap((word) => word.form.stems), ...before].some((stem) => SESSION_WORDS.has(stem))
  )
}

function keyOf(id: string, words: readonly Word[], from: number, to: number): string {
  return ofKind(BODIES.get(id) ?? id, words.slice(Math.max(0, from), to).find(isExtraordinary))
}

/** An extraordinary session is counted apart. */
function ofKind(key: string, word: Word | undefined): string {
  return isExtraordinary(word) ? key.replace(/\/(?!EX-)/, '/EX-') : key
}

/** "The forty-third session of the Council": of the council that was named before, else of the one that speaks. */
function anaphors(reading: Reading, bodies: Mention[], found: Ordinal[], used: Set<Ordinal>): Citation[] {
  return found.flatMap((ordinal) => {
    const { words } = reading
    const owned = isOwned(words, ordinal)
    const bare = isBare(reading, ordinal)
    if (used.has(ordinal) || !(owned || bare || isOfCouncil(words, ordinal))) return []
    const body = bodies.findLast(({ match }) => match.to <= ordinal.from)
    const own = reading.own?.replace(/-\d+$/, '') ?? ''
    const council = body && !owned && !bare ? (BODIES.get(body.name.id) ?? '') : own
    return COUNTED.has(council) && !others(reading, ordinal)
      ? [
          cite(
            reading,
            `${ofKind(council, words[ordinal.from - 1])}-${ordinal.n}`,
            ordinal.from,
            ordinal.to + 1,
          ),
        ]
      : []
  })
}

/** "of the Council" behind, where nothing follows that tells which council it is; the Arabic ordinal stands behind the session. */
function isOfCouncil(words: readonly Word[], { from, to }: Ordinal): boolean {
  if (isCouncil(words[to])) return isSession(words[isExtraordinary(words[from - 1]) ? from - 2 : from - 1])
  if (!isSession(words[to])) return false
  let at = to + 1
  while (COUNCIL_LINKS.has(words[at]?.form.text ?? '')) at += 1
  return at > to + 1 && isCouncil(words[at]) && !COUNCIL_LINKS.has(words[at + 1]?.form.text ?? '')
}

/** "To host the 41st session", said by the 40th or another one near it. */
function isBare({ words, own }: Reading, { n, from, to }: Ordinal): boolean {
  const distance = Math.abs(n - Number(own?.split('-').at(-1)))
  const arabic = isSession(words[from - 1])
  const behind = words[arabic ? to : to + 1]?.form.text ?? ''
  return (
    distance > 0 &&
    distance <= NEXT_SESSIONS &&
    (arabic || isSession(words[to])) &&
    !COUNCIL_LINKS.has(behind) &&
    !behind.startsWith(LAM)
  )
}

/** "Its fiftieth session": of the body that speaks. */
function isOwned(words: readonly Word[], { from, to }: Ordinal): boolean {
  const before = words[from - 1]?.form.text ?? ''
  return OWN_SESSION.has(before) || (OWNER.has(before) && SESSION_WORDS.has(words[to]?.form.text ?? ''))
}

function isSession(word: Word | undefined): boolean {
  return word?.form.stems.some((stem) => SESSION_WORDS.has(stem)) === true
}

function isCouncil(word: Word | undefined): boolean {
  return word?.form.stems.some((stem) => COUNCILS.has(stem)) === true
}

function isExtraordinary(word: Word | undefined): boolean {
  return word?.form.stems.some((stem) => EXTRAORDINARY.has(stem)) === true
}

/** Another organisation was named just before: its session may be meant. */
function others({ mentions, own = '' }: Reading, { from }: Ordinal): boolean {
  const last = mentions.findLast(({ name, match }) => name.kind === 'organisation' && match.to <= from)
  if (!last || BODIES.has(last.name.id) || from - last.match.to > OTHER_REACH) return false
  return last.name.id.split('-')[0] !== own.split('/')[0]
}

/** The Summit in Istanbul in April 2016 can only be the thirteenth. */
function byPlace(reading: Reading, { name, match }: Mention): Citation[] {
  const known = (knowledge.sessions as unknown as Record<string, Record<string, [string, number]>>)[
    BODIES.get(name.id) ?? ''
  ]
  const place = reading.mentions.find(
    (other) =>
      other.name.kind === 'place' && other.match.from >= match.to && other.match.from <= match.to + 3,
  )
  if (!known || !place) return []
  const until = reading.words[place.match.to + PLACE_REACH]?.start ?? reading.text.length
  const start = reading.words[place.match.to - 1]?.end ?? 0
  const date = reading.dates.find(({ span }) => span && span[0] >= start && span[0] < until)
  const entry = Object.entries(known).find(
    ([, [city, year]]) => city === place.name.id && date?.value.startsWith(String(year)),
  )
  if (!entry) return []
  return [
    {
      ...cite(reading, `${BODIES.get(name.id)}-${entry[0]}`, match.from, place.match.to),
      derived: true,
    },
  ]
}

function ordinalsIn(words: readonly Word[], book: PhraseBook<number>): Ordinal[] {
  const found: Ordinal[] = []
  for (let at = 0; at < words.length; ) {
    const ordinal = ordinalAt(words, at, book)
    if (ordinal) found.push(ordinal)
    at = ordinal?.to ?? at + 1
  }
  return found
}

/** In words, or in digits with "al-" before ("\u0627\u0644\u064043") or "th" behind. */
function ordinalAt(words: readonly Word[], at: number, book: PhraseBook<number>): Ordinal | undefined {
  const form = words[at]?.form
  if (form?.kind === 'word') {
    const match = book.at(words, at)
    const above = match && isAboveHundred(words, match.to)
    if (match)
      return { n: above ? match.value + 100 : match.value, from: at, to: above ? match.to + 2 : match.to }
    const number = words[at + 1]?.form
    return number?.kind === 'number' && form.stems.some((stem) => ARTICLES.has(stem))
      ? { n: number.value, from: at, to: at + 2 }
      : undefined
  }
  return form?.kind === 'number' && SUFFIXES.has(words[at + 1]?.form.text ?? '')
    ? { n: form.value, from: at, to: at + 2 }
    : undefined
}

/** "The fifty-sixth after the hundred." */
function isAboveHundred(words: readonly Word[], at: number): boolean {
  return words[at]?.form.text === ABOVE && HUNDREDS.has(words[at + 1]?.form.text ?? '')
}
