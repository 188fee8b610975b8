/** What did the reader ask? Read once for each question: words, what else is required, languages, what was not understood. */
import type { Language } from '../../model.js'
import { type Forms, formsOf } from '../../symbols/forms.js'
import { isEmpty, isPlain, languagesOf, type Words, wordsOf } from '../matching/words.js'
import { parse } from './parse.js'
import { type All, type Problem, type Term, wanted } from './tree.js'

export type Reading = {
  /** As it came. */
  typed: string
  all: All
  /** Where the whole is the symbol of a document. */
  symbol?: Forms
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

export function readingOf(typed: string): Reading {
  const { all, problems } = parse(typed)
  const texts = wanted(all).filter(({ kind }) => kind !== 'field')
  return {
    typed,
    all,
    symbol: formsOf(typed),
    words: wordsOf(all),
    others: all.filter((clause) => !isPlain(clause)),
    languages: languagesOf(texts.map(textOf).join(' ')),
    texts,
    problems,
    hollow: typed !== '' && all.length === 0,
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
