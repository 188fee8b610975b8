/**
 * How do parsers look at a text, so that one pattern finds every spelling, and where was it in the original?
 * Lower case, no marks, one shape per letter, ASCII digits and dashes; each character knows where it came from.
 */
import type { Span } from '../model.js'
import { ARABIC_LETTERS, MARKS, TATWEEL } from './characters.js'
import { clean } from './clean.js'
import { toAsciiDigits } from './digits.js'
import { once } from './once.js'

export type Comparable = {
  text: string
  /** Where a stretch of `text` lies in the original; without an end, the rest. */
  span(start: number, end?: number): Span
  /** Index in `text` of the first character that is not before this offset of the original. */
  indexOf(offset: number): number
}

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

export function comparable(original: string): Comparable {
  const text = comparableText(original)
  const starts = once(() => startsOf(original))
  return {
    text,
    span: (start, end) => spanOf(starts(), start, end ?? text.length),
    indexOf: (at) => indexIn(starts(), at),
  }
}

/** For phrases that are compared with a text and need no way back. */
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

/** For each unit of the comparable text the place that it comes from, and the end. */
function startsOf(original: string): number[] {
  const starts: number[] = []
  for (let at = 0; at < original.length; at += 1) {
    const { length } = letterAt(original, at) ?? ' '
    for (let n = 0; n < length; n += 1) starts.push(at)
  }
  starts.push(original.length)
  return starts
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

/** The end takes in the marks that follow the last letter, but not the spaces. */
function spanOf(starts: number[], start: number, end: number): Span {
  if (end <= start) return [starts[start] ?? 0, starts[start] ?? 0]
  return [starts[start] ?? 0, starts[end] ?? 0]
}

function indexIn(starts: number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
