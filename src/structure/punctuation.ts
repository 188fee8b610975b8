/** Has a sentence or clause ended where this line ends? */

const CLOSING = '["\'\u00BB\u201D\u2019\\s)\\]]*$'
const SENTENCE_END = new RegExp(`[.!?\u061F\u06D4\u2026]${CLOSING}`)
/** A colon or semicolon: a clause of a resolution or the head of a list. */
const CLAUSE_END = new RegExp(`[:;\u061B]${CLOSING}`)
const COMMA_END = new RegExp(`[,\u060C]${CLOSING}`)

export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text)
}

export function endsClause(text: string): boolean {
  return SENTENCE_END.test(text) || CLAUSE_END.test(text)
}

export function endsWithComma(text: string): boolean {
  return COMMA_END.test(text)
}
