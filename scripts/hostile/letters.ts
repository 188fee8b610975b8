/** Plain texts on which a pattern, a count or a sum could run for ever: marks without letters, words without ends, lists without texts. */
import type { Hostile } from './hostile.js'

const MEGABYTE = 1024 * 1024
const ENGLISH = '1. The Meeting reaffirmed its decision.\n'
const [FATHA, KASHIDA, WAW, LAM, ALEF] = ['\u064E', '\u0640', '\u0648', '\u0644', '\u0627']
const [EMBED, ISOLATE, MARK, JOINER] = ['\u202B', '\u2067', '\uFEFF', '\u200D']

/** @returns about as many letters as that, of the piece again and again */
function times(piece: string, letters: number): Buffer {
  return Buffer.from(piece.repeat(Math.ceil(letters / piece.length)))
}

function text(name: string, bytes: () => Buffer, ...expected: string[]): Hostile {
  return { name: `${name}.txt`, bytes, expected: expected.length > 0 ? expected : ['read'] }
}

function paragraphs(count: number): Buffer {
  return Buffer.from(Array.from({ length: count }, (_, at) => `${at + 1}. It met.\n\n`).join(''))
}

const LIMITS = ['read', 'EXTRACT_TIMEOUT', 'EXTRACT_MEMORY']
/** Those that come to the limits on time and memory. */
const LONG: Hostile[] = [
  text('ten-megabytes-on-a-line', () => times('The Meeting decided. ', 10 * MEGABYTE), ...LIMITS),
  text('a-hundred-thousand-paragraphs', () => paragraphs(100_000), ...LIMITS),
]

export const LETTERS: Hostile[] = [
  ...LONG.map((one) => ({ ...one, large: true as const })),
  text('lam-alef-without-end', () => times(`${LAM}${ALEF}`, MEGABYTE / 4)),
  text('blanks-between', () => Buffer.from(`The${' '.repeat(4 * MEGABYTE)}Meeting`)),
  text('only-marks', () => times(FATHA, MEGABYTE), 'FILE_EMPTY'),
  text('one-letter-with-all-marks', () => Buffer.from(`${ENGLISH}${ALEF}${FATHA.repeat(MEGABYTE)}`)),
  text('only-kashida', () => Buffer.from(`${ENGLISH}${LAM}${KASHIDA.repeat(MEGABYTE)}${ALEF}`)),
  text('only-waw', () => times(WAW, MEGABYTE)),
  text('directions-without-end', () =>
    Buffer.from(`${EMBED.repeat(MEGABYTE)}${ENGLISH}${ISOLATE.repeat(MEGABYTE)}`),
  ),
  text('marks-of-the-beginning', () => Buffer.from(`${MARK.repeat(MEGABYTE)}${ENGLISH}`)),
  text('joined-without-end', () => times(`${WAW}${JOINER}`, MEGABYTE)),
  text('half-characters', () =>
    Buffer.from(`\uFEFF${ENGLISH}${'\uD800'.repeat(20)}\n${ENGLISH.repeat(40)}`, 'utf16le'),
  ),
  text(
    'mark-that-lies',
    () => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(ENGLISH.repeat(100))]),
    'FILE_BINARY',
    'read',
  ),
  text('half-a-unit', () =>
    Buffer.concat([Buffer.from(`\uFEFF${ENGLISH.repeat(40)}`, 'utf16le'), Buffer.from([0x41])]),
  ),
  text(
    'units-of-four-bytes',
    () => Buffer.from([...ENGLISH.repeat(50)].flatMap((letter) => [letter.charCodeAt(0), 0, 0, 0])),
    'FILE_BINARY',
    'read',
  ),
  text('says-utf-7', () => Buffer.from(`${ENGLISH}+BkUGJwY2-\n`.repeat(100))),
  text('numbers-without-texts', () => times('1.\n', MEGABYTE)),
  text('one-number', () => times('1', MEGABYTE)),
  text('dates-without-end', () => times('1/1/', MEGABYTE)),
  text('symbols-without-end', () => times('A/RES/', MEGABYTE)),
  text('symbol-in-a-line', () => Buffer.from(`OIC/${'EX-COM/'.repeat(100_000)}2016`)),
  text('brackets-open', () => times('(', MEGABYTE), 'FILE_EMPTY'),
  text('brackets-and-numbers', () => times('(1) ', MEGABYTE)),
  text('quotes-open', () => Buffer.from(`${ENGLISH}${'"\u00AB'.repeat(MEGABYTE / 2)}a`)),
  text('roman-numerals', () => times('MDCLXVI. ', MEGABYTE)),
  text('pages-without-text', () => Buffer.from(`${'\f'.repeat(MEGABYTE)}${ENGLISH}`)),
  text('blanks-between-words', () =>
    Buffer.from(`The${' '.repeat(10_000)}Meeting\n${'\t'.repeat(10_000)}met`),
  ),
  text('points-without-end', () => Buffer.from(`Contents ${'. '.repeat(MEGABYTE / 2)}3\n${ENGLISH}`)),
  text('decides-without-end', () =>
    times('Decides to request the Secretary General to request ', 512 * 1024),
  ),
  text('the-same-country', () =>
    times('\u0633\u0648\u0631\u064A\u0627 \u0648\u0627\u0644\u0639\u0631\u0627\u0642 \u0648', 512 * 1024),
  ),
  text('ten-thousand-paragraphs', () => paragraphs(10_000)),
]
