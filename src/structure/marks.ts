/**
 * With which number, letter or bullet does this line begin? All spellings met in documents of the family:
 * "1." "1.In" "1 -" "1-" "1 ـ" "(1)" "1)" "1/" "1°" ".1", alone on a line, digits of any script, "2 bis.", "III." "(a)" "أ)" "أولاً:" "•".
 */
import { TATWEEL } from '../arabic/characters.js'
import { comparableText } from '../arabic/comparable.js'
import { DIGITS, toAsciiDigits } from '../arabic/digits.js'
import { KEPT_LINES, once, remembered } from '../arabic/once.js'
import lists from '../reference/structure.json' with { type: 'json' }

export type Mark = {
  kind: 'number' | 'decimal' | 'letter' | 'roman' | 'ordinal' | 'bullet'
  /** Place in its list: 3 for "3.", "c)" and "III."; 5 for "5.1", which belongs to it; 0 for a bullet. */
  value: number
  /** Letters: which alphabet; "i" to "x" stand in two. */
  lists: number[]
  /** As printed, without its punctuation. */
  printed: string
  /** Length of the mark with its punctuation, without the blanks behind it. */
  length: number
}

const DASHES = `\\-\u2010-\u2015${TATWEEL}`
/** "2 bis", "٢ مكرر": put in behind the second when the others had their numbers. */
const AGAIN = 'bis|ter|quater|\u0645\u0643\u0631\u0631\u0627?\u064B?'
const COUNTED = `[${DIGITS}]{1,3}(?:[\u00B0\u00BA]?\\s*(?:${AGAIN}))?`
const NUMBER = new RegExp(
  `^(?:\\(\\s*(${COUNTED})\\s*\\)|(${COUNTED})\\s*(?:[.)](?:\\s*[${DASHES}])?|[\u00B0\u00BA]\\)?(?=\\s)|/(?=\\s)|[${DASHES}]|(?<=${AGAIN})(?=\\s)))`,
)
const DECIMAL = new RegExp(`^([${DIGITS}]{1,2}(?:[.][${DIGITS}]{1,2}){1,3})[.)]?(?=\\s+\\p{L})`, 'u')
/** The dot or dash jumped to the other side, as it does in right-to-left text that was copied from a page. */
const NUMBER_TURNED = new RegExp(`^[.${DASHES}]\\s?([${DIGITS}]{1,3})(?=\\s+\\p{Script=Arabic})`, 'u')
const ENDS_IN_DASH = new RegExp(`[/${DASHES}]$`)
const BULLET =
  /^(?:[\u2022\u2023\u2219\u25A0\u25A1\u25AA\u25AB\u25B6\u25BA\u25C6\u25C7\u25CB\u2713\u2714\u2756\u27A2\u27A4\u25CF\u25E6\u00B7\u2043\uF0B7\uF0A7]|[*\u2013\u2014-](?=\s|\p{Script=Arabic}))/u
const ROMAN = /^(?=[IVX])(X{0,3}(?:IX|IV|V?I{0,3}))\s*[.)\-\u2013:](?=\s|$)/
const LETTER = new RegExp(
  `^(?:\\(\\s*(\\p{L}{1,5}${TATWEEL}?)\\s*\\)|(\\p{L}{1,5}${TATWEEL}?)\\s*(?:\\)|[.\u060C/${DASHES}](?=\\s)))`,
  'u',
)
/** The first letter, as word processors count it and hasty writers type it. */
const BARE_ALEF = new RegExp(`^\u0627(?=${TATWEEL}?$)`)
const ORDINAL_PUNCTUATION = new RegExp(`^\\s*[:.,)/${DASHES}]|^$`)
/** Units of a measure, a range of days, a decimal: the number belongs to the sentence. */
const NO_MARK_BEFORE = { dash: new RegExp(`^\\s*[${DIGITS}]|^\\p{Ll}`, 'u'), dot: new RegExp(`^[${DIGITS}]`) }

const alphabets = once(() => lists.listLetters.map((letters) => letters.split(' ').map(comparableText)))
const ordinals = once(() => lists.listOrdinals.map(comparableText))
const ordinalInitials = once(() => new Set(ordinals().map((word) => word.charAt(0))))
/** Enough to see the first letter behind marks; a longer run of marks is read whole. */
const INITIAL_REACH = 4

