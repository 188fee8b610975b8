/** How are rules about Arabic letters written so that they can be read in a diff? In Buckwalter's Latin letters. */

const LATIN = "'AbtvjHxdrzsSDTZEgfqklmnhwy"
const CODES = [
  0x621, 0x627, 0x628, 0x62a, 0x62b, 0x62c, 0x62d, 0x62e, 0x62f, 0x631, 0x632, 0x633, 0x635, 0x636, 0x637,
  0x638, 0x639, 0x63a, 0x641, 0x642, 0x643, 0x644, 0x645, 0x646, 0x647, 0x648, 0x64a,
]
const LETTERS = new Map([...LATIN].map((letter, i) => [letter, String.fromCharCode(CODES[i] ?? 0)]))

/** Arabic letters for Latin ones; signs of a pattern stay. Thal and sheen, whose signs mean something in patterns, are left out. */
export function arabic(transliterated: string): string {
  return transliterated.replace(/[A-Za-z']/g, (letter) => LETTERS.get(letter) ?? letter)
}
