/**
 * Which words do the rules get wrong by themselves? Names that no rule may shorten, words whose own letters look
 * like a particle, broken plurals and verbs: from the lists in `src/reference/arabic/` to a pattern and a table.
 */
import nameList from '../reference/arabic/names.json' with { type: 'json' }
import ownLetters from '../reference/arabic/own-letters.json' with { type: 'json' }
import plurals from '../reference/arabic/plurals.json' with { type: 'json' }
import protectedWords from '../reference/arabic/protected.json' with { type: 'json' }
import verbList from '../reference/arabic/verbs.json' with { type: 'json' }
import { fold } from './fold.js'
import {
  ACCUSATIVE,
  ADJECTIVE_ENDING,
  ARTICLE,
  apply,
  BEFORE,
  ENDING,
  ENDINGS,
  FAMILY,
  FEMININE_ENDING,
  FOR_THE_LAM,
  KNOWN,
  PARTICLE,
  PARTICLES_BEFORE,
  type Rule,
  rule,
} from './rules.js'
import { arabic } from './transliteration.js'
import { oneOf } from './trie.js'

const [ALEF = '', HEH = '', YEH = '', LAM = ''] = [...arabic('Ahyl')]
const NOMINAL = new RegExp(`[${HEH}${YEH}]$`)
const PERSONS = ['t', 'n', 'sy', 'st', 'sn'].map(arabic)
const TEH = arabic('t')
/** A past that takes the ending of the feminine as it is. */
const STRONG_PAST = new RegExp(arabic('[^Ay]$'))
const DUALS = ['An', 'yn'].map(arabic)
/** Only an article that is written as one: a name with a hamza on its own alef keeps it. */
const WRITTEN_ARTICLE = new RegExp(`^${ALEF}${LAM}`)
const MAKSURA = /\u0649$/
const TEH_MARBUTA = '\u0629'

const nouns = plurals.nouns.map((line) => line.split(' '))
const verbs = verbList.verbs.map((line) => line.split(' '))
const protectedBases = protectedWords.words.map(fold)

/** Names and protected words, with whatever stands before and behind them, to the word and its mark. */
export const KNOWN_WORDS: Rule = knownWords()
/** The same for words that keep their teh marbuta, so that they stay apart from the word without it. */
export const FEMININE_WORDS: Rule = feminineWords()
/** Words that begin with lam after "for the", of which writing shows two lams and not three. */
export const LAM_WORDS: Rule = lamWords()
/** Stem that the rules make, to the marked stem that stands for all forms of the word. */
export const STEMS: ReadonlyMap<string, string> = stems()

/** A word after the rules that come before the table of stems. */
export function trimmed(word: string): string {
  return [KNOWN_WORDS, FEMININE_WORDS, LAM_WORDS, ARTICLE, ENDINGS, ACCUSATIVE].reduce(apply, word)
}

function knownWords(): Rule {
  const names = nameSpellings().flat()
  const adjectives = [...names.filter(isAdjective), ...protectedWords.adjectives.map(fold)].map(butLast)
  const plain = names.filter((name) => !isAdjective(name))
  const [onAlef, onHeh] = [ALEF, HEH].map((letter) =>
    plain.filter((name) => name.endsWith(letter)).map(butLast),
  )
  const bare = plain.filter((name) => !name.endsWith(ALEF) && !name.endsWith(HEH))
  const adjective = `${YEH}${ADJECTIVE_ENDING}`
  const choices = [
    `(${oneOf(bare)})(?:${adjective})?`,
    `(${oneOf(onAlef ?? [])})(?:${ALEF}|${adjective})`,
    `(${oneOf(onHeh ?? [])})(?:${HEH}|${adjective})`,
    `(${oneOf(adjectives)})${ADJECTIVE_ENDING}`,
    `(${oneOf([...protectedBases.filter(isCut), ...pluralsWithEnding()])})${ENDING}*`,
  ]
  const alone = `${PARTICLES_BEFORE}(${oneOf(nameList.bare.map(fold))})`
  return rule(`^(?:${BEFORE}(?:${choices.join('|')})|${alone})$`, `${KNOWN}$1$2$3$4$5$6`)
}

function feminineWords(): Rule {
  const bases = [...shortFeminines(), ...protectedWords.feminine.map(fold).map(butLast)]
  const own = ownLetters.words.filter(isFeminine).map(fold).map(butLast)
  const others = oneOf(own.filter((word) => !bases.includes(word)))
  const pattern = `^(?!${others}${FEMININE_ENDING}$)${BEFORE}(${oneOf(bases)})${FEMININE_ENDING}$`
  return rule(pattern, `${KNOWN}$1${HEH}`)
}

