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
  ['\u0645\u0631\u0622\u0629', '\u0645\u0631\u0627\u0621\u0647'], // "mirror", which would become "woman"
  ['\u0623\u0639\u0644\u0627\u0645', '\u0621\u0639\u0644\u0627\u0645'], // "flags", which would become "information"
  ['\u0645\u0627\u0626\u062A', '\u0645\u0621\u062A'], // "two hundred" with its silent alef
  ['\u064A\u0622', '\u064A\u0621\u0627'], // yeh, alef with madda: as with hamza on yeh
  ['\u0628\u0648\u0631\u062C', '\u0628\u0648\u0631\u063A'], // "-burg" of foreign cities
  ['\u0633\u0628\u0631\u062C', '\u0633\u0628\u0631\u063A'], // the same
  ['\u0643\u0648\u0646\u062C', '\u0643\u0648\u0646\u063A'], // "Kong", "Congress"
  ['\u0647\u0648\u0646\u062C', '\u0647\u0648\u0646\u063A'], // "Hong"
  ['\u0644\u0648\u062C\u0631\u0627\u0645', '\u0644\u0648\u063A\u0631\u0627\u0645'], // "kilogram"
  ['\u064A\u0623\u0629', '\u064A\u0621\u0647'], // yeh, alef with hamza, teh marbuta: as with hamza on yeh
  ['\u0642\u0631\u0621\u0627\u0646', '\u0642\u0631\u0627\u0646'], // "Quran" with its hamza on the line
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
export const TEH_MARBUTA = '\u0629'
/** All but that of teh marbuta, which tells some words from others (`known.ts`). */
export const LETTER_FOLDS: Table = new Map([...FOLDS].filter(([letter]) => letter !== TEH_MARBUTA))
const LETTER_KEYS = keyPattern(LETTER_FOLDS)

/** The text as a search compares it; fold(fold(x)) = fold(x). Case and Latin letters stay. */
export function fold(text: string): string {
  return applyTable(clean(text), FOLDS, FOLD_KEYS)
}

/** The same, but teh marbuta stays. */
export function foldLetters(text: string): string {
  return applyTable(clean(text), LETTER_FOLDS, LETTER_KEYS)
}

/** @returns a text in the form that the exact field has of it: folded, without the marks of any script, in lower case */
export function plain(text: string): string {
  return fold(text).normalize('NFD').replace(ANY_MARKS, '').toLowerCase()
}

const ANY_MARKS = /\p{M}/gu