export const readMark = remembered(
  (line): Mark | undefined =>
    readDecimal(line) ??
    readNumber(line) ??
    readBullet(line) ??
    readRoman(line) ??
    readOrdinal(line) ??
    readLetter(line),
  KEPT_LINES,
)

/** "5.1." and "5.1.2", not "2.5 million" behind another number. */
function readDecimal(line: string): Mark | undefined {
  const match = DECIMAL.exec(line)
  const printed = toAsciiDigits(match?.[1] ?? '')
  return match
    ? { kind: 'decimal', value: Number.parseInt(printed, 10), lists: [], printed, length: match[0].length }
    : undefined
}

function readNumber(line: string): Mark | undefined {
  const match = NUMBER.exec(line) ?? NUMBER_TURNED.exec(line)
  const printed = match?.[1] ?? match?.[2]
  if (!match || !printed) return undefined
  const rest = line.slice(match[0].length)
  const dashed = ENDS_IN_DASH.test(match[0])
  if ((dashed ? NO_MARK_BEFORE.dash : NO_MARK_BEFORE.dot).test(rest)) return undefined
  return {
    kind: 'number',
    value: Number.parseInt(toAsciiDigits(printed), 10),
    lists: [],
    printed: toAsciiDigits(printed)
      .replace(/[\u00B0\u00BA\s]+/, ' ')
      .trimEnd(),
    length: match[0].length,
  }
}

function readBullet(line: string): Mark | undefined {
  const match = BULLET.exec(line)
  return match ? { kind: 'bullet', value: 0, lists: [], printed: '', length: match[0].length } : undefined
}

function readRoman(line: string): Mark | undefined {
  const match = ROMAN.exec(line)
  const printed = match?.[1]
  if (!match || !printed) return undefined
  const value = (alphabets()[3] ?? []).indexOf(printed.toLowerCase()) + 1
  return value > 0
    ? { kind: 'roman', value, lists: [], printed, length: match[0].trimEnd().length }
    : undefined
}

function readOrdinal(line: string): Mark | undefined {
  const initial = comparableText(line.slice(0, INITIAL_REACH)).charAt(0)
  if (initial && !ordinalInitials().has(initial)) return undefined
  const text = comparableText(line)
  const value = ordinals().findLastIndex((word) => text.startsWith(word)) + 1
  const word = ordinals()[value - 1]
  if (!word || !ORDINAL_PUNCTUATION.test(text.slice(word.length))) return undefined
  const match = /^[^:.,)/\u060C\-\u2013\u2014\u0640]+\s*[:.,)/\u060C\-\u2013\u2014\u0640]?/.exec(line)
  const printed = match?.[0].replace(/[\s\p{P}\u0640]+$/u, '') ?? ''
  return { kind: 'ordinal', value, lists: [], printed, length: match?.[0].trimEnd().length ?? line.length }
}

function readLetter(line: string): Mark | undefined {
  const match = LETTER.exec(line)
  const printed = (match?.[1] ?? match?.[2])?.replace(BARE_ALEF, '\u0623')
  if (!match || !printed) return undefined
  const letter = comparableText(printed)
  const places = alphabets().map((letters) => letters.indexOf(letter) + 1)
  const found = places.flatMap((value, list) => (value > 0 ? [list] : []))
  if (found.length === 0) return undefined
  return {
    kind: 'letter',
    value: places[found[0] as number] as number,
    lists: found,
    printed,
    length: match[0].length,
  }
}

/** True where the letter follows the other one in one of its alphabets, or is the first of one where there is no other. */
export function followsLetter(mark: Mark, previous: Mark | undefined): boolean {
  const place = (letter: Mark, list: number) =>
    alphabets()[list]?.indexOf(comparableText(letter.printed)) ?? -1
  return mark.lists.some((list) => {
    const before = previous?.lists.includes(list) ? place(previous, list) : -1
    return place(mark, list) === before + 1 || place(mark, list) === 0
  })
}
