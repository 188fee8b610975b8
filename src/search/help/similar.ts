/**
 * Which paragraphs say nearly this, in other words or in the same? By the stems that are telling in it, in its own
 * language: those of other documents first, near-identical ones marked by the likeness of their letters.
 */
import type { estypes } from '@elastic/elasticsearch'
import { likeness, signatureOf } from '../../arabic/likeness.js'
import type { ParagraphEntry } from '../../fields.js'
import type { Language } from '../../model.js'
import type { Hit } from '../answer.js'
import type { Ask } from '../engine.js'
import { SHOWN, TIES } from '../hits/paragraphs.js'
import { type FoundParagraph, toHit } from '../hits/response.js'

export type Similar = {
  /** That was asked for. */
  paragraph: Hit
  similar: SimilarHit[]
}

export type SimilarHit = Hit & {
  /** Share of the letters' runs that both have, from 0 to 1. */
  likeness: number
  /** Whether both say the same but for small changes. */
  nearlySame: boolean
  /** Whether it stands in the same document. */
  sameDocument: boolean
}

/** From this likeness on, two texts are the same but for small changes. */
const NEARLY = 0.7
/** Telling words that are looked for, and the share of them that has to be there. */
const TELLING = 25
const SHARE = '25%'
/** How many are looked at, so that those of other documents can stand first. */
const LOOKED_AT = 60

/** @param index alias of the paragraphs @param own the paragraph, as found @param language of labels */
export async function similarTo(
  ask: Ask,
  index: string,
  own: FoundParagraph,
  size: number,
  language: Language,
): Promise<Similar> {
  const entry = own._source
  const text = entry?.[entry.language] ?? ''
  const paragraph = toHit({ ...own, _score: 0 }, language, true)
  if (!entry || text === '') return { paragraph, similar: [] }
  const { hits } = await ask<ParagraphEntry>(index, likeThis(own._id ?? '', entry, text))
  const signature = signatureOf(text)
  const found = hits.hits.map((hit) => toSimilar(hit, entry, signature, language))
  const ordered = [
    ...found.filter(({ sameDocument }) => !sameDocument),
    ...found.filter(({ sameDocument }) => sameDocument),
  ]
  return { paragraph, similar: ordered.slice(0, size) }
}

function likeThis(id: string, { language, same }: ParagraphEntry, like: string): estypes.SearchRequest {
  const telling: estypes.QueryDslQueryContainer = {
    more_like_this: {
      fields: [language],
      like,
      min_term_freq: 1,
      min_doc_freq: 1,
      max_query_terms: TELLING,
      minimum_should_match: SHARE,
    },
  }
  return {
    query: {
      bool: {
        should: [telling, { term: { same } }],
        minimum_should_match: 1,
        must_not: { ids: { values: [id] } },
      },
    },
    sort: [{ _score: { order: 'desc' } }, ...TIES],
    size: LOOKED_AT,
    track_total_hits: false,
    _source: SHOWN,
  }
}

function toSimilar(
  found: FoundParagraph,
  own: ParagraphEntry,
  signature: string,
  language: Language,
): SimilarHit {
  const text = found._source?.[own.language] ?? ''
  const same = found._source?.same === own.same
  const alike = same ? 1 : Math.round(100 * likeness(signature, signatureOf(text))) / 100
  return {
    ...toHit(found, language),
    likeness: alike,
    nearlySame: alike >= NEARLY,
    sameDocument: found._source?.document === own.document,
  }
}
