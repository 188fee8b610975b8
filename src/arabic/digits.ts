/** Which number is this, in whatever digits it was written? Texts mix ASCII, Arabic-Indic and Persian ones inside one number. */
import { ARABIC_INDIC_DIGITS, PERSIAN_DIGITS } from './characters.js'

/** For use inside a character class. */
export const DIGITS = `0-9${ARABIC_INDIC_DIGITS}${PERSIAN_DIGITS}`

const OTHER_DIGITS = new RegExp(`[${ARABIC_INDIC_DIGITS}${PERSIAN_DIGITS}]`, 'g')
const DIGIT_VALUE = 0xf

/** The same text in ASCII digits, letter for letter. In both blocks the last four bits are the digit. */
export function toAsciiDigits(text: string): string {
  return text.replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & DIGIT_VALUE))
}

/** @param digits one or more digits of any script */
export function numberOf(digits: string): number {
  return Number(toAsciiDigits(digits))
}
