/** Which documents are there, and what does one of them say? */
import type { estypes } from '@elastic/elasticsearch'
import { BayanError } from '../errors.js'
import type { DocumentEntry, IndexNames, ParagraphEntry } from '../fields.js'
import type { Language } from '../model.js'
import type { Documents, DocumentView } from './answer.js'
import type { Ask } from './engine.js'
import { fixedFilters, selected } from './facets.js'
import { highlightBody } from './highlight.js'
import { markQuery } from './marks.js'
import { byDay, place } from './paragraphs.js'
import { readingOf } from './reading.js'
import type { DocumentsQuestion } from './request.js'
import { documentHead, pageOf, toHit } from './response.js'

type Names = Pick<IndexNames, 'documents' | 'paragraphs'>

/** Whole texts are large. */
const TEXTS = ['ar', 'en', 'fr']
/** Paragraphs of one document that are shown at once; Elasticsearch gives no more in one answer. */
const MAX_PARAGRAPHS = 10_000

export async function findDocuments(ask: Ask, names: Names, question: DocumentsQuestion): Promise<Documents> {
  const { hits } = await ask<DocumentEntry>(names.documents, {
    ...place(question),
    query: { bool: { filter: [...fixedFilters(question), ...selected(question)] } },
    sort: [byDay(question.sort === 'oldest' ? 'asc' : 'desc'), { key: 'asc' }, { sha256: 'asc' }],
    track_total_hits: true,
    _source: { excludes: TEXTS },
  })
  const total = (hits.total as estypes.SearchTotalHits).value
  const documents = hits.hits.flatMap(({ _id, _source }) =>
    _source
      ? [{ ...documentHead(_id ?? '', _source, question.lang ?? 'ar'), paragraphs: _source.paragraphs }]
      : [],
  )
  return { total, documents, page: pageOf(question, total) }
}

/**
 * @param name key, alias or id
 * @param q words to mark in its paragraphs
 * @throws BayanError NOT_FOUND
 */
export async function readDocument(
  ask: Ask,
  names: Names,
  { name, q = '', lang = 'ar' }: { name: string; q?: string; lang?: Language },
): Promise<DocumentView> {
  const { hits } = await ask<DocumentEntry>(names.documents, bestNamed(name))
  const [best] = hits.hits
  if (!best?._source) throw new BayanError('NOT_FOUND', { what: `The document ${name}` })
  const id = best._id ?? ''
  const paragraphs = await ask<ParagraphEntry>(names.paragraphs, paragraphsOf(id, q))
  return {
    document: documentHead(id, best._source, lang),
    total: best._source.paragraphs,
    paragraphs: paragraphs.hits.hits.map((found) => toHit(found, lang, true)),
  }
}

/** A key comes before an alias; of several contents with one key, the most legible is read. */
function bestNamed(name: string): estypes.SearchRequest {
  const should = [
    { term: { key: { value: name, boost: 4 } } },
    { ids: { values: [name], boost: 2 } },
    { constant_score: { filter: { term: { aliases: name } }, boost: 1 } },
  ]
  const sort: estypes.SortCombinations[] = [
    { _score: { order: 'desc' } },
    { legibility: 'desc' },
    { sha256: 'asc' },
  ]
  return { query: { bool: { should } }, sort, size: 1, _source: { excludes: TEXTS } }
}

/** All of its paragraphs in order, whether or not they have the words. */
function paragraphsOf(document: string, q: string): estypes.SearchRequest {
  const body = { size: MAX_PARAGRAPHS, sort: [{ ordinal: 'asc' as const }] }
  const filter = [{ term: { document } }]
  const { texts, languages } = readingOf(q)
  if (texts.length === 0) return { ...body, query: { bool: { filter } } }
  const marks = markQuery(texts)
  return {
    ...body,
    query: { bool: { filter, should: [marks] } },
    highlight: { ...highlightBody(languages), highlight_query: marks },
  }
}
