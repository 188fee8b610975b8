/**
 * By what does one see that a file damaged a text? Each sign counts the cases of one kind of damage among what it could befall.
 */
import wordLists from '../reference/letters/words.json' with { type: 'json' }
import { PRESENTATION_FORMS } from './characters.js'
import { countLamAlefs } from './lam-alef.js'
import { countMissing } from './missing.js'
import { once } from './once.js'
import { countPieces, shortPieces } from './pieces.js'
import { isStrangeLatin, strangeness, strangeSequences } from './strangeness.js'
import type { Words } from './tokens.js'
import { isArabicWord } from './words.js'

export type Sign =
  | 'lost letters'
  | 'shaped letters'
  | 'letters of two scripts in one word'
  | 'bytes read in the wrong encoding'
  | 'words that begin with a final letter'
  | 'alef and lam swapped'
  | 'words in pieces'
  | 'letters that never meet'
  | 'words run together'
  | 'words that are none'
  | 'no common words'

type Measure = {
  sign: Sign
  /** With this share a text is worthless. */
  worthless: number
  /** Cases that may be chance. */
  chance: number
  count: (words: Words) => [cases: number, of: number]
}

/** Nothing, or pictures of old printers' fonts (dingbats) in a row, which letters of fonts with numbers for names become. */
const LOST = /[\uFFFD\p{Co}\p{Cn}]|(?![\t\n\r\f])\p{Cc}|[\u2600-\u27BF]{2}/u
const SHAPED = new RegExp(`[${PRESENTATION_FORMS}]`, 'gu')
/** Letters of an Arabic word. */
const LONGEST = 16
const LONGEST_LATIN = 21
/** At least four letters with nothing but a space between each two. */
const LETTERS_APART = /(?<![\p{L}\p{N}.])(?:\p{Script=Latin} ){3,}\p{Script=Latin}(?![\p{L}\p{N}])/gu
const LATIN_RUN = /\p{Script=Latin}+/gu
const LATIN_LETTERS = /\p{Script=Latin}{4,}/gu
const TWO_SCRIPTS =
  /\p{Script=Arabic}[\p{Script=Latin}\p{Script=Han}]|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}]\p{Script=Arabic}|\p{Ll}\p{Script=Han}/u
/** UTF-8 read as windows-1252 or as windows-1256. */
const UTF8_BYTES =
  /\u00E2[\u0080\u20AC][\u0080-\u00BF\u0152-\u02DC\u2013-\u203A\u20AC\u2122]?|[\u00C3\u00C2\u00D8\u00D9\u00D0][\u0080-\u00BF\u0152-\u02DC\u2013-\u203A\u20AC\u2122]|[\u0637\u0638][\u0080-\u00BF\u2013-\u203A\u20AC\u2122]/u
/** Arabic in one byte each, read as any other page, has no letter of ours. */
const WRONG_BYTES = /^(?!(.)\1*$)[^\p{ASCII}\p{Script=Arabic}\u060C\u061B\u061F\u0640\u0660-\u0669]{3,}$/u
/** What a program writes for letters that its code page lacks. */
const QUESTION_MARKS = /^[^\p{L}\p{N}?]*\?{2,}[^\p{L}\p{N}]*$/u
/** Teh marbuta, alef maksura and hamzas on waw, yeh or the line end words or follow something. */
const NEVER_FIRST = /^[\u0629\u0649\u0624\u0626\u0621]./u
/** In more words than this a single swapped one is a slip of the pen, as there would be others. */
const FEW_FOR_ONE = 60
/** Fewer words may all be names. */
const FEW_NAMES = 5
const FEW_WORDS = 100
const RARE = 0.03
const MOSTLY_KNOWN = 0.7

