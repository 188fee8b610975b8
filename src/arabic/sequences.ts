/** Which letters stand next to each other in these words? Three at a time, with the edges of the word. */
import { MARKS, TATWEEL } from './characters.js'

const IGNORED = new RegExp(`[${MARKS}${TATWEEL}]`, 'gu')
/** Persian fonts and keyboards write yeh and kaf with letters of their own. */
const PERSIAN: [letter: RegExp, arabic: string][] = [
  [/\u06CC/gu, '\u064A'],
  [/\u06A9/gu, '\u0643'],
]
const WORD = /\p{L}{2,}/gu

export function withArabicLetters(text: string): string {
  return PERSIAN.reduce((mended, [letter, arabic]) => mended.replace(letter, arabic), text)
}

/** @returns each sequence as often as it occurs, `^` and `$` for the edges; marks and case do not count */
export function sequencesIn(text: string): string[] {
  const words = text.normalize('NFC').replace(IGNORED, '').toLowerCase().match(WORD) ?? []
  return words.flatMap((word) => {
    const letters = ['^', ...word, '$']
    return letters.slice(2).map((letter, at) => `${letters[at]}${letters[at + 1]}${letter}`)
  })
}
