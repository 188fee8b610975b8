/** What do files do to text? Each kind of damage as a function of good text, always with the same result for the same text. */
import type { Sign } from '../../src/arabic/legibility.js'

type Damage = { damage: (text: string) => string; sign: Sign }

/** Letters that do not join on their left, behind which a gap is easily taken for a space. */
const GAPPED = /(?<=[\u0627\u062F\u0630\u0631-\u0632\u0648])(?=\p{L})/gu
const LETTERS = Array.from({ length: 0x25 }, (_, at) => String.fromCodePoint(0x626 + at)).filter((letter) =>
  /\p{Lo}/u.test(letter),
)

export const DAMAGES: Record<string, Damage> = {
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

/** 0 to 1, as if by chance. */
function chance(at: number): number {
  return ((at * 7919 + 104_729) % 10_007) / 10_007
}

function otherLetter(letter: string): string {
  const at = LETTERS.indexOf(letter)
  return at < 0 ? letter : (LETTERS[(at * 11 + 5) % LETTERS.length] as string)
}
