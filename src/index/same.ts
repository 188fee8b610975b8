/** Which paragraphs say the same, but for marks, spelling and punctuation? Those with the same value here. */
import { createHash } from 'node:crypto'
import { fold } from '../arabic/fold.js'

const LETTERS = /[\p{L}\p{N}]+/gu
const MARKS = /\p{M}/gu
const DIGITS = 16

/**
 * @param texts of the paragraphs of one document, in order
 * @returns a value for each. What a document says twice differs, so that paragraphs are told to be the same only
 * across documents.
 */
export function sameness(texts: string[]): string[] {
  const seen = new Map<string, number>()
  return texts.map((text) => {
    const value = hashOf(text)
    const before = seen.get(value) ?? 0
    seen.set(value, before + 1)
    return before === 0 ? value : `${value}.${before}`
  })
}

function hashOf(text: string): string {
  const words = fold(text).normalize('NFD').replace(MARKS, '').toLowerCase().match(LETTERS)
  return createHash('sha256')
    .update(words?.join(' ') ?? text)
    .digest('hex')
    .slice(0, DIGITS)
}