export const MEASURES: Measure[] = [
  { sign: 'lost letters', worthless: 0.1, chance: 0, count: ({ all }) => [countIn(all, LOST), all.length] },
  {
    sign: 'lost letters',
    worthless: 0.3,
    chance: 1,
    count: ({ all }) => [countIn(all, QUESTION_MARKS), all.length],
  },
  // One of some twenty that a text has is enough.
  { sign: 'lost letters', worthless: 0.03, chance: 0, count: ({ letters }) => countMissing(letters) },
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
    count: ({ all }) => [countIn(all, TWO_SCRIPTS), all.length],
  },
  {
    sign: 'bytes read in the wrong encoding',
    worthless: 0.1,
    chance: 1,
    count: ({ all }) => [countIn(all, WRONG_BYTES), all.length],
  },
  {
    sign: 'bytes read in the wrong encoding',
    worthless: 0.04,
    chance: 1,
    count: ({ all }) => [countIn(all, UTF8_BYTES), all.length],
  },
  {
    sign: 'words that begin with a final letter',
    worthless: 0.06,
    chance: 1,
    count: ({ arabic }) => [countIn(arabic, NEVER_FIRST), arabic.length],
  },
  {
    sign: 'alef and lam swapped',
    worthless: 0.3,
    chance: 0.8,
    count: ({ arabic }) => {
      // A name that is repeated proves no more than once.
      const { swapped, whole } = countLamAlefs([...new Set(arabic)])
      return [swapped - Math.max(0, arabic.length - FEW_FOR_ONE) / 100, swapped + whole]
    },
  },
  {
    sign: 'words in pieces',
    worthless: 0.24,
    chance: 2,
    count: ({ arabic, latin }) => [
      shortPieces(arabic) + latin.filter(isLatinPiece).length,
      arabic.length + latin.length,
    ],
  },
  {
    sign: 'words in pieces',
    worthless: 0.115,
    chance: 0.1,
    count: ({ arabic, inARow }) => [countPieces(inARow), arabic.length],
  },
  {
    sign: 'words in pieces',
    worthless: 0.2,
    chance: 0,
    count: ({ text }) => [lettersIn(text.match(LETTERS_APART) ?? []), lettersIn(text.match(LATIN_RUN) ?? [])],
  },
  {
    sign: 'words run together',
    worthless: 0.3,
    chance: LONGEST_LATIN + 4,
    count: ({ text }) => {
      const runs = text.match(LATIN_RUN) ?? []
      return [lettersIn(runs.filter((run) => run.length > LONGEST_LATIN)), lettersIn(runs)]
    },
  },
  {
    sign: 'words run together',
    worthless: 0.4,
    chance: 0,
    count: ({ inARow }) => [lettersIn(inARow.filter((word) => word.length > LONGEST)), lettersIn(inARow)],
  },
  {
    sign: 'words that are none',
    worthless: 0.31,
    chance: 0.7,
    count: ({ arabic }) => [
      arabic.reduce((sum, word) => sum + strangeness(word), 0),
      Math.max(arabic.length, FEW_NAMES),
    ],
  },
  {
    sign: 'letters that never meet',
    worthless: 0.15,
    chance: 3,
    count: ({ arabic, latin }) => strangeSequences([...arabic, ...latin]),
  },
  {
    sign: 'letters that never meet',
    worthless: 0.6,
    chance: 1.5,
    count: ({ text, arabic }) => {
      const latin = text.match(LATIN_LETTERS) ?? []
      return [latin.filter(isStrangeLatin).length, latin.length + arabic.length]
    },
  },
  { sign: 'no common words', worthless: 1, chance: 0, count: lackOfCommonWords },
]

function countIn(words: string[], pattern: RegExp): number {
  return words.filter((word) => pattern.test(word)).length
}

const shortLatinWords = once(() => new Set(wordLists.shortLatin))
const commonWords = once(() => new Set(wordLists.common))

function isLatinPiece(word: string): boolean {
  return word.length <= 2 && !shortLatinWords().has(word.toLowerCase())
}

/** Long Arabic texts have one of these in every four words, but for lists of names, whose words are known otherwise. */
function lackOfCommonWords({ arabic }: Words): [number, number] {
  if (arabic.length < FEW_WORDS || arabic.filter(isArabicWord).length > MOSTLY_KNOWN * arabic.length)
    return [0, 1]
  const known = arabic.filter((word) => commonWords().has(word)).length / arabic.length
  return [Math.max(0, 1 - known / RARE), 1]
}

function lettersIn(words: string[]): number {
  return words.reduce((sum, { length }) => sum + length, 0)
}
