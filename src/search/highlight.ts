/**
 * Which words of a paragraph matched? Elasticsearch gives the whole text back with two private-use
 * characters around each match; here they become segments that, joined, are the stored text letter for letter.
 * Every word that a match touches is marked whole, with the signs that belong to it; a bare article is not.
 */
import type { estypes } from '@elastic/elasticsearch'
import { INVISIBLE } from '../arabic/characters.js'
import type { Language, Span } from '../model.js'

export type Segment = { text: string; hit: boolean }

const OPEN = '\uE000'
const CLOSE = '\uE001'
const SIGNS = /[\uE000\uE001]/g
const MARKED = /\uE000([^\uE001]*)\uE001/g
export const MARKS = {
  type: 'unified',
  pre_tags: [OPEN] as string[],
  post_tags: [CLOSE] as string[],
} as const
/** Alef and lam: the article, standing alone. */
const ARTICLE = '\u0627\u0644'
const LETTERS = '[\\p{L}\\p{M}\\p{N}]+'
/** Letters with their signs, and what may stand between them within one word: apostrophes, joiners. */
const WORD = new RegExp(`${LETTERS}(?:['\u2019${INVISIBLE}]+${LETTERS})*`, 'gu')
const MARKS_AND_TATWEEL = /[\p{M}\u0640]/gu

/** @param languages the fields that the question looks into */
export function highlightBody(languages: Language[]): estypes.SearchHighlight {
  const fields = languages.map((name) => [name, { matched_fields: [name, `${name}.exact`] }])
  return {
    ...MARKS,
    number_of_fragments: 0,
    fields: Object.fromEntries(fields),
  }
}

/** @param text with `OPEN` and `CLOSE` around what matched */
export function markedWords(text: string): string[] {
  return [...text.matchAll(MARKED)].map(({ 1: word = '' }) => word)
}

/**
 * @param text as it is stored; it may itself hold the two private-use characters
 * @param marked the same text with `OPEN` and `CLOSE` put in, or nothing where nothing matched
 */
export function segments(text: string, marked = text): Segment[] {
  const spans = spansOf(text, marked)
  if (spans.length === 0) return [{ text, hit: false }]
  const words = wordsAround(text, spans)
  return cut(
    text,
    words.filter((word) => touched(word, spans) && !isArticle(text.slice(...word))),
  )
}

/** Words that could be touched, in order: those between the spaces around each span. */
function wordsAround(text: string, spans: Span[]): Span[] {
  const words: Span[] = []
  let done = 0
  for (const [start, end] of spans) {
    const from = Math.max(done, text.lastIndexOf(' ', start) + 1)
    const space = text.indexOf(' ', Math.max(end, from))
    done = Math.max(done, space < 0 ? text.length : space)
    for (const match of text.slice(from, done).matchAll(WORD)) {
      words.push([from + match.index, from + match.index + match[0].length])
    }
  }
  return words
}

/** A sign that the stored text does not have here was put in. */
function spansOf(text: string, marked: string): Span[] {
  return text.includes(OPEN) || text.includes(CLOSE) ? walked(text, marked) : counted(text, marked)
}

/** Every sign was put in. */
function counted(text: string, marked: string): Span[] {
  const spans: Span[] = []
  if (marked.replace(SIGNS, '') !== text) return spans
  let from = marked.indexOf(OPEN)
  while (from >= 0) {
    const to = marked.indexOf(CLOSE, from)
    const before = 2 * spans.length
    spans.push([from - before, to - before - 1])
    from = marked.indexOf(OPEN, to)
  }
  return spans
}

/** Walks both texts at once, as the text itself holds such signs. */
function walked(text: string, marked: string): Span[] {
  const spans: Span[] = []
  let at = 0
  let opened = 0
  for (const unit of marked.split('')) {
    if (unit === text[at]) at += 1
    else if (unit === OPEN) opened = at
    else if (unit === CLOSE) spans.push([opened, at])
    else return []
  }
  return at === text.length ? spans : []
}

function touched([start, end]: Span, spans: Span[]): boolean {
  return spans.some(([from, to]) => from < end && start < to)
}

function isArticle(word: string): boolean {
  return word.replace(MARKS_AND_TATWEEL, '') === ARTICLE
}

function cut(text: string, hits: Span[]): Segment[] {
  const pieces: Segment[] = []
  let at = 0
  for (const [start, end] of hits) {
    pieces.push({ text: text.slice(at, start), hit: false }, { text: text.slice(start, end), hit: true })
    at = end
  }
  return [...pieces, { text: text.slice(at), hit: false }].filter((piece) => piece.text !== '')
}
