/**
 * Which states, places and organisations are named here? One tree holds all names, so that the longest wins
 * across kinds: no state is read out of the name of an organisation.
 */
import ambiguous from '../../reference/ambiguous.json' with { type: 'json' }
import countries from '../../reference/countries.json' with { type: 'json' }
import organisations from '../../reference/organisations.json' with { type: 'json' }
import persons from '../../reference/persons.json' with { type: 'json' }
import places from '../../reference/places.json' with { type: 'json' }
import { withAnaphors, withKingdom } from './anaphors.js'
import { grouped, type Match, phraseBook } from './phrases.js'
import { isAnyOf, spelling, type Word } from './words.js'

type Name = {
  kind: 'country' | 'place' | 'organisation' | 'silent'
  id: string
  /** The state is not named, only meant by an adjective or a title. */
  implied?: true
  /** Counts only in documents of this organisation. */
  within?: string
  /** In Latin script only with a capital letter, or in nothing but capitals: "CAR", "US". */
  proper?: 'capital' | 'capitals'
  /** One meeting is named and no organ: "the Islamic Summit in Istanbul". */
  event?: true
  /** Only "the Organisation" is printed. */
  anaphor?: true
}

export type Mention = { name: Name; match: Match<Name[]> }

type Names = { ar: string[]; en: string[]; fr: string[] }
type Organisation = { id: string; names: Names; within?: string; short?: string[]; events?: string[] }
type Entry = readonly [phrase: string, name: Name]

const ARABIC_ADJECTIVES = [
  '',
  '\u0629',
  '\u0648\u0646',
  '\u064A\u0646',
  '\u0627\u062A',
  '\u0627',
  '\u062A\u064A\u0646',
]
const ARTICLE = '\u0627\u0644'
const ABBREVIATION = /^[A-Z]{2,5}$/
const AMMAN = ambiguous.muscatOrAmman
const MUSCAT_OR_AMMAN = spelling(AMMAN.word)
const isDoubtful = isAnyOf(new Set(ambiguous.doubtful.names.map(spelling)))
const introducesState = isAnyOf(new Set(ambiguous.doubtful.after.map(spelling)))
const introducesCity = isAnyOf(new Set(ambiguous.cities.after.map(spelling)))

/** @param words of one paragraph @param organisation that issued the document, if known @param host state where the meeting sat */
export type NameFinder = (
  words: readonly Word[],
  text: string,
  organisation?: string,
  host?: string,
) => Mention[]

export function nameFinder(): NameFinder {
  const book = phraseBook(
    grouped([...silentEntries(), ...countryEntries(), ...placeEntries(), ...organisationEntries()]),
  )
  return (words, text, organisation, host) => {
    const mentions: Mention[] = []
    for (let at = 0; at < words.length; at += 1) {
      const match = book.at(words, at)
      const name = match && chosen(match, words, organisation)
      if (!name) continue
      if (name.kind !== 'silent' && !inSymbol(words, match)) mentions.push({ name, match })
      at = match.to - 1
    }
    return withKingdom(withAnaphors(settled(mentions, words, text), words, organisation), words, {
      organisation,
      host,
    })
  }
}

/** "OIC/CFM-47/2020" is a symbol, and names nobody. */
function inSymbol(words: readonly Word[], { from, to }: Match<Name[]>): boolean {
  if (!words[from]?.form.capitals || (words[to]?.form.text !== '/' && words[from - 1]?.form.text !== '/'))
    return false
  const near = words.slice(Math.max(0, from - 1), to + 4)
  const strokes = near.filter(({ form }) => form.text === '/').length
  return strokes > 1 || near.some(({ form }) => form.kind === 'number')
}

/** Of several bearers of one name, the one that is meant in documents of this organisation. */
function chosen(match: Match<Name[]>, words: readonly Word[], organisation?: string): Name | undefined {
  const form = words[match.from]?.form
  const fitting = match.value.filter(
    ({ proper }) => !proper || (proper === 'capitals' ? form?.capitals : form?.capital),
  )
  return (
    fitting.find((name) => name.within !== undefined && name.within === organisation) ??
    fitting.find((name) => name.within === undefined && name.kind === 'country') ??
    fitting.find((name) => name.within === undefined)
  )
}

/** Names that are ordinary words too stand only with a sign that a state is meant. */
function settled(mentions: Mention[], words: readonly Word[], text: string): Mention[] {
  return mentions
    .filter((mention, index) => isSure(mention, words, mentions[index - 1], mentions[index + 1]))
    .map((mention) => {
      const word = words[mention.match.from]
      const bare = mention.match.to - mention.match.from === 1 && word?.form.stems.includes(MUSCAT_OR_AMMAN)
      return bare && isAmman(mention, words, text, mentions) ? asAmman(mention) : mention
    })
}

