/**
 * Which code of the index does a name mean, in Arabic, English or French, however it is spelt? All names are data of
 * `reference/`; a code means itself.
 */
import { clean } from '../../arabic/clean.js'
import { comparableText } from '../../arabic/comparable.js'
import { once } from '../../arabic/once.js'
import type { Language } from '../../model.js'
import bodies from '../../reference/bodies.json' with { type: 'json' }
import countries from '../../reference/countries.json' with { type: 'json' }
import instruments from '../../reference/instruments.json' with { type: 'json' }
import labels from '../../reference/labels.json' with { type: 'json' }
import organisations from '../../reference/organisations.json' with { type: 'json' }
import persons from '../../reference/persons.json' with { type: 'json' }
import places from '../../reference/places.json' with { type: 'json' }
import words from '../../reference/query-words.json' with { type: 'json' }
import { capitals } from '../labels.js'
import type { FieldName } from './fields.js'
import { categoriesOf, writtenVerbs } from './verb-names.js'

type Names = { ar: string[]; en: string[]; fr: string[] }
const ARTICLE = '\u0627\u0644'
/** The article, with the particles that may be written before it. */
const BEFORE = /^(?:[\u0648\u0641]?[\u0628\u0643]?\u0627\u0644|[\u0648\u0641]?\u0644\u0644)(?=...)/u
/** Code and all that it is called. */
type Entry = readonly [code: string, names: readonly string[]]
type Book = ReadonlyMap<string, readonly string[]>

/** As two names are compared: without marks, hamza seats, accents, case, article or spaces at the ends. */
export function comparableName(name: string): string {
  return comparableText(clean(name))
    .replace(/[\s_]+/g, ' ')
    .trim()
}

/** @returns codes that are called so, with or without article and particles; none where nothing is, several where a name is shared */
export function codesNamed(field: FieldName, name: string): readonly string[] {
  const key = comparableName(name)
  const book = BOOKS[field]?.()
  const bare = key.replace(BEFORE, '')
  const found =
    [key, bare, ARTICLE + bare].map((one) => book?.get(one)).find((codes) => codes !== undefined) ?? []
  return field === 'verb' && found.length === 0 ? categoriesOf(key) : found
}

/** Fields of what paragraphs name. */
export const NAMING = ['country', 'place', 'organisation'] as const

/** Whether a country, a place or an organisation is called so. */
export function isName(text: string): boolean {
  return NAMING.some((field) => codesNamed(field, text).length > 0)
}

/** Whether `code` is one of the codes of a field. */
export function isKnown(field: FieldName, code: string): boolean {
  return codesNamed(field, code).length > 0
}

/** @returns all that the values of a field are called, as written */
export function writtenNames(field: FieldName): string[] {
  const names = (ENTRIES[field]?.() ?? []).flatMap(([code, all]) => [...all, code])
  return field === 'verb' ? [...writtenVerbs(), ...names] : names
}

const ENTRIES: Partial<Record<FieldName, () => readonly Entry[]>> = {
  country: () => countries.map(countryEntry),
  hostCountry: () => countries.map(countryEntry),
  organisation: () => [...persons, ...organisations].map(named),
  place: () => [...capitals(), ...places].map(named),
  issuer: () => bodies.organisations.map(({ code, names }) => named({ id: code, names })),
  body: () => bodies.bodies.map(bodyEntry),
  cites: () => instruments.map(named),
  type: () => labelled(labels.type),
  role: () => labelled(labels.role),
  verb: () => labelled(labels.verb),
  quality: () => labelled(labels.quality),
  language: () =>
    labelled(labels.language).map(([code, names]) => [
      code,
      [...names, ...(words.languages[code as Language] ?? [])],
    ]),
}
const BOOKS = Object.fromEntries(
  Object.entries(ENTRIES).map(([field, entries]) => [field, once(() => book(entries()))]),
) as Partial<Record<FieldName, () => Book>>

function book(entries: readonly Entry[]): Book {
  const codes = new Map<string, string[]>()
  for (const [code, names] of entries) {
    for (const name of new Set([code, ...names].map(comparableName))) {
      codes.set(name, [...(codes.get(name) ?? []), code])
    }
  }
  return codes
}

function named({ id, names }: { id: string; names: Names }): Entry {
  return [id, [...names.ar, ...names.en, ...names.fr]]
}

function countryEntry({ id, names, adjectives }: (typeof countries)[number]): Entry {
  return [id, [...names.ar, ...names.en, ...names.fr, ...adjectives.en, ...adjectives.ar]]
}

function bodyEntry({ code, names, symbols }: (typeof bodies.bodies)[number]): Entry {
  return [code, [...named({ id: code, names })[1], ...symbols]]
}

function labelled(known: Record<string, Record<'ar' | 'en' | 'fr', string>>): Entry[] {
  return Object.entries(known).map(([code, { ar, en, fr }]) => [code, [ar, en, fr]])
}
