/**
 * How much of this text can be read, and what tells? 1 is clean. Each sign is a kind of damage that files do to text,
 * counted as a share of what it could befall; the worst one decides. Few words prove little, so small counts weigh less.
 */
import arabicLetters from '../reference/letters/arabic.json' with { type: 'json' }
import latinLetters from '../reference/letters/latin.json' with { type: 'json' }
import wordLists from '../reference/letters/words.json' with { type: 'json' }
import { ARABIC_LETTERS, INVISIBLE, MARKS, PRESENTATION_FORMS, TATWEEL } from './characters.js'
import { countLamAlefs } from './lam-alef.js'
import { once } from './once.js'
import { countSeams } from './seams.js'
import { sequencesIn, withArabicLetters } from './sequences.js'

export type Sign =
  | 'lost letters'
  | 'shaped letters'
  | 'letters of two scripts in one word'
  | 'bytes read in the wrong encoding'
  | 'words that begin with a final letter'
  | 'alef and lam swapped'
  | 'words in pieces'
  | 'letters that never meet'
  | 'no common words'

export type Reason = { sign: Sign /** Of 1. */; share: number }
/** `reasons`: the signs that make the text worse than clean, worst first. `score`: 0 to 1, in hundredths. */
export type Legibility = { score: number; reasons: Reason[] }

/** Score below which a text is called damaged. */
export const LEGIBLE = 0.6

type Words = { all: string[]; arabic: string[]; latin: string[]; text: string }
type Measure = {
  sign: Sign
  /** With this share a text is worthless. */
  worthless: number
  /** Cases that may be chance. */
  chance: number
  count: (words: Words) => [cases: number, of: number]
}

const LOST = /[\uFFFD\p{Co}\p{Cn}]|(?![\t\n\r\f])\p{Cc}/u
const SHAPED = new RegExp(`[${PRESENTATION_FORMS}]`, 'gu')
const IGNORED = new RegExp(`[${MARKS}${TATWEEL}${INVISIBLE}]`, 'gu')
const ARABIC_WORD = new RegExp(`^[${ARABIC_LETTERS}${PRESENTATION_FORMS}]+$`, 'u')
/** Capitals alone abbreviate. */
const LATIN_WORD = /^\p{Lu}?\p{Ll}+$/u
const TWO_SCRIPTS =
  /\p{Script=Arabic}[\p{Script=Latin}\p{Script=Han}]|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}]\p{Script=Arabic}|\p{Ll}\p{Script=Han}/u
/** UTF-8 read as windows-1252 or as windows-1256, and windows-1256 read as windows-1252 (no letter without an accent). */
const WRONG_BYTES =
  /[\u00C3\u00C2\u00D8\u00D9\u00D0][\u0080-\u00BF\u0152-\u02DC\u2013-\u203A\u20AC\u2122]|[\u0637\u0638][\u0080-\u00BF\u2013-\u203A\u20AC\u2122]|^[\u00C0-\u00FF]{3,}$/u
/** Teh marbuta, alef maksura and hamzas on waw, yeh or the line end words or follow something. */
const NEVER_FIRST = /^[\u0629\u0649\u0624\u0626\u0621]./u
const WAW = '\u0648'
/** Share of Arabic words with three letters at most. */
const USUALLY_SHORT = 0.38
const FEW_WORDS = 100
const RARE = 0.03

const MEASURES: Measure[] = [
  { sign: 'lost letters', worthless: 0.1, chance: 0, count: ({ all }) => [count(all, LOST), all.length] },
  {
    sign: 'shaped letters',
    worthless: 0.3,
    chance: 3,
    count: ({ text }) => [text.match(SHAPED)?.length ?? 0, text.match(/\p{Script=Arabic}/gu)?.length ?? 0],
  },
  {
    sign: 'letters of two scripts in one word',
    worthless: 0.1,
    chance: 1,
    count: ({ all }) => [count(all, TWO_SCRIPTS), all.length],
  },
  {
    sign: 'bytes read in the wrong encoding',
    worthless: 0.1,
    chance: 1,
    count: ({ all }) => [count(all, WRONG_BYTES), all.length],
  },
  {
    sign: 'words that begin with a final letter',
    worthless: 0.06,
    chance: 1,
    count: ({ arabic }) => [count(arabic, NEVER_FIRST), arabic.length],
  },
  {
    sign: 'alef and lam swapped',
    worthless: 0.3,
    chance: 0.8,
    count: ({ arabic }) => {
      const { swapped, whole } = countLamAlefs(arabic)
      return [swapped, swapped + whole]
    },
  },
  {
    sign: 'words in pieces',
    worthless: 0.24,
    chance: 2,
    count: ({ arabic, latin }) => [
      piecesIn(arabic) + latin.filter(isLatinPiece).length,
      arabic.length + latin.length,
    ],
  },
  {
    sign: 'words in pieces',
    worthless: 0.075,
    chance: 1.5,
    count: ({ arabic }) => [countSeams(arabic, shortWords()), arabic.length],
  },
  {
    sign: 'letters that never meet',
    worthless: 0.15,
    chance: 3,
    count: ({ arabic, latin }) => strangeSequences([...arabic, ...latin]),
  },
  { sign: 'no common words', worthless: 1, chance: 0, count: lackOfCommonWords },
]

