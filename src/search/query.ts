/**
 * Which paragraphs answer these words, and in which order? Pure: words to Elasticsearch queries, for any
 * index with the fields of `mappings/paragraphs.json`. Every content word is required, as a stem or as typed;
 * stem and exact scores add up, the best language counts. Grams and closeness order the first results only.
 */
import type { estypes } from '@elastic/elasticsearch'
import type { Language } from '../model.js'
import { isEmpty, type Words } from './words.js'

type Query = estypes.QueryDslQueryContainer

/** `most` is what `all` relaxes to. */
export type Mode = 'all' | 'most' | 'any'
export type Match = 'inflected' | 'exact'

/** Measured on eight Arabic sets: the sum of stem, exact and gram beats any of them alone. */
const EXACT_BOOST = 0.3
const GRAM_BOOST = 0.5
const CLOSE_BOOST = 0.1
/** Words that may stand between the words of a close match. */
const CLOSE_SLOP = 8
const MOST = '30%'

/** Results that are ordered by the costly query; what comes after keeps the order of the plain one. */
export const RESCORE_WINDOW = 200

/**
 * First parts of the names that Elasticsearch gives back with each hit: how every word of the question was found
 * there. Language and part of the question follow, as a name given twice would count only once.
 */
export const FOUND = { exact: 'exact', inflected: 'inflected' } as const

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

/** @returns the query whose score is added within the first `RESCORE_WINDOW` results */
export function rescoreQuery(words: Words, languages: Language[]): Query {
  const text = [words.loose, ...words.phrases].join(' ')
  return bestOf(
    languages.map((language) => ({
      bool: {
        should: [
          { match: { [`${language}.gram`]: { query: text, boost: GRAM_BOOST } } },
          { match_phrase: { [`${language}.exact`]: { query: text, slop: CLOSE_SLOP, boost: CLOSE_BOOST } } },
        ],
      },
    })),
  )
}

function languageQuery(words: Words, language: Language, mode: Mode, match: Match, part: string): Query {
  const name = (how: string) => `${how} ${language}${part}`
  const exact = `${language}.exact`
  const phrases = words.phrases.map((query) => ({ match_phrase: { [exact]: { query } } }))
  if (!words.loose) return { bool: { must: phrases, _name: name(FOUND.exact) } }
  const fields: Field[] = [
    { name: exact, found: name(FOUND.exact), boost: match === 'exact' ? 1 : EXACT_BOOST },
  ]
  if (match === 'inflected') fields.push({ name: language, found: name(FOUND.inflected), boost: 1 })
  const scores = fields.map(({ name, boost }) => ({ match: { [name]: { query: words.loose, boost } } }))
  const all = fields.map((field) => everyWord(field, words.loose))
  if (mode === 'all') return { bool: { must: phrases, filter: anyOf(all), should: scores } }
  const some = fields.map(({ name }) => someWords(name, words.loose, mode))
  return { bool: { must: phrases, filter: anyOf(some), should: [...scores, ...all] } }
}

type Field = { name: string; found: string; boost: number }

/** Adds nothing to the score; its name tells that the hit has every word in this way. */
function everyWord(field: Field, query: string): Query {
  return { match: { [field.name]: { query, operator: 'and', boost: 0, _name: field.found } } }
}

function someWords(field: string, query: string, mode: Mode): Query {
  return { match: { [field]: { query, minimum_should_match: mode === 'most' ? MOST : 1 } } }
}

export function anyOf(queries: Query[]): Query {
  return { bool: { should: queries, minimum_should_match: 1 } }
}

export function bestOf(queries: Query[]): Query {
  const [only] = queries
  return queries.length === 1 && only ? only : { dis_max: { queries } }
}
