/**
 * Which document bears this symbol or number, however it is written? Exactly those that bear it; where none does, those
 * that come near. Language versions of one document are one answer.
 */
import type { estypes } from '@elastic/elasticsearch'
import type { DocumentEntry } from '../../fields.js'
import { LANGUAGES, type Language } from '../../model.js'
import { type Forms, formsOf, indexed, partsOf } from '../../symbols/forms.js'
import type { DocumentHead, LanguageVersion, Resolved, ResolvedDocument } from '../answer.js'
import type { Ask } from '../engine.js'
import { documentHead } from '../hits/response.js'
import type { Reading } from '../language/reading.js'
import { TEXTS, VARIANT } from './whole.js'

type Query = estypes.QueryDslQueryContainer

/** Documents looked at; those beyond are less near than all of these. */
const MOST = 60
/** Near ones that are offered. */
const MOST_NEAR = 5
/** Names by which Elasticsearch says how a document was found, best first. */
const RANKS = ['full', 'loose', 'near'] as const
const WEIGHTS = { full: 100, loose: 50, near: 1 }
/** Share of the parts of a symbol that have to be there. */
const MOST_PARTS = '60%'
const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)+(?:\.(?:ar|en|fr))?$/
const ARABIC = /\p{Script=Arabic}/u

/**
 * @param index alias of the documents
 * @param language of labels, and of the version that is preferred unless the symbol itself is in Arabic letters
 */
export async function resolve(ask: Ask, index: string, text: string, language: Language): Promise<Resolved> {
  const asked = text.trim()
  const forms = formsOf(asked)
  const key = KEY.test(asked.toLowerCase()) ? asked.toLowerCase() : undefined
  const base = { symbol: asked, ...(forms && { form: forms.full }) }
  if (!forms && !key) return { ...base, candidates: [], near: [] }
  const body = { query: wanted(forms, key), size: MOST, _source: { excludes: TEXTS }, sort: BY_NEARNESS }
  const { hits } = await ask<DocumentEntry>(index, body)
  const best = RANKS.find((rank) => rank !== 'near' && hits.hits.some((hit) => rankOf(hit) === rank))
  const preferred = ARABIC.test(asked) ? 'ar' : language
  const exact = hits.hits.filter((hit) => rankOf(hit) === best)
  const candidates = together(exact, preferred, language)
  const near = best ? [] : together(hits.hits, preferred, language).slice(0, MOST_NEAR)
  const [only] = candidates
  return { ...base, ...(only && candidates.length === 1 && { jump: only.permalink }), candidates, near }
}

/** Where the whole question is a symbol that one document bears. @returns its permalink */
export async function jumpFor(
  ask: Ask,
  index: string,
  { typed, symbol }: Reading,
  language: Language,
): Promise<string | undefined> {
  return symbol && (await resolve(ask, index, typed, language)).jump
}

const BY_NEARNESS: estypes.SortCombinations[] = [
  { _score: { order: 'desc' } },
  { key: 'asc' },
  { sha256: 'asc' },
]

/** Each rank is one query: a name given twice would count only once. */
function wanted(forms: Forms | undefined, key: string | undefined): Query {
  const keys = key ? ['key', 'aliases', 'formerKeys', 'symbols'].map((field) => termOf(field, key)) : []
  const exact = forms ? [termOf('symbols', indexed.full(forms.full))] : []
  const full = ranked('full', [...keys, ...exact])
  const should = forms ? [full, ranked('loose', looseTerms(forms)), nearQuery(forms)] : [full]
  return { bool: { should, minimum_should_match: 1, must_not: VARIANT } }
}

function looseTerms({ full, loose }: Forms): Query[] {
  const forms = [indexed.loose(full), ...loose.flatMap((form) => [indexed.full(form), indexed.loose(form)])]
  return forms.map((form) => termOf('symbols', form))
}

function nearQuery({ full }: Forms): Query {
  const parts = partsOf(full).map((part) => termOf('symbols', indexed.part(part)))
  const misspelt = { value: indexed.full(full), fuzziness: 'AUTO', prefix_length: 1, boost: 3 }
  const should = [
    { fuzzy: { symbols: misspelt } },
    { bool: { should: parts, minimum_should_match: MOST_PARTS } },
  ]
  return { bool: { should, _name: 'near' } }
}

function termOf(field: string, value: string): Query {
  return { term: { [field]: value } }
}

function ranked(rank: 'full' | 'loose', should: Query[]): Query {
  return { constant_score: { filter: { bool: { should } }, boost: WEIGHTS[rank], _name: rank } }
}

type Found = estypes.SearchHit<DocumentEntry>

function rankOf({ matched_queries: names = [] }: Found) {
  return RANKS.find((rank) => (names as string[]).includes(rank))
}

/** Versions of one document in several languages have one key but for its ending. */
function together(hits: Found[], preferred: Language, language: Language): ResolvedDocument[] {
  const groups = new Map<string, DocumentHead[]>()
  for (const { _id: id = '', _source: entry } of hits) {
    if (!entry) continue
    const stem = entry.key.replace(/\.\w+$/, '')
    groups.set(stem, [...(groups.get(stem) ?? []), documentHead(id, entry, language)])
  }
  return [...groups.values()].flatMap((heads) => chosen(heads, preferred))
}

function chosen(heads: DocumentHead[], preferred: Language): ResolvedDocument[] {
  const order = [preferred, ...LANGUAGES].filter((one, at, all) => all.indexOf(one) === at)
  const versions = order.flatMap((one) => heads.find(({ language }) => language === one) ?? [])
  const [first] = versions
  return first ? [{ ...first, languages: versions.map(toVersion) }] : []
}

function toVersion({ language, key, permalink }: DocumentHead): LanguageVersion {
  return { language, key, permalink }
}
