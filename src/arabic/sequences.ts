/** Which letters stand next to each other in these words? Three at a time, with the edges of the word. */
import { MARKS, TATWEEL } from './characters.js'

const IGNORED = new RegExp(`[${MARKS}${TATWEEL}]`, 'gu')
/** Persian fonts and keyboards write yeh and kaf with letters of their own. */
const PERSIAN: [letter: RegExp, arabic: string][] = [
  [/\u06CC/gu, '\u064A'],
  [/\u06A9/gu, '\u0643'],
]
/** Letters that Arabic lacks: peh, cheh, jeh, gaf, and those of Urdu for retroflex sounds, noon ghunna, heh and yeh. */
const FOREIGN = /[\u067E\u0686\u0698\u06AF\u0679\u0688\u0691\u06BA\u06C1\u06BE\u06D2]/gu
/** Share of them among all letters in Persian and Urdu, less than half of what it is. */
const FOREIGN_SHARE = 0.015
const WORD = /\p{L}{2,}/gu

export function withArabicLetters(text: string): string {
  return PERSIAN.reduce((mended, [letter, arabic]) => mended.replace(letter, arabic), text)
}

/** Is this text Persian or Urdu? Both have their own yeh and letters that no Arabic word has. */
export function isPersian(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const foreign = count(FOREIGN) > FOREIGN_SHARE * count(/\p{Script=Arabic}/gu)
  return foreign && count(/\u06CC/gu) > count(/[\u064A\u0649]/gu)
}

/** @returns each sequence as often as it occurs, `^` and `$` for the edges; marks and case do not count */
export function sequencesIn(text: string): string[] {
  const words = text.normalize('NFC').replace(IGNORED, '').toLowerCase().match(WORD) ?? []
  return words.flatMap((word) => {
    const letters = ['^', ...word, '$']
    return letters.slice(2).map((letter, at) => `${letters[at]}${letters[at + 1]}${letter}`)
  })
}
