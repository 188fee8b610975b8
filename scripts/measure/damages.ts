/** What do files do to text? Each kind of damage as a function of good text, always with the same result for the same text. */
import type { Sign } from '../../src/arabic/signs.js'

/** `from`: words of which there have to be so many to tell. */
type Damage = { damage: (text: string) => string; sign: Sign; from?: number }

/** Letters that do not join on their left, behind which a gap is easily taken for a space. */
const GAPPED = /(?<=[\u0627\u062F\u0630\u0631-\u0632\u0648])(?=\p{L})/gu
const LETTERS = Array.from({ length: 0x25 }, (_, at) => String.fromCodePoint(0x626 + at)).filter((letter) =>
  /\p{Lo}/u.test(letter),
)

export const DAMAGES: Record<string, Damage> = {
  'words in reverse': {
    damage: (text) => text.replace(/\S+/gu, (word) => [...word].reverse().join('')),
    sign: 'letters that never meet',
  },
  'space between letters': {
    damage: (text) => text.replace(/(?<=\p{L}\p{M}*)(?=\p{L})/gu, ' '),
    sign: 'words in pieces',
  },
  'one letter lost everywhere': {
    damage: (text) => text.replaceAll(COMMON.charAt(text.length % COMMON.length), ''),
    sign: 'lost letters',
    from: 400,
  },
  'windows-1256 read as windows-1252': {
    damage: (text) => new TextDecoder('windows-1252').decode(inArabicPage(text)),
    sign: 'bytes read in the wrong encoding',
  },
  'lines in reverse': {
    damage: (text) =>
      text
        .split('\n')
        .map((line) => [...line].reverse().join(''))
        .join('\n'),
    sign: 'letters that never meet',
  },
  'alef before its lam': {
    damage: (text) => text.replace(/\u0644([\u0622\u0623\u0625\u0627])/gu, '$1\u0644'),
    sign: 'alef and lam swapped',
  },
  'words in pieces': {
    damage: (text) => text.replace(GAPPED, (_, at: number) => (chance(at) < 0.25 ? ' ' : '')),
    sign: 'words in pieces',
  },
  'UTF-8 read as windows-1252': {
    damage: (text) => new TextDecoder('windows-1252').decode(Buffer.from(text)),
    sign: 'bytes read in the wrong encoding',
  },
  'UTF-8 read as windows-1256': {
    damage: (text) => new TextDecoder('windows-1256').decode(Buffer.from(text)),
    sign: 'bytes read in the wrong encoding',
  },
  'windows-1256 read as Macintosh': {
    damage: (text) => new TextDecoder('macintosh').decode(inArabicPage(text)),
    sign: 'bytes read in the wrong encoding',
  },
  'windows-1256 read as ISO-8859-6': {
    damage: (text) => new TextDecoder('iso-8859-6').decode(inArabicPage(text)),
    sign: 'words that are none',
  },
  'question marks for letters': {
    damage: (text) => text.replace(/\p{Script=Arabic}/gu, '?'),
    sign: 'lost letters',
  },
  'words run together': {
    damage: (text) => text.replace(/ /g, (_, at: number) => (chance(at) < 0.7 ? '' : ' ')),
    sign: 'words run together',
  },
  'misread letters': {
    damage: (text) =>
      text.replace(/\p{Script=Arabic}/gu, (letter, at: number) =>
        chance(at) < 0.2 ? alike(letter) : letter,
      ),
    sign: 'words that are none',
  },
  'Latin letters for Arabic ones': {
    damage: (text) =>
      text.replace(/[\u0621-\u064A]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x621 + 0x41)),
    sign: 'letters that never meet',
  },
  'letters for others': {
    damage: (text) => text.replace(/\p{Script=Arabic}/gu, otherLetter),
    sign: 'letters that never meet',
  },
  'letters lost': {
    damage: (text) =>
      text.replace(/\p{L}/gu, (letter, at: number) => (chance(at) < 0.03 ? '\uFFFD' : letter)),
    sign: 'lost letters',
  },
}

