/**
 * Which words are forms of one word although no rule shows it? Broken plurals, verbs and spellings of a name,
 * from the lists in `src/reference/arabic/` to one table from what the rules leave to a common stem.
 */
import ownLetters from '../reference/arabic/own-letters.json' with { type: 'json' }
import verbList from '../reference/arabic/verbs.json' with { type: 'json' }
import { fold } from './fold.js'
import {
  FEMININE_WORDS,
  hasNoArticle,
  KNOWN_WORDS,
  LAM_WORDS,
  NAMES,
  NOUNS,
  PROTECTED,
  SHORT,
} from './known.js'
import { ACCUSATIVE, ARTICLE, apply, ENDINGS, FAMILY, KNOWN, PARTICLE } from './rules.js'
import { spelled } from './teh-marbuta.js'
import { arabic } from './transliteration.js'

const [HEH = '', YEH = '', TEH = '', MEEM = ''] = [...arabic('hytm')]
/** Of the present, instead of the yeh of "he". */
const PERSONS = ['t', 'n', 'sy', 'st', 'sn'].map(arabic)
/** A past that takes the ending of the feminine as it is. */
const STRONG_PAST = new RegExp(arabic('[^Ay]$'))
/** The rules keep these on stems of three letters, where they are mostly the word's own. */
const AFTER_THREE = ['An', 'yn', 'A'].map(arabic)
/** The rules take nothing from a stem of two letters. */
const AFTER_TWO = ['h', 'hA', 'hm', 'hmA', 'nA', 'km'].map(arabic)
const BEFORE_TWO = ['b', 'l', 'w'].map(arabic)
/** Before a word whose own first letter looks like a particle, the rules take both. */
const BEFORE_OWN = ['w', 'f'].map(arabic)
const OWN_LIKE_SECOND = new RegExp(arabic('^[bkl]'))
/** A past of so many letters has a participle that is made like its present. */
const DERIVED_VERB = 4

const verbs = verbList.verbs.map((line) => line.split(' ').map(spelled))
const own = ownLetters.words.map(fold)
export const LISTED: ReadonlySet<string> = new Set([
  ...NOUNS.flat().map(spelled),
  ...PROTECTED,
  ...SHORT,
  ...own,
])
export const LISTED_VERBS: ReadonlySet<string> = new Set(verbs.flat())
/** What was listed for itself is no form of another word. */
const listed = new Set([...LISTED, ...LISTED_VERBS])
const notParticiples = new Set(verbList.not_participles.map(fold))

/** What the rules leave of a word, to the marked stem that stands for all its forms. */
export const STEMS: ReadonlyMap<string, string> = stems()

function stems(): Map<string, string> {
  const table = new Map<string, string>()
  for (const spellings of NAMES) addFamily(table, spellings, [])
  for (const family of NOUNS) addFamily(table, family.map(spelled), inflected(spelled(family[0] ?? '')))
  for (const verb of verbs) addFamily(table, verb, [...conjugated(verb), ...participles(verb)])
  for (const word of own.map(trimmed)) {
    if (!table.has(word) && apply(word, PARTICLE) !== word) table.set(word, FAMILY + word)
  }
  for (const [word, stem] of [...table].filter(([word]) => OWN_LIKE_SECOND.test(word))) {
    for (const particle of BEFORE_OWN) if (!table.has(particle + word)) table.set(particle + word, stem)
  }
  return table
}

/** A word after the rules that come before the table. */
function trimmed(word: string): string {
  return [FEMININE_WORDS, KNOWN_WORDS, LAM_WORDS, ARTICLE, ENDINGS, ACCUSATIVE].reduce(apply, word)
}

/**
 * The first stem stands for all; a family that shares a stem with an earlier one joins it.
 * @param derived forms that were not listed: where they look like a listed word, that word has them
 */
function addFamily(table: Map<string, string>, listed: string[], derived: string[]): void {
  const members = trimmedMembers(listed)
  const [first = ''] = members
  const forms = trimmedMembers(derived).filter(
    (form) => !table.has(form) && !LISTED.has(form) && !form.startsWith(KNOWN),
  )
  if (members.length + forms.length < 2) return
  const known = members.map((member) => table.get(member)).find((stem) => stem !== undefined)
  const stem = known ?? (first.startsWith(KNOWN) ? first : FAMILY + first)
  for (const member of [...members, ...forms]) {
    if (member !== stem && !table.has(member)) table.set(member, stem)
  }
}

/** Words that could be taken for others with the article are left out. */
function trimmedMembers(words: string[]): string[] {
  const safe = words.filter((word) => hasNoArticle(word) || apply(word, KNOWN_WORDS) !== word)
  return [...new Set(safe.map(trimmed))]
}

/** Forms of a short noun that the rules leave as they are. */
function inflected(noun: string): string[] {
  if (noun.endsWith(HEH)) return []
  const forms =
    noun.length === 2
      ? [...AFTER_TWO.map((ending) => noun + ending), ...BEFORE_TWO.map((particle) => particle + noun)]
      : AFTER_THREE.map((ending) => noun + ending)
  return noun.length > 3 ? [] : forms.filter((form) => trimmed(form) === form && !isListed(form))
}

/** Also behind a particle. */
function isListed(form: string): boolean {
  return listed.has(form) || listed.has(apply(form, PARTICLE))
}

/**
 * @param verb past, present (third person) and verbal noun
 * @returns the feminine past, and the present in other persons and in the future
 */
function conjugated(verb: string[]): string[] {
  return verb.flatMap((word, position) => {
    if (word.startsWith(YEH)) return PERSONS.map((person) => person + word.slice(1))
    return position === 0 && STRONG_PAST.test(word) ? [word + TEH] : []
  })
}

/** Active and passive alike: "declaring" and "declared" are written with the same letters. */
function participles([past = '', ...others]: string[]): string[] {
  if (past.length < DERIVED_VERB) return []
  const presents = others.filter((word) => word.startsWith(YEH))
  return presents
    .map((present) => MEEM + present.slice(1))
    .filter((word) => !notParticiples.has(word) && !listed.has(word))
}
