/**
 * How does a document stand to others? Its versions in other languages and their paragraphs beside its own, the other items of
 * its container, who cites it, and where what it cites can be read. Found by what each one carries, never written down.
 */
import type { estypes } from '@elastic/elasticsearch'
import { totalOf } from '../../elastic/pages.js'
import type { DocumentEntry, IndexNames, ParagraphEntry } from '../../fields.js'
import { LANGUAGES, type Language } from '../../model.js'
import { formsOf } from '../../symbols/forms.js'
import type { Counterpart, DocumentHead, LanguageVersion } from '../answer.js'
import type { Ask } from '../engine.js'
import { documentHead, permalink } from '../hits/response.js'
import { TEXTS, VARIANT } from './whole.js'

type Names = Pick<IndexNames, 'documents' | 'paragraphs'>
type Query = estypes.QueryDslQueryContainer

const MOST_VERSIONS = 20
const MOST_ITEMS = 500
const MOST_PARAGRAPHS = 10_000
/** Ends a key that nothing but the letters of its title or text tells apart. */
const HASHED = /-[0-9a-f]{8}\.\w+$/

type Version = LanguageVersion & { id: string }

/** The same but for the language: by key, and where a key is made of letters by meeting, day and kind. */
export async function versionsOf(ask: Ask, names: Names, entry: DocumentEntry): Promise<Version[]> {
  const { hits } = await ask<DocumentEntry>(names.documents, {
    query: {
      bool: {
        should: sameDocument(entry),
        minimum_should_match: 1,
        must_not: [VARIANT, termOf('language', entry.language)],
      },
    },
    size: MOST_VERSIONS,
    sort: [{ _score: { order: 'desc' } }, { key: 'asc' }],
    _source: ['key', 'language'],
  })
  const all = hits.hits.flatMap(({ _id: id = '', _source: other }) =>
    other ? [{ id, language: other.language, key: other.key, permalink: permalink(other.key) }] : [],
  )
  return LANGUAGES.flatMap((language) => all.find((one) => one.language === language) ?? [])
}

function sameDocument({ key, meeting, day, type }: DocumentEntry): Query[] {
  const byKey: Query = { constant_score: { filter: termOf('symbols', key.replace(/\.\w+$/, '')), boost: 2 } }
  if (!HASHED.test(key) || !meeting || !day || !type) return [byKey]
  const filter = [termOf('meeting', meeting), termOf('day', day), termOf('type', type)]
  return [byKey, { constant_score: { filter: { bool: { filter } }, boost: 1 } }]
}

/** @returns for each label of `paragraphs` the paragraphs of other versions that bear its number, or stand where it stands */
export async function counterpartsOf(
  ask: Ask,
  names: Names,
  paragraphs: ParagraphEntry[],
  versions: Version[],
): Promise<Map<string, Counterpart[]>> {
  const found = new Map<string, Counterpart[]>()
  if (versions.length === 0) return found
  const { hits } = await ask<ParagraphEntry>(names.paragraphs, {
    query: {
      bool: {
        filter: { terms: { document: versions.map(({ id }) => id) } },
        must_not: termOf('role', 'cover'),
      },
    },
    size: MOST_PARAGRAPHS,
    sort: [{ document: 'asc' }, { ordinal: 'asc' }],
    _source: ['document', 'number', 'label', 'role'],
  })
  const others = hits.hits.flatMap(({ _source: other }) => other ?? [])
  for (const { id, language, key } of versions) {
    const theirs = others.filter(({ document }) => document === id)
    for (const [mine, label] of agreeing(paragraphs, theirs)) {
      found.set(mine, [...(found.get(mine) ?? []), { language, label, permalink: permalink(key, label) }])
    }
  }
  return found
}

type Numbered = Pick<ParagraphEntry, 'number' | 'label' | 'role'>

/**
 * Labels that agree belong together; else numbers, where each document has them once. Without a number the label counts
 * places, which agree where both have as many of them in that part.
 */
function agreeing(mine: Numbered[], theirs: Numbered[]): [mine: string, theirs: string][] {
  const labels = new Set(theirs.map(({ label }) => label))
  const byNumber = once(theirs)
  const own = once(mine)
  const [here, there] = [unnumbered(mine), unnumbered(theirs)]
  return mine.flatMap(({ number, label, role }): [string, string][] => {
    if (labels.has(label)) return number || here.get(role) === there.get(role) ? [[label, label]] : []
    if (!number) return []
    const other = own.has(number) && byNumber.get(number)
    return other ? [[label, other]] : []
  })
}

/** role -> how many paragraphs of it have no number */
function unnumbered(paragraphs: Numbered[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { number, role } of paragraphs) if (!number) counts.set(role, (counts.get(role) ?? 0) + 1)
  return counts
}

/** number -> label, of numbers that stand there once */
function once(paragraphs: Numbered[]): Map<string, string> {
  const counts = new Map<string, number>()
  for (const { number } of paragraphs) if (number) counts.set(number, (counts.get(number) ?? 0) + 1)
  return new Map(
    paragraphs.flatMap(({ number, label }) => (number && counts.get(number) === 1 ? [[number, label]] : [])),
  )
}

/** All documents of a container, itself among them, in their order. */
export async function itemsOf(
  ask: Ask,
  names: Names,
  entry: DocumentEntry,
  language: Language,
): Promise<DocumentHead[]> {
  if (!entry.container) return []
  const { hits } = await ask<DocumentEntry>(names.documents, {
    query: {
      bool: {
        filter: [termOf('container', entry.container), termOf('language', entry.language)],
        must_not: VARIANT,
      },
    },
    size: MOST_ITEMS,
    sort: [{ position: 'asc' }, { key: 'asc' }],
    _source: { excludes: TEXTS },
  })
  return hits.hits.flatMap(({ _id: id = '', _source: item }) =>
    item ? [documentHead(id, item, language)] : [],
  )
}

/** How often it is cited; a cover that prints its own symbol cites nothing. @returns nothing where it bears no symbol or nobody cites it */
export async function citationsOf(ask: Ask, names: Names, { symbol }: DocumentEntry) {
  const value = symbol && formsOf(symbol)?.full
  if (!value) return undefined
  const query = { bool: { filter: termOf('cites', value), must_not: termOf('role', 'cover') } }
  const { hits } = await ask(names.paragraphs, {
    query,
    size: 0,
    track_total_hits: true,
  })
  const paragraphs = totalOf(hits)
  return paragraphs > 0 ? { value, paragraphs } : undefined
}

/** @returns permalinks of those that are here */
export async function citedHere(
  ask: Ask,
  names: Names,
  { cites: values = [], language }: DocumentEntry,
): Promise<Map<string, string>> {
  if (values.length === 0) return new Map()
  const { hits } = await ask<DocumentEntry>(names.documents, {
    query: { bool: { filter: { terms: { symbols: values } }, must_not: VARIANT } },
    size: MOST_ITEMS,
    sort: [{ key: 'desc' }],
    _source: ['key', 'symbols', 'language'],
  })
  const wanted = new Set(values)
  const entries = hits.hits.flatMap(({ _source: other }) => other ?? [])
  // The last of a form counts: the version in the language of the document.
  const ordered = entries.sort((a, b) => Number(a.language === language) - Number(b.language === language))
  return new Map(
    ordered.flatMap(({ key, symbols }) =>
      symbols.filter((form) => wanted.has(form)).map((form) => [form, permalink(key)] as const),
    ),
  )
}

function termOf(field: string, value: string): Query {
  return { term: { [field]: value } }
}
