/** Which number does a browser print before a list item? */
import { numeral } from '../numerals.js'
import type { Attributes } from './elements.js'

export type List = { format: string; next: number; step: number }

/** The `type` of an ordered list in the words of Word. */
const FORMATS: Record<string, string> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}
/** The same in the words of CSS. */
const CSS_FORMATS: Record<string, string> = {
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'decimal-leading-zero': 'decimalZero',
  'arabic-indic': 'hindiNumbers',
  none: 'none',
}
const BULLET = '\u2022'

/** @param marker what the styles of the page say, in the words of CSS */
export function listOf({ type, start, reversed }: Attributes, marker = ''): List {
  return {
    format: CSS_FORMATS[marker] ?? FORMATS[type ?? ''] ?? 'decimal',
    next: Number(start ?? 1) || 1,
    step: reversed === undefined ? 1 : -1,
  }
}

/** @param list nothing for one that is not ordered; else it counts on @returns the number of its next item */
export function numberOf(list: List | undefined, attributes: Attributes): string {
  if (!list) return BULLET
  const value = Number(attributes.value ?? list.next) || list.next
  const number = numeral(list.format, value)
  list.next = value + list.step
  return number && `${number}.`
}
