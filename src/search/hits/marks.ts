/**
 * Which words are to be marked in what was found? Stop words score as typed but say nothing, so only stems are
 * marked, and what stood in quotes; with `exact` the words as typed.
 */
import type { estypes } from '@elastic/elasticsearch'
import type { Term } from '../language/tree.js'
import { nearQuery, prefixQuery } from '../matching/clauses.js'
import { type Match, slips, synonymMatch } from '../matching/query.js'
import { mayHaveSynonym } from '../matching/synonyms.js'
import { languagesOf } from '../matching/words.js'

type Query = estypes.QueryDslQueryContainer

/** @param terms wanted ones @param misspelt words for which those that are nearly them were looked for */
export function markQuery(terms: readonly Term[], match: Match = 'inflected', misspelt = ''): Query {
  const loose = terms.flatMap((term) => (term.kind === 'word' ? [term.text] : [])).join(' ')
  return {
    bool: {
      should: [
        ...(loose ? wordMarks(loose, match) : []),
        ...(misspelt ? languagesOf(misspelt).map((language) => slips(misspelt, language)) : []),
        ...terms.flatMap((term) => otherMarks(term, match)),
      ],
    },
  }
}

function wordMarks(query: string, match: Match): Query[] {
  const languages = languagesOf(query)
  if (match === 'exact') return languages.map((language) => ({ match: { [`${language}.exact`]: { query } } }))
  const renamed = languages.filter((language) => mayHaveSynonym(query, language))
  return [
    ...languages.map((language) => ({ match: { [language]: { query } } })),
    ...renamed.map((language) => ({ match: { [language]: synonymMatch(query, language) } })),
  ]
}

function otherMarks(term: Term, match: Match): Query[] {
  if (term.kind !== 'phrase' && term.kind !== 'prefix') return []
  const { text } = term
  const languages = languagesOf(text)
  if (term.kind === 'prefix') return languages.map((language) => prefixQuery(text, language))
  if (term.slop !== undefined) return [nearQuery(text, term.slop, languages, match)]
  return languages.map((language) => ({ match_phrase: { [`${language}.exact`]: { query: text } } }))
}
