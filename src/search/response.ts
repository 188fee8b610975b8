/** What did Elasticsearch answer? The only reader of its responses: hits, heads of documents, buckets. */
import type { estypes } from '@elastic/elasticsearch'
import type { DocumentFacets, ParagraphEntry } from '../fields.js'
import type { Language } from '../model.js'
import type { DocumentHead, FacetCounts, Hit, Matched, Page } from './answer.js'
import { citation } from './citation.js'
import { FACETS, type Facet, NONE, type Selections, split } from './facets.js'
import { segments } from './highlight.js'
import { label, meetingLabel, pairLabel } from './labels.js'
import { FOUND } from './query.js'
import { MAX_RESULTS } from './request.js'

export type FoundParagraph = estypes.SearchHit<ParagraphEntry>

/** @param language of labels */
export function toHit(found: FoundParagraph, language: Language): Hit {
  const entry = found._source
  if (!entry) throw new Error(`The hit ${found._id} came without its source.`)
  const { number, label, section, page, role, verb: categories } = entry
  return {
    id: found._id ?? '',
    permalink: permalink(entry.key, label),
    score: found._score ?? 0,
    language: entry.language,
    dir: directionOf(entry.language),
    segments: segments(entry[entry.language] ?? '', found.highlight?.[entry.language]?.[0]),
    cut: false,
    matched: matched(found),
    paragraph: { number, label, section, page, role, categories },
    document: documentHead(entry.document, entry, language),
    citation: citation(entry),
  }
}

/** @param language of labels */
export function documentHead(id: string, facets: DocumentFacets, language: Language): DocumentHead {
  const { key, symbol, title, type, issuer, body, meeting, day, dayEnd, city, hostCountry } = facets
  return {
    id,
    key,
    permalink: permalink(key),
    ...{ symbol, title, type, issuer, body, city, hostCountry },
    ...(meeting && { meeting: { key: meeting, label: meetingLabel(facets, language) } }),
    date: day,
    dateEnd: dayEnd,
    language: facets.language,
  }
}

/** @returns the lasting address of a document, or of the paragraph with that label in it */
function permalink(key: string, label?: string): string {
  return ['/d', key, label]
    .filter((part) => part !== undefined)
    .map(encodeSegment)
    .join('/')
}

function encodeSegment(part: string, at: number): string {
  return at === 0 ? part : encodeURIComponent(part)
}

/** @param total results of all pages; only the first `MAX_RESULTS` can be reached */
export function pageOf({ page, size }: { page: number; size: number }, total: number): Page {
  const last = Math.ceil(Math.min(total, MAX_RESULTS) / size)
  return { number: page, size, last: Math.max(1, Math.min(last, Math.floor(MAX_RESULTS / size))) }
}

export function directionOf(language: string): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

/** Each part of the question tells how it was found; without names nothing was asked, or only beginnings. */
function matched(found: FoundParagraph): Matched[] {
  const parts = new Map<string, Set<string>>()
  for (const name of (found.matched_queries ?? []) as string[]) {
    const [how = '', , ...part] = name.split(' ')
    parts.set(part.join(' '), (parts.get(part.join(' ')) ?? new Set()).add(how))
  }
  const best = [...parts.values()].map((hows) => ORDER.find((how) => hows.has(how)))
  const all = ORDER.filter((how) => best.includes(how))
  return all.length === 0 && found.highlight ? ['part'] : all
}
const ORDER = [FOUND.exact, FOUND.inflected, FOUND.synonym]

type Term = { key: string | number; doc_count: number; documents: { value: number }; example?: Example }
type Example = { hits: { hits: { _source: DocumentFacets }[] } }
type Counts = {
  values: { buckets: Term[]; sum_other_doc_count: number }
  chosen?: { buckets: Term[] }
  none: { doc_count: number }
}

/** @param aggregations as asked for by `facetCounts` */
export function toFacets(aggregations: unknown, question: Selections, language: Language) {
  const all = aggregations as Record<Facet, Counts>
  return Object.fromEntries(FACETS.map((facet) => [facet, toFacet(facet, all[facet], question, language)]))
}

/** @param aggregations as asked for by `facetCounts` */
export function documentsIn(aggregations: unknown): number {
  return (aggregations as { selected: { documents: { value: number } } }).selected.documents.value
}

function toFacet(facet: Facet, counts: Counts, question: Selections, language: Language): FacetCounts {
  const { wanted } = split(question[facet])
  const listed = counts.values.buckets
  const more = unlisted(listed, counts.chosen?.buckets ?? [])
  const empty = unlisted([...listed, ...more], wanted.filter((value) => value !== NONE).map(emptyTerm))
  const buckets = [...listed, ...more, ...empty].map((term) => {
    const value = String(term.key)
    const { doc_count: count, documents } = term
    const selected = wanted.includes(value)
    return { value, label: bucketLabel(facet, term, language), count, documents: documents.value, selected }
  })
  const other = counts.values.sum_other_doc_count - more.reduce((sum, term) => sum + term.doc_count, 0)
  return { buckets, other, none: counts.none.doc_count }
}

function unlisted(listed: Term[], terms: Term[]): Term[] {
  const keys = new Set(listed.map((term) => String(term.key)))
  return terms.filter((term) => !keys.has(String(term.key)))
}

/** What is chosen is shown even where nothing has it, so that it can be given up again. */
function emptyTerm(key: string): Term {
  return { key, doc_count: 0, documents: { value: 0 } }
}

function bucketLabel(facet: Facet, term: Term, language: Language): string {
  const value = String(term.key)
  if (facet === 'year' || facet === 'hijriYear') return value
  if (facet === 'verbObject') return pairLabel(value, language)
  if (facet !== 'meeting') return label(facet, value, language)
  return meetingLabel(term.example?.hits.hits[0]?._source ?? { meeting: value }, language)
}
