/**
 * Which paragraphs answer these words, and in which order? Pure: words to Elasticsearch queries, for any
 * index with the fields of `mappings/paragraphs.json`. Every content word is required, as a stem or as typed;
 * stem and exact scores add up, the best language counts. Grams, closeness and headings add to the score of what was found.
 */
import type { estypes } from '@elastic/elasticsearch'
import type { Language } from '../../model.js'
import { doubtful, SLIPS_FROM } from './doubtful.js'
import { mayHaveSynonym } from './synonyms.js'
import { accentedWords, isEmpty, type Words } from './words.js'

type Query = estypes.QueryDslQueryContainer

/** `most` is what a sentence relaxes to, `near` what some words do: words that nearly are those count as well. */
export type Mode = 'all' | 'most' | 'near' | 'any'
export type Match = 'inflected' | 'exact'

/** Measured on eight Arabic sets: the sum of stem, exact and gram beats any of them alone. */
const EXACT_BOOST = 0.3
/** Another name of the same thing never counts as much as the name that was typed. */
const SYNONYM_BOOST = 0.6
const GRAM_BOOST = 0.5
const CLOSE_BOOST = 0.1
/** Where most of the words will do, for holding all of them; measured on headlines. */
const COMPLETE_BOOST = 3
/** A word that is typed with accents is rather meant with them; without them it is found all the same. */
const ACCENTS_BOOST = 0.5
/** What a document, or a part of it, is called says what its paragraphs are about, but not in their words. */
const HEADING_BOOST = 0.1
/** Words that may stand between the words of a close match. */
const CLOSE_SLOP = 8
const MOST = '25%'
/** Of the parts of a misspelt word, or of words that were written together. */
const MOST_PARTS = '60%'
/** A slip of the finger that swaps two letters counts as one. */
const NEARLY = `AUTO:${SLIPS_FROM},20`
const NEARLY_BOOST = 0.3

/**
 * First parts of the names that Elasticsearch gives back with each hit: how every word of the question was found
 * there. Language and part of the question follow, as a name given twice would count only once.
 */
export const FOUND = { exact: 'exact', inflected: 'inflected', synonym: 'synonym', part: 'part' } as const

/**
 * @param part tells the parts of a question apart, each of which is found in its own way
 * @returns the query that decides what is found, with its plain score
 */
export function textQuery(
  words: Words,
  languages: Language[],
  mode: Mode,
  match: Match = 'inflected',
  part = '',
): Query {
  if (isEmpty(words)) return { match_none: {} }
  return bestOf(languages.map((language) => languageQuery(words, language, mode, match, part)))
}

/** @returns the query whose score is added to that of what was found */
export function closerQuery(words: Words, languages: Language[]): Query {
  const text = [words.loose, ...words.phrases].join(' ')
  return bestOf(
    languages.map((language) => ({
      bool: {
        should: [
          { match: { [`${language}.gram`]: { query: text, boost: GRAM_BOOST } } },
          { match_phrase: { [`${language}.exact`]: { query: text, slop: CLOSE_SLOP, boost: CLOSE_BOOST } } },
          ...accentsQuery(text, language),
          ...['title', 'section'].map((field) => ({
            match: { [`${field}.${language}`]: { query: text, boost: HEADING_BOOST } },
          })),
        ],
      },
    })),
  )
}

function accentsQuery(text: string, language: Language): Query[] {
  const query = accentedWords(text).join(' ')
  if (language === 'ar' || query === '') return []
  return [{ match: { [`${language}.accented`]: { query, boost: ACCENTS_BOOST } } }]
}

