/**
 * Which texts are cited by a name: charters, conventions, initiatives, groups of resolutions, declarations named after
 * a place, joint statements that have only their place and day?
 */

import type { Citation } from '../../model.js'
import citationWords from '../../reference/citation-words.json' with { type: 'json' }
import instruments from '../../reference/instruments.json' with { type: 'json' }
import { charterBefore } from './anaphors.js'
import { isCue } from './numbered.js'
import { type Match, type PhraseBook, phraseBook } from './phrases.js'
import { cite, type Reading, withYear } from './reading.js'
import { isAnyOf, spelling, type Word } from './words.js'

type Instrument = { id: string; year?: number; within?: string; proper: boolean }
type Named = { instrument: Instrument } | { group: string } | { joint: true }

const KINDS = new Map(citationWords.kinds.map(([word = '', kind = '']) => [spelling(word), kind]))
/** "This Declaration" is the text itself. */
const OWN = set(citationWords.itself)
const LINKS = set(citationWords.kindLinks)
const isCharters = isAnyOf(set(citationWords.charter.plural))
const CHARTER_ID = '-CHARTER'
/** Words between an organisation and "charters". */
const BESIDE = 8
const ISSUED = set(citationWords.issued)
/** Words to "issued", words from there to the place, letters from the place to the day. */
const JOINT_REACH = 60
const PLACE_REACH = 3
const DATE_REACH = 20

export function instrumentFinder(): (reading: Reading) => Citation[] {
  const book = phraseBook<Named>([
    ...instrumentEntries().map(([phrase, instrument]): [string, Named] => [phrase, { instrument }]),
    ...citationWords.groups.map(([phrase = '', group = '']): [string, Named] => [phrase, { group }]),
    ...citationWords.joint.map((phrase): [string, Named] => [phrase, { joint: true }]),
  ])
  const charterIds = new Set(instruments.map(({ id }) => id).filter((id) => id.endsWith(CHARTER_ID)))
  return (reading) => {
    const found = book.all(reading.words).map((match) => longer(book, reading, match))
    const places = namedAfterPlaces(reading).filter(
      ({ from }) => !found.some((match) => match.from <= from && from < match.to),
    )
    return [
      ...found.flatMap((match) => named(reading, match)),
      ...charters(reading),
      ...chartersOf(reading, charterIds),
      ...places.map(({ citation }) => citation),
    ]
  }
}

/** "The Charter" is short for one of an organisation; "the Charter of the OIC" is a longer name that begins a word later. */
function longer(book: PhraseBook<Named>, { words }: Reading, match: Match<Named>): Match<Named> {
  const later = book.at(words, match.from + 1)
  return later && later.to > match.to ? later : match
}

function named(reading: Reading, match: Match<Named>): Citation[] {
  const { value, from, to } = match
  if ('instrument' in value) return instrument(reading, match, value.instrument)
  if ('joint' in value) return jointStatement(reading, match)
  return numberFollows(reading, to) ? [] : [cite(reading, value.group, from, to)]
}

/** "Resolutions of the Council 242 and 338" is no group: its numbers follow at once. */
function numberFollows({ words }: Reading, to: number): boolean {
  for (let at = to; at < to + 4; at += 1) {
    if (words[at]?.form.kind === 'number') return true
    if (isCue(words, at)) return false
  }
  return false
}

function instrument(
  reading: Reading,
  match: Match<Named>,
  { id, within, year, proper }: Instrument,
): Citation[] {
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
function namedAfterPlaces(reading: Reading): { from: number; citation: Citation }[] {
  const { words } = reading
  return reading.mentions.flatMap(({ name, match }) => {
    if (name.kind !== 'place') return []
    let before = match.from - 1
    while (LINKS.has(words[before]?.form.text ?? '')) before -= 1
    const arabic = words[before]
    const kindBefore =
      arabic && (before < match.from - 1 || arabic.form.stems.length > 1 || !arabic.form.capital)
        ? kindOf(arabic)
        : undefined
    const kindAfter = words[match.to]?.form.capital ? kindOf(words[match.to]) : undefined
    const kind = kindBefore ?? kindAfter
    if (!kind) return []
    const key = `${slug(name.id)}-${kind}`
    const from = kindBefore ? before : match.from
    return [{ from, citation: cite(reading, key, from, kindBefore ? match.to : match.to + 1) }]
  })
}

/** "The UN and OIC Charters": each organisation that is named beside the word has one. */
function chartersOf(reading: Reading, ids: ReadonlySet<string>): Citation[] {
  const found: Citation[] = []
  reading.words.forEach(({ form }, at) => {
    if (isCharters(form)) found.push(...chartersBeside(reading, at, ids))
  })
  return found
}

function chartersBeside(reading: Reading, at: number, ids: ReadonlySet<string>): Citation[] {
  return reading.mentions
    .filter(({ match }) => match.from >= at - BESIDE && match.to <= at + BESIDE)
    .filter(({ name }) => ids.has(name.id + CHARTER_ID))
    .map(({ name, match }) => cite(reading, name.id + CHARTER_ID, match.from, match.to))
}

function kindOf(word: Word | undefined): string | undefined {
  const stem = word?.form.stems.find((candidate) => KINDS.has(candidate))
  return stem === undefined ? undefined : KINDS.get(stem)
}

/** A joint statement has no name: place and day of its issue make the key. */
function jointStatement({ words, mentions, dates, text }: Reading, { from, to }: Match<Named>): Citation[] {
  const at = words.findIndex(
    (word, index) =>
      index >= to && index < to + JOINT_REACH && word.form.stems.some((stem) => ISSUED.has(stem)),
  )
  const place = mentions.find(
    ({ name, match }) =>
      at >= 0 && name.kind === 'place' && match.from > at && match.from <= at + PLACE_REACH,
  )
  if (!place) return []
  const start = words[place.match.to]?.start ?? text.length
  const date = dates.find(({ span }) => span && span[0] >= start - 1 && span[0] <= start + DATE_REACH)
  const key = date && `${slug(place.name.id)}-STATEMENT-${date.value}`
  return key ? [cite({ words, text }, key, from, to)] : []
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
