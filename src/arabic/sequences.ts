/** Which letters stand next to each other in these words? Three at a time, with the edges of the word. */
import { MARKS, TATWEEL } from './characters.js'

const IGNORED = new RegExp(`[${MARKS}${TATWEEL}]`, 'gu')
const WORD = /\p{L}{2,}/gu

/** @returns each sequence as often as it occurs, `^` and `$` for the edges; marks and case do not count */
export function sequencesIn(text: string): string[] {
  const words = text.normalize('NFC').replace(IGNORED, '').toLowerCase().match(WORD) ?? []
  return words.flatMap((word) => {
    const letters = ['^', ...word, '$']
    return letters.slice(2).map((letter, at) => `${letters[at]}${letters[at + 1]}${letter}`)
  })
}
