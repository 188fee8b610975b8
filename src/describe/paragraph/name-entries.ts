/** All names of states, places and organisations, with the adjectives of the states, as they may be written. */
import ambiguous from '../../reference/ambiguous.json' with { type: 'json' }
import countries from '../../reference/countries.json' with { type: 'json' }
import organisations from '../../reference/organisations.json' with { type: 'json' }
import persons from '../../reference/persons.json' with { type: 'json' }
import places from '../../reference/places.json' with { type: 'json' }

export type Name = {
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

export function nameEntries(): Entry[] {
  return [...silentEntries(), ...countryEntries(), ...placeEntries(), ...organisationEntries()]
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
