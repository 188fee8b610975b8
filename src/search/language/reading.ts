/** What did the reader ask, read once: words, what else is required, languages, what was not understood. */
import type { Language } from '../../model.js'
import { isEmpty, isPlain, languagesOf, type Words, wordsOf } from '../matching/words.js'
import { parse } from './parse.js'
import type { All, Problem, Term } from './tree.js'
import { wanted } from './tree.js'

export type Reading = {
  words: Words
  /** Required besides the words: groups, fields, beginnings, closeness, and all that is unwanted. */
  others: All
  /** Those that the wanted words can stand in. */
  languages: Language[]
  /** Wanted terms that a text can hold, wherever they stand in the question. */
  texts: Term[]
  problems: readonly Problem[]
  /** Something was typed, but nothing that can be found. */
  hollow: boolean
}

export function readingOf(question: string): Reading {
  const { all, problems } = parse(question)
  const texts = wanted(all).filter(({ kind }) => kind !== 'field')
  const words = wordsOf(all)
  return {
    words,
    others: all.filter((clause) => !isPlain(clause)),
    languages: languagesOf(texts.map(textOf).join(' ')),
    texts,
    problems,
    hollow: question !== '' && all.length === 0,
  }
}

/** Whether there are words that a paragraph can be more or less relevant to. */
export function asksForText({ texts }: Reading): boolean {
  return texts.length > 0
}

/** Whether nothing but words and quotations was typed. */
export function isPlainText({ others, words }: Reading): boolean {
  return others.length === 0 && !isEmpty(words)
}

function textOf(term: Term): string {
  return 'text' in term ? term.text : ''
}