function isSure(mention: Mention, words: readonly Word[], before?: Mention, after?: Mention): boolean {
  const { from, to } = mention.match
  if (to - from > 1 || !isDoubtful(words[from]?.form)) return true
  return introducesState(words[from - 1]?.form) || near(before, mention) || near(after, mention)
}

/** Another state or place within a few words: a list of them. */
function near(other: Mention | undefined, mention: Mention): boolean {
  if (other?.name.kind !== 'country' && other?.name.kind !== 'place') return false
  const gap =
    other.match.from < mention.match.from
      ? mention.match.from - other.match.to
      : other.match.from - mention.match.to
  return gap <= 3
}

/** Oman and Amman differ by marks that are rarely written: then the words around decide. */
function isAmman(
  mention: Mention,
  words: readonly Word[],
  text: string,
  mentions: readonly Mention[],
): boolean {
  const word = words[mention.match.from]
  const raw = text.slice(word?.start, word?.end)
  if (raw.includes(AMMAN.shadda)) return true
  if (raw.includes(AMMAN.damma)) return false
  if (introducesCity(words[mention.match.from - 1]?.form)) return true
  const jordan = mentions.some(
    ({ name, match }) => name.id === AMMAN.cityCountry && Math.abs(match.from - mention.match.from) <= 4,
  )
  return (
    jordan &&
    !near(
      mentions.find((other) => other !== mention && other.name.id !== AMMAN.cityCountry),
      mention,
    )
  )
}

function asAmman(mention: Mention): Mention {
  return { ...mention, name: { kind: 'place', id: AMMAN.city } }
}

function silentEntries(): Entry[] {
  return Object.values(ambiguous.silent)
    .flat()
    .map((phrase) => [phrase, { kind: 'silent', id: '' }])
}

function countryEntries(): Entry[] {
  const entries: Entry[] = ambiguous.titles.map(([phrase = '', id = '']) => [
    phrase,
    { kind: 'country', id, implied: true },
  ])
  for (const { id, names, adjectives, capitals } of countries) {
    entries.push(...named(names, { kind: 'country', id }))
    const implied: Name = { kind: 'country', id, implied: true }
    for (const adjective of adjectives.ar) entries.push(...arabicForms(adjective, implied))
    for (const plural of adjectives.arPlural ?? [])
      entries.push([ARTICLE + plural, implied], [plural, implied])
    for (const adjective of [...adjectives.en, ...adjectives.fr]) entries.push(...plurals(adjective, implied))
    entries.push(...named(capitals, { kind: 'place', id: capitals.en[0] ?? '' }))
  }
  return entries
}

function arabicForms(adjective: string, name: Name): Entry[] {
  return ARABIC_ADJECTIVES.flatMap((ending): Entry[] => [
    [adjective + ending, name],
    [ARTICLE + adjective + ending, name],
  ])
}

function plurals(adjective: string, name: Name): Entry[] {
  return [
    [adjective, properly(adjective, name)],
    [`${adjective}s`, properly(adjective, name)],
  ]
}

function placeEntries(): Entry[] {
  return places.flatMap(({ id, names }) => named(names, { kind: 'place', id }))
}

function organisationEntries(): Entry[] {
  const all: Organisation[] = [...organisations, ...persons]
  return all.flatMap(({ id, names, within, short, events }) => [
    ...named(names, { kind: 'organisation', id }),
    ...(events ?? []).map(
      (phrase): Entry => [phrase, properly(phrase, { kind: 'organisation', id, event: true })],
    ),
    ...(short ?? []).map((phrase): Entry => [phrase, properly(phrase, { kind: 'organisation', id, within })]),
  ])
}

function named(names: Names, name: Name): Entry[] {
  return [...names.ar, ...glued(names.ar), ...names.en, ...names.fr].map((phrase) => [
    phrase,
    properly(phrase, name),
  ])
}

/** Some hosts drop the blanks within names: "the United" and "States" become one word. */
function glued(names: string[]): string[] {
  return names.filter((name) => name.includes(' ')).map((name) => name.replaceAll(' ', ''))
}

/** What is written with capitals counts only with them. Arabic has none. */
function properly(phrase: string, name: Name): Name {
  if (phrase.charAt(0) === phrase.charAt(0).toLowerCase()) return name
  return { ...name, proper: ABBREVIATION.test(phrase) ? 'capitals' : 'capital' }
}