/** The same to English and French. */
export const LATIN_DAMAGES: Record<string, (text: string) => string> = {
  'ligatures lost': (text) => text.replace(/f[fil]/gu, ''),
  'space between letters': (text) => text.replace(/(?<=\p{L})(?=\p{L})/gu, ' '),
  'UTF-8 read as windows-1252': (text) => new TextDecoder('windows-1252').decode(Buffer.from(text)),
  'words run together': (text) => text.replace(/ /g, (_, at: number) => (chance(at) < 0.7 ? '' : ' ')),
  'misread letters': (text) =>
    text.replace(/\p{Ll}/gu, (letter, at: number) =>
      chance(at) < 0.2 ? String.fromCharCode(0x61 + ((letter.charCodeAt(0) - 0x61 + 7) % 26)) : letter,
    ),
  'letters for others': (text) =>
    text.replace(/[a-z]/gu, (letter) => String.fromCharCode(0x61 + ((letter.charCodeAt(0) - 0x61 + 3) % 26))),
  'words in reverse': (text) => text.replace(/\S+/gu, (word) => [...word].reverse().join('')),
  'letters lost': (text) =>
    text.replace(/\p{L}/gu, (letter, at: number) => (chance(at) < 0.03 ? '\uFFFD' : letter)),
}

/** What looks like damage and is none. */
export const HARMLESS: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'letters of Persian keyboards': (text) =>
    text.replace(/[\u064A\u0649]/gu, '\u06CC').replace(/\u0643/gu, '\u06A9'),
  stretched: (text) => text.replace(/(?<=[\u0633\u0634\u0628\u062A])(?=[\u0621-\u064A])/gu, '\u0640\u0640'),
  vowelled: (text) =>
    text.replace(
      /[\u0621-\u064A](?=[\u0621-\u064A])/gu,
      (letter, at: number) => letter + VOWELS.charAt(at % 4),
    ),
  'shaped letters, mended': (text) =>
    text.replace(/[\u0621-\u064A]/gu, (letter) => SHAPED.get(letter) ?? letter),
  'hamza left out': (text) => text.replace(/[\u0623\u0625]/gu, '\u0627'),
}

const VOWELS = '\u064E\u064F\u0650\u0652'
/** Isolated forms by their letters. */
const SHAPED = new Map(
  Array.from({ length: 0x75 }, (_, at) => String.fromCharCode(0xfe80 + at)).map((form) => [
    form.normalize('NFKC'),
    form,
  ]),
)
const COMMON = '\u0644\u0645\u0646\u0647\u0639\u062A'

/** 0 to 1, as if by chance. */
function chance(at: number): number {
  return ((at * 7919 + 104_729) % 10_007) / 10_007
}

const ARABIC_PAGE = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1256').decode(Uint8Array.of(byte)),
    byte,
  ]),
)

function inArabicPage(text: string): Uint8Array {
  return Uint8Array.from([...text], (letter) => ARABIC_PAGE.get(letter) ?? 0x3f)
}

/** Letters of the same stroke with other dots, in rows. */
const ALIKE = [
  '\u0628\u062A\u062B\u0646\u064A',
  '\u062D\u062E\u062C',
  '\u062F\u0630',
  '\u0631\u0632',
  '\u0633\u0634',
  '\u0635\u0636',
  '\u0639\u063A',
  '\u0641\u0642',
]

function alike(letter: string): string {
  const row = ALIKE.find((letters) => letters.includes(letter)) ?? letter
  return row.charAt((row.indexOf(letter) + 1) % row.length)
}

function otherLetter(letter: string): string {
  const at = LETTERS.indexOf(letter)
  return at < 0 ? letter : (LETTERS[(at * 11 + 5) % LETTERS.length] as string)
}
