/**
 * What narrows besides the words that are simply wanted? Pure: groups, fields, beginnings, closeness and what is
 * unwanted, to clauses of a query. Each part looks into the languages of its own script.
 */
import type { estypes } from '@elastic/elasticsearch'
import { clean } from '../../arabic/clean.js'
import type { Language } from '../../model.js'
import words from '../../reference/query-words.json' with { type: 'json' }
import type { All, Term } from '../language/tree.js'
import { fieldQuery } from './fields-query.js'
import { anyOf, bestOf, type Match, textQuery } from './query.js'
import { isEmpty, isPlain, languagesOf, wordsOf } from './words.js'

type Query = estypes.QueryDslQueryContainer
export type Clauses = { must: Query[]; filter: Query[]; must_not: Query[] }

/** @param part names what is asked here, so that a hit can tell how each part was found */
export function clausesOf(all: All, match: Match, part = ''): Clauses {
  const clauses: Clauses = { must: [], filter: [], must_not: [] }
  for (const [at, { term, not }] of all.entries()) {
    const query = termQuery(term, match, `${part} ${at}`)
    if (not) clauses.must_not.push(query)
    else if (term.kind === 'field') clauses.filter.push(query)
    else clauses.must.push(query)
  }
  return clauses
}

function termQuery(term: Term, match: Match, part: string): Query {
  if (term.kind === 'field') return fieldQuery(term)
  if (term.kind === 'any') return anyOf(term.of.map((all, at) => groupQuery(all, match, `${part}.${at}`)))
  const languages = languagesOf(term.text)
  if (term.kind === 'prefix') return bestOf(languages.map((language) => prefixQuery(term.text, language)))
  if (term.kind === 'phrase' && term.slop !== undefined)
    return nearQuery(term.text, term.slop, languages, match)
  return textQuery(wordsOf([{ term, not: false }]), languages, 'all', match, part)
}

function groupQuery(all: All, match: Match, part: string): Query {
  const plain = wordsOf(all)
  const others = clausesOf(
    all.filter((clause) => !isPlain(clause)),
    match,
    part,
  )
  if (isEmpty(plain)) return { bool: { ...others } }
  const languages = languagesOf([plain.loose, ...plain.phrases].join(' '))
  return { bool: { ...others, must: [textQuery(plain, languages, 'all', match, part), ...others.must] } }
}

/** Words that begin like this, in Arabic also behind the particles that are written in one with them. */
export function prefixQuery(text: string, language: Language): Query {
  const begun =
    language === 'ar' ? ['', ...words.proclitics].map((particle) => particle + clean(text)) : [text]
  return anyOf(begun.map((query) => ({ match_bool_prefix: { [`${language}.exact`]: { query } } })))
}

export function nearQuery(text: string, slop: number, languages: Language[], match: Match): Query {
  const field = (language: Language) => (match === 'exact' ? `${language}.exact` : language)
  return bestOf(languages.map((language) => ({ match_phrase: { [field(language)]: { query: text, slop } } })))
}
