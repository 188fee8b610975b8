/**
 * Which letters around an Arabic word are not its own? The patterns of the light stemmer, for folded words
 * (one alef, one yeh, no teh marbuta). They mean the same in JavaScript and in Java, where the index applies them.
 */
import { arabic } from './transliteration.js'

/** Stands before a word that no rule may change any more, so that it never equals the rest of another. */
export const KNOWN = '_'
/** Stands before the stem that all forms of a listed word share; it differs from a name with the same letters. */
export const FAMILY = '~'

/** "and", "so" before "in", "as", "for" before the article; a second article is the beginning of a foreign word. */
const ARTICLES = '[wf]?(?:[bk]?Al|ll)(?:Al)?'
/** The same and the particles that stand without an article. */
export const BEFORE = arabic('[wf]?(?:[bk]?Al|ll|[bkl])?')
/** The particles alone. */
export const PARTICLES_BEFORE = arabic('[wf]?[bkl]?')
/** "For the" before a word that begins with lam, less that lam. */
export const FOR_THE_LAM = arabic('[wf]?l')
/** Particles that may be left after the article is gone; where a word's own letters look the same, the lexicon says so. */
const PARTICLES = '(?:[wf][bkl]|[wfbkl])'

/**
 * Pronouns, dual, plural, feminine and adjective endings; a short stem keeps the "An", "wn", "yn", "w" that are mostly its own.
 * The alef of "they" is not written before a pronoun: there it is the word's own alef maksura.
 */
export const ENDING = arabic(
  '(?:tyn|tAn|yyn|ywn|yAn|(?<=....)(?:An|wn|yn|w)|thmA|thm|thn|thA|tnA|tkm|hmA|hA|hm|hn|nA(?!t)|km|th|At|wA$|yA|h|y)',
)
export const PRONOUN = arabic('(?:h|hA|hm|hmA|hn|nA|km)')
/** Endings of an adjective made of a name, after its yeh. */
export const ADJECTIVE_ENDING = `(?:${arabic('A|h|wn|yn|An|At')}|${arabic('A?t')}${PRONOUN})?`
/** What a word with teh marbuta ends in instead: in the dual and before pronouns, and in the plural. */
export const TEH_ENDING = arabic('t(?:An|yn|h|hA|hm|hmA|hn|nA|km)')
export const PLURAL_ENDING = arabic('At(?:h|hA|hm|hmA|hn|nA|km)?')
/** Endings of a word with teh marbuta, which many write as heh. */
export const FEMININE_ENDING = `(?:${arabic('h')}|${PLURAL_ENDING}|${TEH_ENDING})`

export type Rule = { pattern: string; replacement: string; expression: RegExp }

/** "AD" and "AH" written together with the year. */
export const YEAR = rule(arabic('^([0-9]{3,4})[mh]$'), '$1')
export const ARTICLE = rule(arabic(`^${ARTICLES}(?=..)`), '')
export const ENDINGS = rule(`^(?!${KNOWN})(.{3}|.{4,}?)${ENDING}+$`, '$1')
/**
 * The alef of the accusative; after a short stem with waw it is mostly that of "they", and in a short verb ("he reads",
 * "she begins") its last letter.
 */
export const ACCUSATIVE = rule(arabic(`^(?!${KNOWN})([^yt].[^w]|.{4,})A$`), '$1')
export const PARTICLE = rule(arabic(`^${PARTICLES}(?=...)`), '')

export function rule(pattern: string, replacement: string): Rule {
  return { pattern, replacement, expression: new RegExp(pattern, 'g') }
}

export function apply(word: string, { expression, replacement }: Rule): string {
  return word.replace(expression, replacement)
}
