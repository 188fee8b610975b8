/** Which values of a long facet are called like this? Their labels are looked through, in all three languages. */
import { comparableText } from '../../arabic/comparable.js'
import { BayanError } from '../../errors.js'
import { LANGUAGES, type Language } from '../../model.js'
import type { FacetCounts } from '../answer.js'
import type { Ask } from '../engine.js'
import { type Asked, matching } from '../matching/matching.js'
import { valuesOf } from './counts.js'
import type { Consult } from './directory.js'
import { bucketLabel, type Meetings, type Term, toBucket } from './facet-response.js'
import { FACETS, type Facet, selected, split } from './facets.js'

/** More values than any facet has. */
const EVERY = 10_000

/** `facet` as it was asked for; `size`: values that are listed. */
export type Wanted = { facet: string; find: string; size: number }

/**
 * @param index alias of the paragraphs
 * @param asked the question under which is counted, but for what is chosen in this facet
 * @throws BayanError NOT_FOUND
 */
export async function facetValues(
  ask: Ask,
  index: string,
  consult: Consult,
  asked: Asked,
  { facet: name, find, size }: Wanted,
  language: Language,
): Promise<FacetCounts> {
  const facet = FACETS.find((one) => one === name)
  if (!facet) throw new BayanError('NOT_FOUND', { what: `The facet ${name}` })
  const filter = selected(asked.question, facet)
  const query = { bool: { must: matching(asked), filter } }
  const { aggregations } = await ask(index, { query, size: 0, aggs: { values: valuesOf(facet, EVERY) } })
  const { buckets } = (aggregations as { values: { buckets: Term[] } }).values
  const { meetings } = await consult({
    keys: [],
    meetings: facet === 'meeting' ? buckets.map(({ key }) => String(key)) : [],
  })
  const fitting = buckets.filter(({ key }) => isCalled(facet, String(key), find, meetings))
  const { wanted } = split(asked.question[facet])
  const rest = fitting.slice(size)
  return {
    buckets: fitting.slice(0, size).map((term) => toBucket(facet, term, wanted, meetings, language)),
    other: rest.reduce((sum, { doc_count }) => sum + doc_count, 0),
    none: 0,
  }
}

/** Every word of `find` begins a word of the value or of one of its labels, or stands within it. */
function isCalled(facet: Facet, value: string, find: string, meetings: Meetings): boolean {
  const words = comparableText(find)
    .split(/\s+/)
    .filter((word) => word)
  const labels = LANGUAGES.map((language) => bucketLabel(facet, value, meetings, language))
  return [value, ...labels].some((label) => {
    const text = comparableText(label)
    return words.every((word) => text.includes(word))
  })
}