function languageQuery(words: Words, language: Language, mode: Mode, match: Match, asked: string): Query {
  const phrases = words.phrases.map((query) => ({ match_phrase: { [`${language}.exact`]: { query } } }))
  const ways = waysOf(words.loose, language, match)
  const name = ({ found }: Pick<Way, 'found'>) => `${found} ${language}${asked}`
  if (!words.loose) return { bool: { must: phrases, _name: name({ found: FOUND.exact }) } }
  const all = ways.map((way) => found(way, { operator: 'and', boost: 0, _name: name(way) }))
  if (mode === 'all') return { bool: { must: phrases, filter: anyOf(all), should: scores(ways) } }
  const least = mode === 'any' ? 1 : MOST
  const some = telling(ways, mode).map((way) => found(way, { minimum_should_match: least }))
  const complete = { constant_score: { filter: anyOf(all), boost: COMPLETE_BOOST } }
  const near = nearly(replaceable(words.loose, mode, match), language)
  const part =
    near.length > 0
      ? [{ bool: { should: near, boost: NEARLY_BOOST, _name: name({ found: FOUND.part }) } }]
      : []
  return {
    bool: { must: phrases, filter: anyOf([...some, ...near]), should: [...scores(ways), complete, ...part] },
  }
}

/** @returns of these words those that may be misspelt, where words that are nearly they will do */
export function replaceable(words: string, mode: Mode, match: Match): string {
  return mode === 'near' && match === 'inflected' ? doubtful(words).join(' ') : ''
}

/** Words with most of the same parts as these, or with one slip of a finger. */
function nearly(query: string, language: Language): Query[] {
  if (!query) return []
  return [
    { match: { [`${language}.gram`]: { query, minimum_should_match: MOST_PARTS } } },
    slips(query, language),
  ]
}

export function slips(query: string, language: Language): Query {
  return { match: { [`${language}.exact`]: { query, fuzziness: NEARLY, minimum_should_match: MOST } } }
}

/** One way to find words: a field, perhaps with an analyzer of its own, and what a word counts there. */
type Way = {
  found: keyof typeof FOUND
  field: string
  boost: number
  query: Omit<estypes.QueryDslMatchQuery, 'boost'>
}

function waysOf(query: string, language: Language, match: Match): Way[] {
  const exact: Way = { found: 'exact', field: `${language}.exact`, boost: EXACT_BOOST, query: { query } }
  if (match === 'exact') return [{ ...exact, boost: 1 }]
  const stem: Way = { found: 'inflected', field: language, boost: 1, query: { query } }
  if (!mayHaveSynonym(query, language)) return [exact, stem]
  const synonym = { boost: SYNONYM_BOOST, query: synonymMatch(query, language) }
  return [exact, stem, { found: 'synonym', field: language, ...synonym }]
}

/**
 * Words or another name of the same thing. Of names of several words the whole is wanted in Arabic; English and French
 * names have small words between theirs that the index passes over.
 */
export function synonymMatch(query: string, language: Language): estypes.QueryDslMatchQuery {
  const inOrder = language === 'ar'
  return { query, analyzer: `${language}_synonym`, auto_generate_synonyms_phrase_query: inOrder }
}

/** As typed, small words count as well, and most paragraphs hold one of them. */
function telling(ways: Way[], mode: Mode): Way[] {
  const stems = ways.filter((way) => way.found !== 'exact')
  return mode === 'any' || stems.length === 0 ? ways : stems
}

/** The score of a word is that of its exact form and the better one of its stem and its synonyms. */
function scores(ways: Way[]): Query[] {
  const [exact = [], others = []] = [
    ways.filter((way) => way.found === 'exact'),
    ways.filter((way) => way.found !== 'exact'),
  ].map((some) => some.map((way) => found(way, { boost: way.boost })))
  return others.length > 0 ? [...exact, bestOf(others)] : exact
}

/** With a boost of nothing it adds nothing to the score; its name tells that the hit has every word in this way. */
function found({ field, query }: Way, options: Omit<estypes.QueryDslMatchQuery, 'query'>): Query {
  return { match: { [field]: { ...query, ...options } } }
}

export function anyOf(queries: Query[]): Query {
  return { bool: { should: queries, minimum_should_match: 1 } }
}

export function bestOf(queries: Query[]): Query {
  const [only] = queries
  return queries.length === 1 && only ? only : { dis_max: { queries } }
}
