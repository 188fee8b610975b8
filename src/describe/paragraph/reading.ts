/** What the parsers of one paragraph hand to each other, and how they give their evidence. */
import type { Citation, Read } from '../../model.js'
import type { Mention } from './names.js'
import type { Word } from './words.js'

export type Reading = {
  text: string
  words: readonly Word[]
  mentions: readonly Mention[]
  dates: readonly Read<string>[]
  organisation?: string
  /** Key of the document's own meeting. */
  own?: string
}

/** A citation whose evidence are the words from `from` up to, not including, `to`. */
export function cite(
  { words, text }: Pick<Reading, 'words' | 'text'>,
  value: string,
  from: number,
  to: number,
): Citation {
  const span: [number, number] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0]
  return { value, raw: text.slice(...span), span }
}

export function withYear(citation: Citation, value: number | undefined, derived: boolean): Citation {
  if (value === undefined) return citation
  return { ...citation, year: derived ? { value, derived: true } : { value } }
}
