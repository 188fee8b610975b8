/**
 * Which words must the rules not shorten? Patterns made of the lists in `src/reference/arabic/`: names with their
 * adjectives, words whose own letters look like an article or an ending, words that keep their teh marbuta.
 */
import nameList from '../reference/arabic/names.json' with { type: 'json' }
import ownLetters from '../reference/arabic/own-letters.json' with { type: 'json' }
import plurals from '../reference/arabic/plurals.json' with { type: 'json' }
import protectedWords from '../reference/arabic/protected.json' with { type: 'json' }
import { fold, TEH_MARBUTA } from './fold.js'
import {
  ACCUSATIVE,
  ADJECTIVE_ENDING,
  ARTICLE,
  apply,
  BEFORE,
  ENDING,
  ENDINGS,
  FEMININE_ENDING,
  FOR_THE_LAM,
  KNOWN,
  PARTICLES_BEFORE,
  PRONOUN,
  type Rule,
  rule,
} from './rules.js'
import { arabic } from './transliteration.js'
import { oneOf } from './trie.js'

const [ALEF = '', HEH = '', YEH = '', LAM = '', NOON = '', TEH = ''] = [...arabic('Ahylnt')]
const NOMINAL = new RegExp(`[${HEH}${YEH}]$`)
/** Only an article that is written as one: a name with a hamza on its own alef keeps it. */
const WRITTEN_ARTICLE = new RegExp(`^${ALEF}${LAM}`)
const ADJECTIVE = new RegExp(`${YEH}[${ALEF}${HEH}]?$`)
const MAKSURA = /\u0649$/

export const NOUNS: readonly string[][] = plurals.nouns.map((line) => line.split(' '))
/** Each with its spellings, folded and without article. */
export const NAMES: readonly string[][] = nameList.names.map((name) =>
  name.split('|').map((spelling) => fold(spelling.replace(WRITTEN_ARTICLE, ''))),
)
export const PROTECTED: readonly string[] = protectedWords.words.map(fold)
/** Of which too few letters are left for a particle before them to be seen. */
export const SHORT: readonly string[] = protectedWords.short.map(fold)

/** Words that end in alef maksura where a pronoun follows, before which it is written as alef. */
export const MAKSURA_WORDS: Rule = maksuraWords()
/** Names and protected words, with whatever stands before and behind them, to the word and its mark. */
export const KNOWN_WORDS: Rule = knownWords()
/** The same for words that keep their teh marbuta: they stay apart from the word without it, or are broken plurals. */
export const FEMININE_WORDS: Rule = feminineWords()
/**
 * Words that begin with lam after "for the", of which writing shows two lams and not three. Where a listed noun is
 * left without their lam, that one is meant: "for the summit", not "for the mouthful".
 */
export const LAM_WORDS: Rule = lamWords()

function knownWords(): Rule {
  const names = NAMES.flat()
  const adjectives = [...names.filter(isAdjective), ...protectedWords.adjectives.map(fold)].map(masculine)
  const plain = names.filter((name) => !isAdjective(name))
  const endingWith = (letter: string) => plain.filter((name) => name.endsWith(letter)).map(butLast)
  const bare = plain.filter((name) => !name.endsWith(ALEF) && !name.endsWith(HEH))
  const adjective = `${YEH}${ADJECTIVE_ENDING}`
  const choices = [
    `(${oneOf(bare)})(?:${adjective})?`,
    `(${oneOf(endingWith(ALEF))})(?:[${ALEF}${HEH}]|${adjective})`,
    `(${oneOf(endingWith(HEH))})(?:${HEH}|${adjective})`,
    `(${oneOf(adjectives)})${ADJECTIVE_ENDING}`,
    `(${oneOf(protectedLemmas())})(?:${ALEF}|${ENDING}*)`,
  ]
  const alone = `${PARTICLES_BEFORE}(${oneOf(nameList.bare.map(fold))})`
  return rule(`^(?:${BEFORE}(?:${choices.join('|')})|${alone})$`, `${KNOWN}$1$2$3$4$5$6`)
}

