/**
 * What are all the paragraphs that answer, however many? Read from one point in time, page by page, so that none is
 * met twice or missed while others write. In the order of their days, then by document and place in it: the order
 * of relevance ends where it is too costly to compute.
 */
import type { Client } from '@elastic/elasticsearch'
import { everyHit } from '../elastic/pages.js'
import type { ParagraphEntry } from '../fields.js'
import type { Language } from '../model.js'
import type { Hit } from './answer.js'
import { asking, explained } from './engine.js'
import { selected } from './facets/facets.js'
import { decided, type Source } from './hits/finding.js'
import { byDay, SHOWN, TIES } from './hits/paragraphs.js'
import { toHit } from './hits/response.js'
import { matching } from './matching/matching.js'
import type { Question } from './parameters.js'

/** A paragraph as it is taken away: its whole text, and what it names. */
export type Exported = Omit<Hit, 'score' | 'segments' | 'cut' | 'matched'> & {
  text: string
  mentions: Pick<ParagraphEntry, 'country' | 'place' | 'organisation' | 'cites'>
}

/** Paragraphs in one page: a few megabytes at most. */
const PAGE = 500

/**
 * @param question pages, groups and facets of it are of no account; `sort` is, but for relevance, which means newest
 * @throws BayanError ELASTICSEARCH_AWAY, INDEX_MISSING, QUERY_TIMEOUT, ABORTED
 */
export async function* everyAnswer(
  client: Client,
  names: Source['names'],
  question: Question,
  signal?: AbortSignal,
): AsyncGenerator<Exported> {
  const asked = await decided({ ask: asking(client, signal), names }, question)
  const query = { bool: { filter: [matching(asked), ...selected(question)] } }
  const sort = [byDay(question.sort === 'oldest' ? 'asc' : 'desc'), ...TIES]
  try {
    const found = everyHit<ParagraphEntry>(client, names.paragraphs, SHOWN, query, {
      size: PAGE,
      sort,
      signal,
    })
    for await (const { id, source } of found) yield toExported(id, source, question.lang ?? 'ar')
  } catch (error) {
    throw explained(error, client, names.paragraphs, signal)
  }
}

function toExported(id: string, entry: ParagraphEntry, language: Language): Exported {
  const { score, segments, cut, matched, ...hit } = toHit(
    { _id: id, _index: '', _source: entry },
    language,
    true,
  )
  const { country, place, organisation, cites } = entry
  return {
    ...hit,
    text: segments.map(({ text }) => text).join(''),
    mentions: { country, place, organisation, cites },
  }
}
