/** Which documents are there, and what does one of them say? */
import type { estypes } from '@elastic/elasticsearch'
import { totalOf } from '../../elastic/pages.js'
import { BayanError } from '../../errors.js'
import type { DocumentEntry, IndexNames, ParagraphEntry } from '../../fields.js'
import type { Language } from '../../model.js'
import type { Documents, DocumentView } from '../answer.js'
import type { Ask } from '../engine.js'
import { fixedFilters, selected } from '../facets/facets.js'
import { highlightBody } from '../hits/highlight.js'
import { markQuery } from '../hits/marks.js'
import { notedIn } from '../hits/noted.js'
import { byDay, place } from '../hits/paragraphs.js'
import { documentHead, pageOf, toHit } from '../hits/response.js'
import { readingOf } from '../language/reading.js'
import type { DocumentsQuestion } from '../parameters.js'
import { citationsOf, citedHere, counterpartsOf, itemsOf, versionsOf } from './relations.js'
import { TEXTS, VARIANT } from './whole.js'

type Names = Pick<IndexNames, 'documents' | 'paragraphs'>

/** Paragraphs of one document that are shown at once; Elasticsearch gives no more in one answer. */
const MAX_PARAGRAPHS = 10_000

export async function findDocuments(ask: Ask, names: Names, question: DocumentsQuestion): Promise<Documents> {
  const { hits } = await ask<DocumentEntry>(names.documents, {
    ...place(question),
    query: { bool: { filter: [...fixedFilters(question), ...selected(question)], must_not: VARIANT } },
    sort: [byDay(question.sort === 'oldest' ? 'asc' : 'desc'), { key: 'asc' }, { sha256: 'asc' }],
    track_total_hits: true,
    _source: { excludes: TEXTS },
  })
  const total = totalOf(hits)
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
  const { id, entry } = await documentNamed(ask, names.documents, name)
  const [found, versions, items, citedBy] = await Promise.all([
    ask<ParagraphEntry>(names.paragraphs, paragraphsOf(id, q)),
    versionsOf(ask, names, entry),
    itemsOf(ask, names, entry, lang),
    citationsOf(ask, names, entry),
  ])
  const entries = found.hits.hits.flatMap(({ _source }) => _source ?? [])
  const [counterparts, here] = await Promise.all([
    counterpartsOf(ask, names, entries, versions),
    citedHere(ask, names, entry),
  ])
  const { hijri, quality } = entry
  return {
    document: { ...documentHead(id, entry, lang), hijri, quality },
    total: entry.paragraphs,
    paragraphs: found.hits.hits.flatMap((hit) =>
      hit._source
        ? [
            {
              ...toHit(hit, lang, true),
              noted: notedIn(hit._source, lang, here),
              counterparts: counterparts.get(hit._source.label) ?? [],
            },
          ]
        : [],
    ),
    languages: versions.map(({ id: _, ...version }) => version),
    items,
    citedBy,
  }
}

/**
 * The document that is searched under this name: a key, of today or of an earlier analysis, a symbol or an id.
 * @throws BayanError NOT_FOUND
 */
export async function documentNamed(
  ask: Ask,
  index: string,
  name: string,
): Promise<{ id: string; entry: DocumentEntry }> {
  const { hits } = await ask<DocumentEntry>(index, named(name))
  const [best] = hits.hits
  if (!best?._source) throw new BayanError('NOT_FOUND', { what: `The document ${name}` })
  const { variantOf } = best._source
  if (variantOf && variantOf !== name) return documentNamed(ask, index, variantOf)
  return { id: best._id ?? '', entry: best._source }
}

/** A key comes before an id, an id before what else it was or is called. */
function named(name: string): estypes.SearchRequest {
  const ranks: estypes.QueryDslQueryContainer[] = [
    { bool: { filter: { term: { key: name } }, must_not: VARIANT } },
    { ids: { values: [name] } },
    { terms: { aliases: [name] } },
    { terms: { formerKeys: [name] } },
  ]
  const should = ranks.map((filter, at) => ({ constant_score: { filter, boost: 10 ** (ranks.length - at) } }))
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
    _source: { excludes: languages },
    highlight: { ...highlightBody(languages), highlight_query: marks },
  }
}