/** Listed words with teh marbuta of which so few letters stay that a particle before them would count as one. */
function shortFeminines(): string[] {
  const words = nouns.flatMap(([singular = '']) => singular).filter(isFeminine)
  const bases = words.map(fold).map(butLast)
  return bases.filter((base) => base.length === 2 || (base.length === 3 && base.endsWith(YEH)))
}

function isFeminine(written: string): boolean {
  return written.endsWith(TEH_MARBUTA)
}

/** Do the rules take letters from this word that are more than a feminine or adjective ending? */
function isCut(word: string): boolean {
  const short = shortened(word)
  return short !== word && short !== word.replace(NOMINAL, '')
}

function shortened(word: string): string {
  return [ARTICLE, ENDINGS, ACCUSATIVE].reduce(apply, word)
}

/** Plurals that the rules would cut to something else than their singular. */
function pluralsWithEnding(): string[] {
  return nouns.flatMap(([singular = '', ...rest]) =>
    rest
      .filter((plural) => MAKSURA.test(plural) || isCut(fold(plural)))
      .map(fold)
      .filter(
        (plural) => apply(plural, ARTICLE) === plural && shortened(plural) !== shortened(fold(singular)),
      ),
  )
}

function lamWords(): Rule {
  const words = ownLetters.words.map(fold).filter((word) => word.startsWith(LAM))
  const tails = words.map((word) => apply(word, ENDINGS).slice(1))
  return rule(`^${FOR_THE_LAM}(${LAM}${oneOf(tails)}${ENDING}*)$`, '$1')
}

function stems(): Map<string, string> {
  const table = new Map<string, string>()
  for (const spellings of nameSpellings()) addFamily(table, spellings, [])
  for (const family of nouns) addFamily(table, family.map(fold), duals(family))
  for (const verb of verbs) addFamily(table, verb.map(fold), conjugated(verb))
  for (const word of ownLetters.words.map(fold).map(trimmed)) {
    if (!table.has(word) && apply(word, PARTICLE) !== word) table.set(word, FAMILY + word)
  }
  return table
}

/**
 * The first stem stands for all; a family that shares a stem with an earlier one joins it.
 * @param derived forms that were not listed: where they look like a listed word, that word has them
 */
function addFamily(table: Map<string, string>, listed: string[], derived: string[]): void {
  const members = trimmedMembers(listed)
  const [first = ''] = members
  const forms = trimmedMembers(derived).filter((form) => !table.has(form))
  if (members.length + forms.length < 2) return
  const known = members.map((member) => table.get(member)).find((stem) => stem !== undefined)
  const stem = known ?? (first.startsWith(KNOWN) ? first : FAMILY + first)
  for (const member of [...members, ...forms])
    if (member !== stem && !table.has(member)) table.set(member, stem)
}

function trimmedMembers(words: string[]): string[] {
  return [...new Set(words.filter(hasOwnLetters).map(trimmed))]
}

/** Is the word safe from being taken for one with the article? */
function hasOwnLetters(word: string): boolean {
  return apply(word, ARTICLE) === word || apply(word, KNOWN_WORDS) !== word
}

/** The rules keep "An" and "yn" on stems of three letters, where they are mostly the word's own. */
function duals([singular = '']: string[]): string[] {
  const word = fold(singular)
  if (word.length !== 3 || word.endsWith(HEH)) return []
  return DUALS.map((ending) => word + ending).filter(
    (dual) => trimmed(dual) === dual && !protectedBases.includes(dual),
  )
}

function nameSpellings(): string[][] {
  return nameList.names.map((name) =>
    name.split('|').map((spelling) => fold(spelling.replace(WRITTEN_ARTICLE, ''))),
  )
}

/** Names that end in "-ya" or "-iyya": the adjective is the name without its last letter. */
function isAdjective(name: string): boolean {
  return name.endsWith(YEH + ALEF) || name.endsWith(YEH + HEH)
}

function butLast(word: string): string {
  return word.slice(0, -1)
}

/**
 * @param verb past, present (third person) and verbal noun
 * @returns the feminine past, and the present in other persons and in the future
 */
function conjugated(verb: string[]): string[] {
  return verb.map(fold).flatMap((word, position) => {
    if (word.startsWith(YEH)) return PERSONS.map((person) => person + word.slice(1))
    return position === 0 && STRONG_PAST.test(word) ? [word + TEH] : []
  })
}
