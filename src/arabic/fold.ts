/**
 * When are two spellings the same to a reader who searches? Fold drops the differences of hamza, of the last
 * letter, of borrowed letters and of digits that writers do not keep apart. For comparing only: never shown.
 */
import { applyTable, clean, keyPattern, type Table } from './clean.js'

const DIGIT_ZEROS = [0x0660, 0x06f0]

/** Applied after the table of `clean`. */
export const FOLDS: Table = new Map([
  ['\u0622', '\u0627'], // alef with madda: alef
  ['\u0623', '\u0627'], // alef with hamza above: alef
  ['\u0625', '\u0627'], // alef with hamza below: alef
  ['\u0649', '\u064A'], // alef maksura: yeh
  ['\u0629', '\u0647'], // teh marbuta: heh
  ['\u0624', '\u0621'], // hamza on waw: hamza
  ['\u0626', '\u0621'], // hamza on yeh: hamza
  ['\u0622\u0644\u064A', '\u0627\u0621\u0644\u064A'], // "mechanism", which would become "to him"
  ['\u0622\u0644\u0629', '\u0627\u0621\u0644\u0647'], // "machine", which would become "god"
  ['\u0622\u0644\u0627\u062A', '\u0627\u0621\u0644\u0627\u062A'], // "machines", of which an article would be taken
  ['\u0622\u0644\u0627\u0645', '\u0627\u0621\u0644\u0627\u0645'], // "pains", the same
  ['\u0647\u0646\u0623', '\u0647\u0646\u0621'], // "congratulate", which would become "here"
  ['\u064A\u0623\u0629', '\u064A\u0621\u0647'], // yeh, alef with hamza, teh marbuta: as with hamza on yeh
  ['\u0645\u0627\u0626\u0629', '\u0645\u0621\u0647'], // "hundred" with its silent alef
  ['\u067E', '\u0628'], // peh: beh
  ['\u0686', '\u062C'], // tcheh: jeem
  ['\u0698', '\u0632'], // jeh: zain
  ['\u06A4', '\u0641'], // veh: feh
  ['\u06AF', '\u0643'], // gaf: kaf
  ['\u060C', ' '], // Arabic comma: word breaking would join the digits around it
  ...DIGIT_ZEROS.flatMap((zero) =>
    Array.from({ length: 10 }, (_, n): [string, string] => [String.fromCharCode(zero + n), String(n)]),
  ),
])
const FOLD_KEYS = keyPattern(FOLDS)

/** The text as a search compares it; fold(fold(x)) = fold(x). Case and Latin letters stay. */
export function fold(text: string): string {
  return applyTable(clean(text), FOLDS, FOLD_KEYS)
}

/** @returns a text in the form that the exact field has of it: folded, without the marks of any script, in lower case */
export function plain(text: string): string {
  return fold(text).normalize('NFD').replace(ANY_MARKS, '').toLowerCase()
}

const ANY_MARKS = /\p{M}/gu
