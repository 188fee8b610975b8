/**
 * What does an engine that reads two scripts put into Arabic lines that is not there? Letters of the other script where it was
 * unsure, strokes, and the signs of the other script, which look alike.
 */

type Word = { text: string; confidence: number }

/** Short, without capitals and figures: no name, symbol or address. */
const SCRAP = /^\P{L}*\p{Ll}{1,4}\P{L}*$/u
const STROKES = /^[=|~^_\\<>{}\u00B0\u00A6]+$/u
const SURE = 0.85
const SIGNS: Record<string, string> = { ',': '\u060C', ';': '\u061B', '?': '\u061F' }
/** At the end of a word: not inside a number. */
const SIGN = /[,;?](?=[^\p{L}\p{N}]*$)/gu

/** @param words of one line, in reading order */
export function withoutScraps<W extends Word>(words: W[]): W[] {
  const line = words.map(({ text }) => text).join(' ')
  if (count(line, /\p{Script=Latin}/gu) > count(line, /\p{Script=Arabic}/gu)) return words
  return words
    .filter(
      ({ text, confidence }) =>
        !STROKES.test(text) && !(SCRAP.test(text) && isLatin(text) && confidence < SURE),
    )
    .map((word) =>
      isLatin(word.text) ? word : { ...word, text: word.text.replace(SIGN, (sign) => SIGNS[sign] ?? sign) },
    )
}

function isLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text)
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0
}
