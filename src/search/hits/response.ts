/** What did Elasticsearch find? Hits as the API shows them, heads of documents, pages. */
import type { estypes } from '@elastic/elasticsearch'
import type { DocumentFacets, ParagraphEntry } from '../../fields.js'
import type { Language } from '../../model.js'
import type { DocumentHead, Hit, Matched, Page } from '../answer.js'
import { citation } from '../citation.js'
import { meetingLabel } from '../labels.js'
import { FOUND } from '../matching/query.js'
import { MAX_RESULTS } from '../parameters.js'
import { bestOf } from './fragments.js'
import { markedWords, segments } from './highlight.js'

export type FoundParagraph = estypes.SearchHit<ParagraphEntry>

/** @param language of labels @param whole however long the paragraph is */
export function toHit(found: FoundParagraph, language: Language, whole = false): Hit {
  const entry = found._source
  if (!entry) throw new Error(`The hit ${found._id} came without its source.`)
  const { number, label, section, page, role, verb: categories } = entry
  const text = found.highlight?.[entry.language]?.[0] ?? entry[entry.language] ?? ''
  const marked = segments(text)
  return {
    id: found._id ?? '',
    permalink: permalink(entry.key, label),
    score: found._score ?? 0,
    language: entry.language,
    dir: directionOf(entry.language),
    ...(whole ? { segments: marked, cut: false } : bestOf(marked)),
    matched: matched(found, text),
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
export function permalink(key: string, label?: string): string {
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
function matched(found: FoundParagraph, marked: string): Matched[] {
  const parts = new Map<string, Set<string>>()
  for (const name of (found.matched_queries ?? []) as string[]) {
    const [how = '', , ...part] = name.split(' ')
    parts.set(part.join(' '), (parts.get(part.join(' ')) ?? new Set()).add(how))
  }
  const best = [...parts.values()].map((hows) => ORDER.find((how) => hows.has(how)))
  const all = ORDER.filter((how) => best.includes(how))
  return all.length === 0 && markedWords(marked).length > 0 ? ['part'] : all
}
const ORDER = [FOUND.exact, FOUND.inflected, FOUND.synonym, FOUND.part]
