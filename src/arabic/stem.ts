/**
 * Which words of Arabic are forms of one word? A light stemmer in rules that Elasticsearch applies one after
 * the other (`pattern_replace`) and that this file applies alike. Letters are named; see `letters`.
 */

/** Rules are written in transliteration (Buckwalter's letters); Arabic letters in code are unreadable in a diff. */
const LETTERS = letters()

export type Rule = { name: string; pattern: string; replacement: string }

/** In the order in which they apply. Words are folded: one alef, one yeh, no teh marbuta. */
export const STEM_RULES: Rule[] = [
  rule('article', '^(?:[wf]?(?:[bk]?Al|ll)){1,2}(?=..)', ''),
  rule('and', '^w(?=.{4})', ''),
  rule(
    'suffixes',
    '^(.{3,}?)(?:thmA|thm|thn|thA|tnA|tkm|tyn|tAn|hmA|hA|hm|hn|nA|km|th|An|At|wn|yn|wA|yA|h|y)+$',
    '$1',
  ),
]

const PATTERNS = STEM_RULES.map(({ pattern, replacement }) => ({ pattern: new RegExp(pattern), replacement }))

/** @param word one folded word */
export function stem(word: string): string {
  return PATTERNS.reduce((rest, { pattern, replacement }) => rest.replace(pattern, replacement), word)
}

function rule(name: string, pattern: string, replacement: string): Rule {
  return { name, pattern: arabic(pattern), replacement }
}

/** Transliteration to Arabic letters; everything else stays. */
export function arabic(transliterated: string): string {
  return transliterated.replace(/[A-Za-z']/g, (letter) => LETTERS.get(letter) ?? letter)
}

function letters(): Map<string, string> {
  const latin = "'AbtvjHxd*rzs$SDTZEgfqklmnhwy"
  const codes = [
    0x621, 0x627, 0x628, 0x62a, 0x62b, 0x62c, 0x62d, 0x62e, 0x62f, 0x630, 0x631, 0x632, 0x633, 0x634, 0x635,
    0x636, 0x637, 0x638, 0x639, 0x63a, 0x641, 0x642, 0x643, 0x644, 0x645, 0x646, 0x647, 0x648, 0x64a,
  ]
  return new Map([...latin].map((letter, i) => [letter, String.fromCharCode(codes[i] ?? 0)]))
}