export function legibility(text: string): Legibility {
  const words = wordsOf(text)
  const found = MEASURES.map(({ sign, worthless, chance, count }) => {
    const [cases, of] = count(words)
    const share = of === 0 ? 0 : Math.max(0, cases - chance) / of
    return { sign, share, damage: Math.min(1, share / worthless) }
  })
  const worst = found.sort((one, two) => two.damage - one.damage)
  const reasons = worst.filter(({ damage }) => damage > 0.05).map(({ sign, share }) => ({ sign, share }))
  return { score: words.all.length === 0 ? 0 : hundredths(1 - (worst[0]?.damage ?? 0)), reasons }
}

/** "words in pieces 12 %, lost letters 3 %" */
export function inWords(reasons: Reason[]): string {
  return reasons.map(({ sign, share }) => `${sign} ${(100 * share).toFixed(1)} %`).join(', ')
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}

function wordsOf(text: string): Words {
  const all = withArabicLetters(text).replace(IGNORED, '').split(/\s+/).filter(Boolean)
  const bare = all
    .filter((word) => !/\p{N}/u.test(word))
    .map((word) => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
  const arabic = bare.filter((word) => ARABIC_WORD.test(word))
  return { all, arabic, latin: bare.filter((word) => LATIN_WORD.test(word)), text }
}

function count(words: string[], pattern: RegExp): number {
  return words.filter((word) => pattern.test(word)).length
}

const shortWords = once(() => new Set(wordLists.short))
const shortLatinWords = once(() => new Set(wordLists.shortLatin))
const commonWords = once(() => new Set(wordLists.common))

/** Words of one letter (but "and") or two that are no words, and half of the short ones beyond what is usual. */
function piecesIn(arabic: string[]): number {
  const pieces = arabic.filter((word) => word.length <= 2 && word !== WAW && !shortWords().has(word))
  const short = arabic.filter((word) => word.length <= 3)
  return pieces.length + Math.max(0, short.length - USUALLY_SHORT * arabic.length) / 2
}

function isLatinPiece(word: string): boolean {
  return word.length <= 2 && !shortLatinWords().has(word.toLowerCase())
}

/** Long Arabic texts have one of these in every four words. */
function lackOfCommonWords({ arabic }: Words): [number, number] {
  if (arabic.length < FEW_WORDS) return [0, 1]
  const known = arabic.filter((word) => commonWords().has(word)).length / arabic.length
  return [Math.max(0, 1 - known / RARE), 1]
}

type Table = Record<string, string>
const TABLES = {
  arabic: arabicLetters.sequences as Table,
  latin: latinLetters.sequences as Table,
}

/** Sequences of letters that are in no word list, of Arabic and Latin words alike. */
function strangeSequences(words: string[]): [number, number] {
  const sequences = sequencesIn(words.join(' '))
  const known = sequences.filter((sequence) => isKnown(sequence) === true).length
  const strange = sequences.filter((sequence) => isKnown(sequence) === false).length
  return [strange, known + strange]
}

/** Nothing where no table has the script. */
function isKnown(sequence: string): boolean | undefined {
  const table = /\p{Script=Arabic}/u.test(sequence) ? TABLES.arabic : TABLES.latin
  if (table === TABLES.latin && !/\p{Script=Latin}/u.test(sequence)) return undefined
  return table[sequence.slice(0, 2)]?.includes(sequence.slice(2)) ?? false
}
