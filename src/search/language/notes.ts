/** What must a reader be told about how the question was taken? Sentences in the reader's language, each once. */
import type { Language } from '../../model.js'
import { type Phrase, phrase } from '../labels.js'
import { lengthOf } from '../matching/words.js'
import type { Reading } from './reading.js'
import type { ProblemKind } from './tree.js'

const SENTENCES: Record<ProblemKind, Phrase> = {
  openQuote: 'unbalanced',
  openGroup: 'openGroup',
  lonelyBracket: 'lonelyBracket',
  lonelyOperator: 'lonelyOperator',
  unknownField: 'unknownField',
  emptyField: 'emptyField',
  unknownValue: 'unknownValue',
  shortPrefix: 'shortPrefix',
  tooManyTerms: 'tooManyTerms',
  tooDeep: 'tooDeep',
}

/** @param complete of a relaxed answer, the number of paragraphs with every word */
export function notesOn(reading: Reading, complete: number | false, language: Language): string[] {
  const problems = reading.problems.map(({ kind, text }) => phrase(SENTENCES[kind], language, isolated(text)))
  const notes = [
    complete !== false && phrase(relaxation(reading, complete), language, String(complete)),
    ...problems,
    reading.hollow && phrase('noWords', language),
  ]
  return [...new Set(notes.filter((note) => note !== false))]
}

function relaxation({ words }: Reading, complete: number): Phrase {
  if (complete > 0) return 'filled'
  return lengthOf(words) > 1 ? 'relaxed' : 'near'
}

/** What the reader typed keeps its own direction inside a sentence. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`
}
