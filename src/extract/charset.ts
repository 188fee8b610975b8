/**
 * In which encoding was this text written? In this order: UTF-32 by its zero bytes, byte order mark, UTF-16 by its zero bytes, UTF-8,
 * and then one of the eight-bit code pages in which Arabic and French are met.
 */
import chardet from 'chardet'
import { ARABIC_LETTERS } from '../arabic/characters.js'
import { decodeBytes } from './code-pages.js'

const BYTE_ORDER_MARKS: [bytes: number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
/** First byte of most characters of our languages in UTF-16: Latin, Arabic, punctuation, shaped letters. */
const HIGH_BYTES = new Set([0x00, 0x06, 0x20, 0xfb, 0xfc, 0xfd, 0xfe])
const HIGH_BYTE_SHARE = 0.95
/** Enough to tell, whatever the length of the file. */
const SAMPLE_BYTES = 64 * 1024
const CONTROL_SHARE = 0.01
const LAST_CHARACTER = 0x10ffff
/** Of the characters beyond ASCII; in text of a code page nearly all are damaged. */
const DAMAGED_SHARE = 0.05
const CODE_PAGES = ['windows-1256', 'iso-8859-6', 'windows-1252', 'iso-8859-15', 'macintosh'] as const
/** Names under which chardet knows them. */
const CHARDET_NAMES: Partial<Record<(typeof CODE_PAGES)[number], string>> = {
  'windows-1256': 'windows-1256',
  'iso-8859-6': 'ISO-8859-6',
  'windows-1252': 'ISO-8859-1',
}
const IMPOSSIBLE = /[\uFFFD\u0080-\u009F]/g
const MIXED_WORD = new RegExp(
  `\\p{Script=Latin}[${ARABIC_LETTERS}]|[${ARABIC_LETTERS}]\\p{Script=Latin}|[\u00A4\u00B5\u00D7\u00F7][${ARABIC_LETTERS}]`,
  'gu',
)
/** Tanwin ends a word; only an alef may follow it. */
const TANWIN_INSIDE = new RegExp(`[\u064C\u064D][${ARABIC_LETTERS}]|\u064B(?!\u0627)[${ARABIC_LETTERS}]`, 'g')
/** A letter in capitals amid small ones: an accent read in the wrong page. */
const MIXED_CASE = /\p{Ll}\p{Lu}/gu
/** Signs that are no quotes, hyphens or points inside of a word, or several of them in a row. */
const SIGNS =
  /\p{L}(?![\u2019\u2018\u2010-\u2015\u00AB\u00BB\u00AD\u00B7\u2026])[^\p{ASCII}\p{L}\p{M}\p{N}\p{Cf}\s]\p{L}|\p{L}[\u00BC-\u00BE]|[\u00BC-\u00BE]\p{L}|(?![\u2010-\u2026\u00AB\u00BB\u060C\u061B\u061F])[^\p{ASCII}\p{L}\p{M}\p{N}\p{Cf}\s]{2,}/gu

/** @returns the text without its byte order mark; null where the bytes are no text */
export function decode(bytes: Uint8Array): string | null {
  const characters = utf32(bytes)
  if (characters !== undefined) return characters
  const encoding = declared(bytes) ?? utf16(bytes)
  if (encoding) return textOf(bytes, encoding)
  if (isBinary(bytes)) return null
  return utf8(bytes) ?? decodeBytes(bytes, codePage(bytes))
}

function declared(bytes: Uint8Array): string | undefined {
  return BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1]
}

/** Four bytes for each character, of which the highest is zero. */
function utf32(bytes: Uint8Array): string | undefined {
  if (bytes.length < 8 || bytes.length % 4 !== 0) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return [true, false]
    .map((littleEndian) => charactersOf(view, littleEndian))
    .find((text) => text !== undefined)
}

function charactersOf(view: DataView, littleEndian: boolean): string | undefined {
  const characters: string[] = []
  for (let at = 0; at < view.byteLength; at += 4) {
    const character = view.getUint32(at, littleEndian)
    if (character === 0 || character > LAST_CHARACTER) return undefined
    characters.push(String.fromCodePoint(character))
  }
  const text = characters.join('').replace(/^\uFEFF/, '')
  return isOdd(text) ? undefined : text
}

/** UTF-16 without a mark: one half of each pair is nearly always one of few bytes, the other half is not. */
function utf16(bytes: Uint8Array): string | undefined {
  if (bytes.length < 2 || bytes.length % 2 === 1) return undefined
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const [first, second] = [0, 1].map(
    (half) => share(sample, (byte, at) => at % 2 === half && HIGH_BYTES.has(byte)) * 2,
  )
  if (!sample.includes(0) || first === undefined || second === undefined) return undefined
  if (second >= HIGH_BYTE_SHARE && first < HIGH_BYTE_SHARE) return 'utf-16le'
  return first >= HIGH_BYTE_SHARE && second < HIGH_BYTE_SHARE ? 'utf-16be' : undefined
}

/** A lone NUL in a text file is damage that can be mended; many controls are no text. */
function isBinary(bytes: Uint8Array): boolean {
  const controls = share(
    bytes.subarray(0, SAMPLE_BYTES),
    (byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20),
  )
  return controls > CONTROL_SHARE
}

function share(bytes: Uint8Array, holds: (byte: number, at: number) => boolean): number {
  return bytes.reduce((sum, byte, at) => sum + (holds(byte, at) ? 1 : 0), 0) / Math.max(bytes.length, 1)
}

/** UTF-16 with many unpaired or unassigned units was binary after all. */
function textOf(bytes: Uint8Array, encoding: string): string | null {
  const text = new TextDecoder(encoding).decode(bytes)
  return isOdd(text) ? null : text
}

function isOdd(text: string): boolean {
  const odd = text.match(/(?![\t\n\f\r])[\p{Cc}\uFFFD\p{Cn}\p{Co}]/gu)?.length ?? 0
  return odd > text.length * 0.05
}

/** A cut or damaged byte does not make another encoding of a long UTF-8 text: it is shown as U+FFFD. */
function utf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes)
  const damaged = text.match(/\uFFFD/g)?.length ?? 0
  const beyondAscii = text.match(/[^\p{ASCII}]/gu)?.length ?? 0
  return damaged <= beyondAscii * DAMAGED_SHARE ? text : undefined
}

/**
 * The page in which the text has the fewest impossible words; chardet's confidence decides between equals.
 * (chardet alone gives both Arabic pages the same confidence on a short line.)
 */
function codePage(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const guesses = chardet.analyse(sample)
  const confidence = (page: (typeof CODE_PAGES)[number]) =>
    guesses.find((guess) => guess.name === CHARDET_NAMES[page])?.confidence ?? 0
  const judged = CODE_PAGES.map((page) => ({
    page,
    faults: faults(sample, page),
    confidence: confidence(page),
  }))
  return judged.sort((a, b) => a.faults - b.faults || b.confidence - a.confidence)[0]?.page ?? 'windows-1252'
}

function faults(bytes: Uint8Array, page: string): number {
  const text = decodeBytes(bytes, page)
  return [IMPOSSIBLE, MIXED_WORD, TANWIN_INSIDE, MIXED_CASE, SIGNS].reduce(
    (sum, fault) => sum + (text.match(fault)?.length ?? 0),
    0,
  )
}
