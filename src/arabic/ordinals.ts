/** Which number is this ordinal, spelled out or in digits: forty-third, 43rd, 38ème, or the Arabic words and "the 43"? */
import table from '../reference/ordinals.json' with { type: 'json' }
import { beginner, type Found } from './phrases.js'

/** The article alef-lam, a blank or a slash of news agencies, then the number. */
const ARABIC_DIGITS = /(?<![\p{L}\p{N}])[\u0628\u0644\u0648]?\u0627\u0644 ?\/? ?(\d{1,3})(?!\d)\/?/gu
const LATIN_DIGITS = /(?<![\p{L}\p{N}])(\d{1,3}) ?(?:st|nd|rd|th|ere?|eme|emes|e)(?![\p{L}\p{N}])/gu

/** @returns finds the ordinal with which a comparable text begins */
export function ordinalBeginner(): (text: string) => Found<number> | undefined {
  const begin = beginner(ordinalNames())
  return (text) => withDigits(text, begin(text)).find(({ start }) => start === 0)
}

export function ordinalNames(): (readonly [name: string, value: number])[] {
  return table.flatMap(({ n, ar, en, fr }) => [...ar, ...en, ...fr].map((name) => [name, n] as const))
}

/** @param named ordinals in words @returns those in digits too, in the order of the text */
export function withDigits(text: string, named: Found<number>[]): Found<number>[] {
  if (!/\d/.test(text)) return named
  return [...named, ...inDigits(text, ARABIC_DIGITS), ...inDigits(text, LATIN_DIGITS)].sort(
    (a, b) => a.start - b.start,
  )
}

function inDigits(text: string, pattern: RegExp): Found<number>[] {
  return [...text.matchAll(pattern)].map((match) => ({
    value: Number(match[1]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}
