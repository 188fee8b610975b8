/** Has a sentence or clause ended where this line ends? */

/** Brackets, quotation marks and blanks behind the mark that ends a line. */
const CLOSING = /["'\u00BB\u201D\u2019\s)\]]/
const SENTENCE_ENDS = new Set('.!?\u061F\u06D4\u2026')
/** A colon or semicolon: a clause of a resolution or the head of a list. */
const CLAUSE_ENDS = new Set(':;\u061B')
const COMMAS = new Set(',\u060C')

export function endsSentence(text: string): boolean {
  return SENTENCE_ENDS.has(lastOf(text))
}

export function endsClause(text: string): boolean {
  const last = lastOf(text)
  return SENTENCE_ENDS.has(last) || CLAUSE_ENDS.has(last)
}

export function endsWithComma(text: string): boolean {
  return COMMAS.has(lastOf(text))
}

function lastOf(text: string): string {
  let at = text.length - 1
  while (at >= 0 && CLOSING.test(text.charAt(at))) at -= 1
  return text.charAt(at)
}
