/**
 * Which session of a body is meant? Its ordinal stands near the name of the body, in words or digits; where it is
 * not printed, a known place and year name the session.
 */

import type { Citation } from '../../model.js'
import citationWords from '../../reference/citation-words.json' with { type: 'json' }
import organisations from '../../reference/organisations.json' with { type: 'json' }
import knowledge from '../../reference/resolutions.json' with { type: 'json' }
import type { Mention } from './names.js'
import { type Ordinal, ordinalBook, ordinalsIn } from './ordinals.js'
import { phraseBook } from './phrases.js'
import { cite, type Reading } from './reading.js'
import { spelling, type Word } from './words.js'

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
const REACH = 5
/** Words between another organisation and an ordinal. */
const OTHER_REACH = 8
const BESIDE = 3
const PLACE_REACH = 12
/** Words of a name before an ordinal within it, and behind. */
const NAME_PART = 4

export function sessionFinder(): (reading: Reading) => Citation[] {
  const parted = partedFinder()
  const book = ordinalBook()
  return (reading) => {
    const bodies = reading.mentions.filter(({ name }) => BODIES.has(name.id))
    const found = ordinalsIn(reading.words, book)
    const used = new Set<Ordinal>()
    const named = [
      ...bodies.flatMap((body) => session(reading, body, found, used)),
      ...found.flatMap((ordinal) => (used.has(ordinal) ? [] : parted(reading, ordinal, used))),
    ]
    return [...named, ...anaphors(reading, bodies, found, used)].filter(({ value }) => value !== reading.own)
  }
}

/** "The Islamic Conference, the thirty-fourth, of Foreign Ministers": Arabic puts the ordinal into the name. */
function partedFinder(): (reading: Reading, ordinal: Ordinal, used: Set<Ordinal>) => Citation[] {
  const names = organisations.flatMap(({ id, names }) =>
    BODIES.has(id) ? names.ar.map((name) => [name, BODIES.get(id) ?? ''] as const) : [],
  )
  const book = phraseBook(names)
  return (reading, ordinal, used) => {
    const { words } = reading
    const before = words.slice(Math.max(0, ordinal.from - NAME_PART), ordinal.from)
    const together = [...before, ...words.slice(ordinal.to, ordinal.to + NAME_PART)]
    for (let at = 0; at < before.length; at += 1) {
      const match = book.at(together, at)
      if (!match || match.to <= before.length) continue
      used.add(ordinal)
      const to = ordinal.to + match.to - before.length
      return [cite(reading, `${match.value}-${ordinal.n}`, ordinal.from - before.length + at, to)]
    }
    return []
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
    return COUNTED.has(council) && !others(reading, ordinal, bare ? BESIDE : OTHER_REACH)
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
function others({ mentions, own = '' }: Reading, { from }: Ordinal, reach: number): boolean {
  const last = mentions.findLast(({ name, match }) => name.kind === 'organisation' && match.to <= from)
  if (!last || BODIES.has(last.name.id) || from - last.match.to > reach) return false
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
