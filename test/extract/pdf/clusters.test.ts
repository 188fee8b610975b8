/** Which letter does each mark belong to, and what do letters that are named with their marks stand for? */
import { expect, test } from 'vitest'
import { clustersOf } from '../../../src/extract/pdf/clusters.js'
import type { Glyph } from '../../../src/extract/pdf/glyphs.js'

const [LAM, ALEF, DAL, HEH] = ['\u0644', '\u0627', '\u062F', '\u0647']
const [FATHA, KASRA, SHADDA, SUKUN, MADDA, HAMZA] = [
  '\u064E',
  '\u0650',
  '\u0651',
  '\u0652',
  '\u0653',
  '\u0654',
]
type Drawn = [text: string, x0: number, x1: number, code?: number]

/** In the order of the file, which is that of the page from the left: a mark stands behind its letter. */
function read(...drawn: Drawn[]): string[] {
  const glyphs: Glyph[] = drawn.map(([text, x0, x1, code = 1], order) => ({
    text,
    font: 'f',
    code: code === 1 ? (text.codePointAt(0) ?? 0) * 10 + text.length : code,
    x0,
    x1,
    y: 100,
    size: 10,
    angle: 0,
    order,
  }))
  return clustersOf(glyphs)
    .filter(({ text }) => text !== ' ')
    .map(({ text }) => text)
}

const SPACE: Drawn = [' ', 100, 103]
/** A word whose marks stand plainly behind their letters. */
const SAMPLE: Drawn[] = [
  [' ', -20, -17],
  [DAL, -10, -5],
  [FATHA, -8, -8],
  [' ', -3, 0],
]
const sample = DAL + FATHA

test('in lam-alef the vowel is that of the lam', () => {
  expect(read(...SAMPLE, [LAM + ALEF, 1, 8], [FATHA, 3, 3], SPACE)).toEqual([sample, LAM + FATHA + ALEF])
  expect(read(...SAMPLE, ['\uFEFB', 1, 8], [FATHA, 3, 3], SPACE)).toEqual([sample, LAM + FATHA + ALEF])
  const hamza = (ALEF + HAMZA).normalize('NFC')
  expect(read(...SAMPLE, [LAM + hamza, 1, 8], [KASRA, 3, 3], SPACE)).toEqual([sample, LAM + KASRA + hamza])
  expect(read(...SAMPLE, [LAM + hamza, 1, 8], [FATHA, 3, 3], SPACE)).toEqual([sample, LAM + hamza + FATHA])
})

test('a letter that is named with a vowel that is drawn beside it keeps its hamza', () => {
  const hamza = (ALEF + HAMZA).normalize('NFC')
  expect(
    read(...SAMPLE, [hamza + SUKUN, 1, 5], [SUKUN, 3, 3], [hamza + SUKUN, 6, 10], [FATHA, 8, 8], SPACE),
  ).toEqual([sample, hamza + SUKUN, hamza + FATHA])
})

test('a letter with a vowel in its name over the letter beside is a letter where marks have names of their own', () => {
  expect(read(...SAMPLE, [ALEF, 1, 5], [LAM + FATHA, 1, 7], [FATHA, 4, 4], SPACE)).toEqual([
    sample,
    ALEF,
    LAM + FATHA,
  ])
})

test('so is one that the file names together with its parts, though a narrow alef stands over it', () => {
  expect(read([ALEF, 1, 4], [LAM + FATHA, 0, 6, -1], SPACE)).toEqual([ALEF, LAM + FATHA])
})

test('a mark that takes room belongs to the letter before it and is no white', () => {
  const drawn: Drawn[] = [
    [' ', 0, 3],
    [DAL, 20, 25],
    [SHADDA, 9, 20],
    [HEH, 4, 9],
    [' ', 0, 3],
  ]
  expect(read(...drawn)).toEqual([DAL + SHADDA, HEH])
})

test('what has no room and the name of the letter beside it is a sign of the font', () => {
  expect(read(...SAMPLE, [LAM, 4, 4, 7], [LAM, 1, 5, 8], SPACE)).toEqual([sample, LAM])
  expect(read(...SAMPLE, [LAM, 4, 4, 7], [LAM, 80, 84, 8], SPACE)).toEqual([sample, LAM, LAM])
})

test('a mark without a name on an alef is a madda where the others have names', () => {
  const alef = (ALEF + MADDA).normalize('NFC')
  expect(
    read(...SAMPLE, [ALEF, 1, 5], ['', 3, 3, 300], [' ', 6, 8], [DAL, 9, 13], ['', 11, 11, 300], SPACE),
  ).toEqual([sample, alef, DAL])
})

test('a ligature without a name has the name of the mark that was given it all', () => {
  const god = LAM + LAM + FATHA + SHADDA + HEH
  expect(read(...SAMPLE, [KASRA, 3, 3], [god, 5, 5], ['', 1, 10], SPACE).at(-1)).toBe(
    (god + KASRA).normalize('NFC'),
  )
})

test('what is named after an alef on a lam without one stands for both letters', () => {
  const hamza = (ALEF + HAMZA).normalize('NFC')
  const tanwin = '\u064B'
  expect(read(...SAMPLE, [LAM, 1, 8], [hamza + FATHA, 3, 3], SPACE).at(-1)).toBe(LAM + hamza + FATHA)
  expect(read(...SAMPLE, [LAM, 1, 8], [ALEF + tanwin, 3, 3.1], SPACE).at(-1)).toBe(LAM + ALEF + tanwin)
})

test('a lam does not tell on which side a hamza stands', () => {
  const hamzas = [0, 1, 2].flatMap((at): Drawn[] => [
    ['\u0648', 40 * at + 10, 40 * at + 15],
    [HAMZA, 40 * at + 16, 40 * at + 16],
    [LAM, 40 * at + 15, 40 * at + 20],
    [' ', 40 * at + 20, 40 * at + 23],
  ])
  const read3 = read(...hamzas, [HEH, 130, 135], [SHADDA, 137, 137], [DAL, 135, 140], [' ', 140, 143])
  expect(read3.slice(-2)).toEqual([HEH, DAL + SHADDA])
})

test('of two parts of a ligature that are both named after all of it the narrower one is its marks', () => {
  const god = LAM + LAM + FATHA + SHADDA + HEH
  const drawn: Drawn[] = [
    [god, 4, 7, -1],
    [god, 1, 10, 2],
  ]
  expect(read(...SAMPLE, ...drawn, SPACE).filter((text) => text !== sample)).toEqual([god.normalize('NFC')])
})

test('a letter without a name that bears a vowel is still a lost letter', () => {
  expect(read(...SAMPLE, ['', 1, 8, 300], [FATHA, 4, 4], SPACE).at(-1)).toBe(`\uFFFD${FATHA}`)
})
