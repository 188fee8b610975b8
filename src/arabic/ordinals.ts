/**
 * Which number is this ordinal, spelled out, in digits or Roman: forty-third, 43rd, 38ème, VIth, or the Arabic words and
 * "the 43"? Words may go on above one hundred: "one hundred and fifty-sixth".
 */
import table from '../reference/ordinals.json' with { type: 'json' }
import { beginner, type Found } from './phrases.js'

/** The article alef-lam, a blank or a slash of news agencies, then the number. */
const ARABIC_DIGITS = /(?<![\p{L}\p{N}])[\u0628\u0644\u0648]?\u0627\u0644 ?\/? ?(\d{1,3})(?!\d)\/?/gu
const LATIN_DIGITS = /(?<![\p{L}\p{N}])(\d{1,3}) ?(?:st|nd|rd|th|ere?|eme|emes|e)(?![\p{L}\p{N}])/gu
const ROMAN = /(?<![\p{L}\p{N}])([xvi]{1,6})(?:st|nd|rd|th|eme)(?![\p{L}\p{N}])/gu
/** Letters that are looked at around an ordinal. */
const REACH = 18
const ROMAN_DIGITS: Record<string, number> = { i: 1, v: 5, x: 10 }
/** "… and fifty-sixth after the hundred" in Arabic; in English and French, and in Arabic too, the hundred may stand before. */
const ABOVE_HUNDRED = /^ \u0628\u0639\u062F \u0627\u0644\u0645\u0627?\u064A\u0647(?!\p{L})/u
const HUNDRED_AND =
  /(?<!\p{L})(?:(?:(?:one )?hundred(?: and)?|cent)[ -]|\u0627\u0644\u0645\u0627?\u064A\u0647 \u0648)$/u

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
  const spelled = named.map((hit) => aboveHundred(text, hit))
  const digits = /\d/.test(text) ? [...inDigits(text, ARABIC_DIGITS), ...inDigits(text, LATIN_DIGITS)] : []
  return [...spelled, ...digits, ...inRoman(text)].sort((a, b) => a.start - b.start)
}

function aboveHundred(text: string, hit: Found<number>): Found<number> {
  const behind = ABOVE_HUNDRED.exec(text.slice(hit.end, hit.end + REACH))?.[0].length
  if (behind) return { value: hit.value + 100, start: hit.start, end: hit.end + behind }
  const before = HUNDRED_AND.exec(text.slice(Math.max(0, hit.start - REACH), hit.start))?.[0].length
  return before ? { value: hit.value + 100, start: hit.start - before, end: hit.end } : hit
}

function inRoman(text: string): Found<number>[] {
  return [...text.matchAll(ROMAN)].map((match) => ({
    value: romanValue(match[1] ?? ''),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function romanValue(digits: string): number {
  const values = [...digits].map((digit) => ROMAN_DIGITS[digit] ?? 0)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}

function inDigits(text: string, pattern: RegExp): Found<number>[] {
  return [...text.matchAll(pattern)].map((match) => ({
    value: Number(match[1]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}
