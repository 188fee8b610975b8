/**
 * How do parsers look at a text, so that one pattern finds every spelling, and where was it in the original?
 * Lower case, no marks, one shape per letter, ASCII digits and dashes; each character knows where it came from.
 */
import { ARABIC_LETTERS, MARKS, TATWEEL } from './characters.js'
import { clean } from './clean.js'
import { toAsciiDigits } from './digits.js'
import { once } from './once.js'

const MARK = new RegExp(`[${MARKS}]`)
const ARABIC = new RegExp(`[${ARABIC_LETTERS}${MARKS}]`)
const COMBINING = /\p{M}/gu
const ALEF = '\u0627'
const YEH = '\u064A'
const HEH = '\u0647'
const SAME: Record<string, string> = {
  '\u0622': ALEF, // alef with madda
  '\u0623': ALEF, // alef with hamza above
  '\u0625': ALEF, // alef with hamza below
  '\u0649': YEH, // alef maksura
  '\u0629': HEH, // teh marbuta
  '\u060C': ',', // Arabic comma
  '\u061B': ';', // Arabic semicolon
  '\u2018': "'",
  '\u2019': "'",
  '\u02BC': "'",
  '\u00AB': '"',
  '\u00BB': '"',
  '\u201C': '"',
  '\u201D': '"',
}
const DASH = /[\u2010-\u2015\u2212]/

export function comparableText(original: string): string {
  let text = ''
  let kept = 0
  for (let at = 0; at < original.length; at += 1) {
    const letter = letterAt(original, at)
    if (letter === STAYS) continue
    text += original.slice(kept, at) + letter
    kept = at + 1
  }
  return kept === 0 ? original : text + original.slice(kept)
}

/** For each unit of the comparable text the place that it comes from, and the end: marks belong to the letter before them. */
export function placesOf(original: string): number[] {
  const places: number[] = []
  for (let at = 0; at < original.length; at += 1) {
    const { length } = letterAt(original, at) ?? ' '
    for (let n = 0; n < length; n += 1) places.push(at)
  }
  places.push(original.length)
  return places
}

/** Most units are comparable as they are. */
const STAYS = null
/** What each unit becomes, as far as it was met. A tatweel depends on what stands before it. */
const letters = once(() => new Array<string | typeof STAYS | undefined>(UNITS))
const UNITS = 0x10000

function letterAt(original: string, at: number): string | typeof STAYS {
  const code = original.charCodeAt(at)
  const known = letters()[code]
  if (known !== undefined) return known
  const unit = original.charAt(at)
  if (unit === TATWEEL) return ARABIC.test(original.charAt(at - 1)) ? '' : '-'
  const letter = comparableLetter(unit)
  letters()[code] = letter === unit ? STAYS : letter
  return letter
}

/** What one UTF-16 unit becomes: usually one character, none for a mark. */
function comparableLetter(unit: string): string {
  if (unit < '\u0080') return unit === '\t' || unit === '\n' || unit === '\f' ? ' ' : unit.toLowerCase()
  if (MARK.test(unit)) return ''
  if (DASH.test(unit)) return '-'
  if (/\s/.test(unit)) return ' '
  return plainLetter(unit)
}

function plainLetter(unit: string): string {
  const plain = toAsciiDigits(clean(unit))
  return SAME[plain] ?? plain.normalize('NFD').replace(COMBINING, '').toLowerCase()
}