function maksuraWords(): Rule {
  const words = [
    ...irregularPlurals(MAKSURA),
    ...protectedWords.adjectives.filter((word) => MAKSURA.test(word)).map(fold),
  ]
  return rule(`^${BEFORE}(${oneOf(words.map(butLast))})${ALEF}${PRONOUN}$`, `${KNOWN}$1${YEH}`)
}

function feminineWords(): Rule {
  const words = [...protectedWords.feminine.map(fold), ...irregularPlurals(new RegExp(`${TEH_MARBUTA}$`))]
  const bases = [...shortFeminines(), ...words.map(butLast)]
  const own = [...ownLetters.words, ...NOUNS.flat()].filter(isFeminine).map(fold).map(butLast)
  const others = oneOf(own.filter((word) => !bases.includes(word)))
  const pattern = `^(?!${others}${FEMININE_ENDING}$)(?:|${BEFORE})(${oneOf(bases)})${FEMININE_ENDING}$`
  return rule(pattern, `${KNOWN}$1${HEH}`)
}

function lamWords(): Rule {
  const words = [...ownLetters.words, ...NOUNS.flat()].map(fold).filter((word) => word.startsWith(LAM))
  const tails = oneOf(words.map((word) => apply(word, ENDINGS).slice(1)))
  const hidden = new RegExp(`^${tails}${ENDING}*$`)
  const others = NOUNS.flat()
    .map(fold)
    .filter((word) => hidden.test(word))
  return rule(`^${FOR_THE_LAM}(?!${LAM}${oneOf(others)}$)(${LAM}${tails}${ENDING}*)$`, '$1')
}

/** Words of the lists that the rules would cut, but for plurals that are cut to their singular. */
function protectedLemmas(): string[] {
  const singulars = NOUNS.flatMap(([singular = '']) => fold(singular))
    .filter(endsLikeEnding)
    .filter(hasNoArticle)
  const cut = irregularPlurals(/./).filter((plural) => isCut(plural) || endsLikeEnding(plural))
  const words = PROTECTED.filter((word) => isCut(word) || endsLikeEnding(word))
  return [...words, ...singulars, ...cut, ...irregularPlurals(MAKSURA)]
}

/** Plurals that are written so and that the rules do not cut to their singular. */
function irregularPlurals(written: RegExp): string[] {
  const plurals = NOUNS.flatMap(([singular = '', ...others]) =>
    others
      .filter((plural) => written.test(plural))
      .map(fold)
      .filter((plural) => shortened(plural) !== shortened(fold(singular))),
  )
  return plurals.filter(hasNoArticle)
}

/** Do the rules take letters from this word that are more than a feminine or adjective ending? */
function isCut(word: string): boolean {
  const short = shortened(word)
  return short !== word && short !== word.replace(NOMINAL, '')
}

/** With the alef of the accusative, or a pronoun, such a word looks as if it ended in "our", or in teh marbuta. */
function endsLikeEnding(word: string): boolean {
  return word.length > 3 && (word.endsWith(NOON) || word.endsWith(TEH))
}

function shortened(word: string): string {
  return [ARTICLE, ENDINGS, ACCUSATIVE].reduce(apply, word)
}

export function hasNoArticle(word: string): boolean {
  return apply(word, ARTICLE) === word
}

/** Listed words with teh marbuta of which so few letters stay that a particle before them would count as one. */
function shortFeminines(): string[] {
  const words = NOUNS.flatMap(([singular = '']) => singular).filter(
    (word) => isFeminine(word) && !protectedWords.written.includes(word),
  )
  const bases = words.map(fold).map(butLast)
  return bases.filter((base) => base.length === 2 || (base.length === 3 && base.endsWith(YEH)))
}

function isFeminine(written: string): boolean {
  return written.endsWith(TEH_MARBUTA)
}

/** Names that end in "-i", "-ya" or "-iyya": the adjective is the name up to that yeh. */
function isAdjective(name: string): boolean {
  return ADJECTIVE.test(name)
}

function masculine(name: string): string {
  return name.replace(ADJECTIVE, YEH)
}

function butLast(word: string): string {
  return word.slice(0, -1)
}
