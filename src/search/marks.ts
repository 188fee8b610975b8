/**
 * Which words are to be marked in what was found? Stop words score as typed but say nothing, so only stems are
 * marked, and what stood in quotes; with `exact` the words as typed.
 */
import type { estypes } from '@elastic/elasticsearch'
import type { Language } from '../model.js'
import { nearQuery, prefixQuery } from './clauses.js'
import type { Term } from './language/tree.js'
import type { Match } from './query.js'
import { languagesOf } from './words.js'

type Query = estypes.QueryDslQueryContainer

/** @param terms wanted ones */
export function markQuery(terms: readonly Term[], match: Match = 'inflected'): Query {
  const loose = terms.flatMap((term) => (term.kind === 'word' ? [term.text] : [])).join(' ')
  return {
    bool: {
      should: [
        ...(loose ? wordMarks(loose, match) : []),
        ...terms.flatMap((term) => otherMarks(term, match)),
      ],
    },
  }
}

function wordMarks(loose: string, match: Match): Query[] {
  const field = (language: Language) => (match === 'exact' ? `${language}.exact` : language)
  return languagesOf(loose).map((language) => ({ match: { [field(language)]: { query: loose } } }))
}

function otherMarks(term: Term, match: Match): Query[] {
  if (term.kind !== 'phrase' && term.kind !== 'prefix') return []
  const { text } = term
  const languages = languagesOf(text)
  if (term.kind === 'prefix') return languages.map((language) => prefixQuery(text, language))
  if (term.slop !== undefined) return [nearQuery(text, term.slop, languages, match)]
  return languages.map((language) => ({ match_phrase: { [`${language}.exact`]: { query: text } } }))
}
