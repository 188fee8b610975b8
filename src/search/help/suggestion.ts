/**
 * Did you mean? Other spellings of words that hardly any paragraph holds: words of the index that are near to them, two
 * words for one, one for two. Pure: what Elasticsearch is asked for, and which questions its answers suggest.
 */
import type { estypes } from '@elastic/elasticsearch'
import { plain } from '../../arabic/fold.js'
import type { Language, Span } from '../../model.js'
import { isName } from '../language/names.js'
import type { Reading } from '../language/reading.js'
import { type Term, wanted } from '../language/tree.js'
import { anyOf, type Match, textQuery } from '../matching/query.js'
import { languagesOf } from '../matching/words.js'
import { articleForms, distance, partings, tolerance } from './spelling.js'

type Query = estypes.QueryDslQueryContainer
export type Spelling = Required<Pick<estypes.SearchRequest, 'aggs'>> & { suggest: estypes.SearchSuggester }
/** Another text for a stretch of the question; `words` as the exact field has them. */
type Change = { span: Span; words: string[]; cost: number }
export type Suggested = { q: string; changes: Change[] }

/** A word of the question, in the form of the exact field, and where it stands. */
type Word = { plain: string; typed: string; span: Span; languages: Language[]; quoted: boolean }

/** Words that are looked at, and other spellings of one that are tried. */
const MOST_WORDS = 8
const MOST_CHANGES = 3
const MOST_QUESTIONS = 6
/** A word that fewer paragraphs hold may be a mistake, where another spelling is that many times as frequent. */
const RARE = 5
const TIMES = 5
const OTHER_FORM = 0.3
const OTHER_SPACES = 0.4
/** What a tenfold frequency is worth. */
const FREQUENT = 0.1
const WORD = /[\p{L}\p{M}\u0640\u2019']{2,}/gu

/** What is asked beside the counts of a diagnosis. */
export function spellingOf(reading: Reading, match: Match): Spelling {
  const words = wordsIn(reading)
  const aggs: Spelling['aggs'] = {}
  const suggest: Spelling['suggest'] = {}
  for (const [at, word] of words.entries()) {
    const { plain, languages, quoted } = word
    const forms = articleForms(plain)
    const typed = { loose: word.typed, phrases: [] }
    aggs[`word.${at}`] = { filter: textQuery(typed, languages, 'all', quoted ? 'exact' : match) }
    for (const form of forms) aggs[`form.${at}.${form}`] = { filter: standing([form], languages) }
    for (const parts of partings(plain)) aggs[partName(at, parts)] = { filter: standing(parts, languages) }
    const next = words[at + 1]
    if (next) aggs[`joined.${at}`] = { filter: standing([plain + next.plain], languages) }
    for (const language of languages) suggest[`${at}.${language}`] = near(forms.join(' '), language)
  }
  return { aggs, suggest }
}

/** @returns questions that may be meant, the likeliest first; whether they find anything is not yet known */
export function suggested(
  reading: Reading,
  response: Pick<estypes.SearchResponse, 'aggregations' | 'suggest'>,
): Suggested[] {
  const words = wordsIn(reading)
  const changes = words.map((_, at) => changesOf(words, at, response)).filter((some) => some.length > 0)
  const first = changes.map(([best]) => best as Change)
  const others = changes.flatMap((some, at) => some.slice(1).map((change) => first.with(at, change)))
  const total = (some: Change[]) => some.reduce((sum, { cost }) => sum + cost, 0)
  return (first.length > 0 ? [first, ...others] : [])
    .sort((a, b) => total(a) - total(b))
    .slice(0, MOST_QUESTIONS)
    .map((some) => apart(some))
    .map((some) => ({ q: changed(reading.typed, some), changes: some }))
}

/** @param written how a word of the exact field is written in a text @returns the question with its changes */
export function changed(q: string, changes: Change[], written = (word: string) => word): string {
  return [...changes]
    .sort((a, b) => b.span[0] - a.span[0])
    .reduce(
      (text, { span: [start, end], words }) =>
        text.slice(0, start) + words.map(written).join(' ') + text.slice(end),
      q,
    )
}

function wordsIn({ all, typed }: Reading): Word[] {
  const terms = wanted(all).filter(({ kind }) => kind === 'word' || kind === 'phrase')
  return terms.flatMap((term) => wordsOfTerm(term, typed)).slice(0, MOST_WORDS)
}

function wordsOfTerm({ kind, span: [start, end] }: Term, q: string): Word[] {
  return [...q.slice(start, end).matchAll(WORD)].map(({ 0: typed, index }) => ({
    typed,
    plain: plain(typed),
    span: [start + index, start + index + typed.length],
    languages: languagesOf(typed),
    quoted: kind === 'phrase',
  }))
}

/** Side by side, in this order. */
function standing(words: string[], languages: Language[]): Query {
  const query = words.join(' ')
  return anyOf(languages.map((language) => ({ match_phrase: { [`${language}.exact`]: { query } } })))
}

function near(text: string, language: Language): estypes.SearchFieldSuggester {
  const nearness = {
    suggest_mode: 'always',
    prefix_length: 0,
    min_word_length: 3,
    max_inspections: 10,
  } as const
  return { text, term: { field: `${language}.exact`, size: 10, ...nearness } }
}

function partName(at: number, parts: string[]): string {
  return `parted.${at}.${parts.join(' ')}`
}

type Response = Parameters<typeof suggested>[1]

function changesOf(words: Word[], at: number, response: Response): Change[] {
  const [word, next] = [words[at], words[at + 1]]
  const count = (name: string) =>
    (response.aggregations as Record<string, { doc_count: number }> | undefined)?.[name]?.doc_count ?? 0
  const known = count(`word.${at}`)
  if (!word || known >= RARE) return []
  const { span } = word
  const change = (texts: string[], cost: number, frequency: number, over: Span = span) =>
    frequency > known * TIMES && texts.join(' ') !== word.plain
      ? [{ span: over, words: texts, cost: cost - FREQUENT * Math.log10(frequency) }]
      : []
  const forms = articleForms(word.plain).flatMap((form) =>
    change([form], OTHER_FORM, count(`form.${at}.${form}`)),
  )
  const parted = partings(word.plain).flatMap((parts) =>
    change(parts, OTHER_SPACES, count(partName(at, parts))),
  )
  const whole: Span = [span[0], next?.span[1] ?? span[1]]
  const joined = next ? change([word.plain + next.plain], OTHER_SPACES, count(`joined.${at}`), whole) : []
  const near = isName(word.plain) ? [] : optionsOf(word, at, response)
  const spelt = near.flatMap(({ text, cost, frequency }) => change([text], cost, frequency))
  return [...forms, ...parted, ...joined, ...spelt].sort((a, b) => a.cost - b.cost).slice(0, MOST_CHANGES)
}

/** Words of the index that are near to one of the forms. */
function optionsOf({ plain, languages }: Word, at: number, { suggest = {} }: Response) {
  const entries = languages.flatMap(
    (language) => (suggest[`${at}.${language}`] ?? []) as estypes.SearchTermSuggest[],
  )
  return entries.flatMap(({ text: form, options }) =>
    [options].flat().flatMap(({ text, freq }) => {
      const apart = distance(form, text)
      const cost = apart + (form === plain ? 0 : OTHER_FORM)
      return apart > tolerance(Math.min(form.length, plain.length)) ? [] : [{ text, cost, frequency: freq }]
    }),
  )
}

/** Two words that became one leave no change for the second of them. */
function apart(changes: Change[]): Change[] {
  return changes.filter(({ span }, at) => !changes.slice(0, at).some((before) => before.span[1] > span[0]))
}
