/**
 * Which words of a paragraph matched? Elasticsearch gives the whole text back with a sign before and after each match;
 * here they become segments that, joined, are the stored text letter for letter. Every word that a match touches is
 * marked whole, with the signs that belong to it; a bare article is not.
 */
import type { estypes } from '@elastic/elasticsearch'
import { INVISIBLE } from '../../arabic/characters.js'
import { bare } from '../../arabic/clean.js'
import type { Language, Span } from '../../model.js'

export type Segment = { text: string; hit: boolean }

/** Code points that Unicode keeps for such use: no text that was repaired holds them. */
const OPEN = '\uFDD0'
const CLOSE = '\uFDD1'
const SIGNS = /[\uFDD0\uFDD1]/g
const MARKED = /\uFDD0([^\uFDD1]*)\uFDD1/g
/** Letters of a text in which nothing matched that are given back: all. */
const WHOLE = 2 ** 31 - 1
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

/** @param languages the fields that the question looks into; their texts come back whole, whether or not something matched */
export function highlightBody(languages: Language[]): estypes.SearchHighlight {
  const fields = languages.map((name) => [name, { matched_fields: [name, `${name}.exact`] }])
  return {
    ...MARKS,
    number_of_fragments: 0,
    no_match_size: WHOLE,
    fields: Object.fromEntries(fields),
  }
}

/** @param text with `OPEN` and `CLOSE` around what matched */
export function markedWords(text: string): string[] {
  return [...text.matchAll(MARKED)].map(({ 1: word = '' }) => word)
}

/** @param marked a text with `OPEN` and `CLOSE` put in */
export function segments(marked: string): Segment[] {
  const text = marked.replace(SIGNS, '')
  const spans = spansOf(marked)
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

/** Where they stand once the signs are gone. */
function spansOf(marked: string): Span[] {
  return [...marked.matchAll(MARKED)].map(({ 1: word = '', index }, at) => {
    const start = index - 2 * at
    return [start, start + word.length]
  })
}

function touched([start, end]: Span, spans: Span[]): boolean {
  return spans.some(([from, to]) => from < end && start < to)
}

function isArticle(word: string): boolean {
  return bare(word) === ARTICLE
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
