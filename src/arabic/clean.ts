/**
 * What does this text say once the damage of typing and of files is taken off? Shaped letters become
 * letters, marks and invisible controls go, Persian and Quranic shapes of an Arabic letter become that letter.
 * The same table is a `mapping` char filter of the index, so neither side can forget it.
 */
import { INVISIBLE, MARKS, PRESENTATION_FORMS, TATWEEL } from './characters.js'

/** What to write instead of what; the longest key wins, a key with an empty value is deleted. */
export type Table = ReadonlyMap<string, string>

const LETTER_SHAPES: [shapes: string, letter: string][] = [
  ['\u0671\u0672\u0673', '\u0627'], // alef wasla and wavy hamza: alef
  ['\u06CC\u06CD\u06CE\u06D0\u06D2\u06D3', '\u064A'], // Farsi, barree and tailed yeh: yeh
  ['\u06A9\u06AA', '\u0643'], // keheh and swash kaf: kaf
  ['\u06C1\u06C0\u06C2\u06BE\u06D5', '\u0647'], // heh goal, doachashmee, ae: heh
  ['\u06C3', '\u0629'], // teh marbuta goal: teh marbuta
]
const HAMZA_ABOVE = '\u0654'
const HAMZA_BELOW = '\u0655'
const MADDA = '\u0653'
/** Letter, mark that follows it when decomposed, the letter with its mark. */
const COMPOSED: [letter: string, mark: string, composed: string][] = [
  ['\u0627', MADDA, '\u0622'],
  ['\u0627', HAMZA_ABOVE, '\u0623'],
  ['\u0627', HAMZA_BELOW, '\u0625'],
  ['\u0648', HAMZA_ABOVE, '\u0624'],
  ['\u064A', HAMZA_ABOVE, '\u0626'],
  ['\u0649', HAMZA_ABOVE, '\u0626'],
  ['\u06CC', HAMZA_ABOVE, '\u0626'],
]
const VOWELS = members('\u064B-\u0650\u0652')
const SHADDA = '\u0651'
/** Marks that may stand between a letter and its hamza in decomposed text (they sort before it). */
const BETWEEN = ['', SHADDA, ...VOWELS, ...VOWELS.map((vowel) => vowel + SHADDA)]

export const CLEAN: Table = cleanTable()
const CLEAN_KEYS = keyPattern(CLEAN)
const MARKS_AND_TATWEEL = new RegExp(`[\\p{M}${TATWEEL}]`, 'gu')

/** The text in plain letters: other letters, digits and punctuation stay as they are. */
export function clean(text: string): string {
  return applyTable(text, CLEAN, CLEAN_KEYS)
}

/** @returns a word in its letters alone, without the marks of any script and tatweel */
export function bare(word: string): string {
  return word.replace(MARKS_AND_TATWEEL, '')
}

/** A pattern that finds the keys of a table, longest first, as the `mapping` char filter does. */
export function keyPattern(table: Table): RegExp {
  const keys = [...table.keys()].sort((a, b) => b.length - a.length)
  return new RegExp(keys.join('|'), 'gu')
}

export function applyTable(text: string, table: Table, keys: RegExp): string {
  return text.replace(keys, (key) => table.get(key) ?? key)
}

/** The characters of a class such as `a-cx`. */
function members(characterClass: string): string[] {
  const pattern = new RegExp(`[${characterClass}]`)
  return Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((c) =>
    pattern.test(c),
  )
}

function cleanTable(): Map<string, string> {
  const table = new Map<string, string>()
  for (const character of members(MARKS + TATWEEL + INVISIBLE)) table.set(character, '')
  for (const [shapes, letter] of LETTER_SHAPES) for (const shape of shapes) table.set(shape, letter)
  for (const [letter, mark, composed] of COMPOSED) {
    for (const between of BETWEEN) table.set(letter + between + mark, composed)
  }
  const keys = keyPattern(table)
  for (const form of members(PRESENTATION_FORMS)) {
    const plain = form.normalize('NFKC')
    // Isolated marks decompose into a space and the mark: that space would split a word.
    if (plain !== form) table.set(form, plain.startsWith(' ') ? '' : applyTable(plain, table, keys))
  }
  return table
}
