/** What does a font itself say of its glyphs, where the file does not? Fonts made here of the one table that is read. */
import { expect, test } from 'vitest'
import { glyphNamesOf } from '../../../src/extract/pdf/cmap.js'
import type { Glyph } from '../../../src/extract/pdf/glyphs.js'
import { lacksNames, withNamesOfPrograms } from '../../../src/extract/pdf/programs.js'

const LETTERS = [...'\u0628\u062F\u0631\u0633\u0645']
const [HAMZA, ALEF] = ['\u0654', '\u0627']

/** A font whose glyphs are numbered from 1 in the order of these characters. */
function font(characters: string[], format: 4 | 12): Uint8Array {
  const table = format === 4 ? segments(characters) : groups(characters)
  const head = Buffer.alloc(40)
  head.writeUInt16BE(1, 4)
  head.write('cmap', 12)
  head.writeUInt32BE(28, 20)
  head.writeUInt16BE(1, 30)
  head.writeUInt32BE(12, 36)
  return Buffer.concat([head, table])
}

function segments(characters: string[]): Buffer {
  const codes = characters.map((character) => character.codePointAt(0) as number)
  const numbers = [4, 0, 0, 2 * codes.length, 0, 0, 0, ...codes, 0, ...codes]
  const shifts = codes.map((code, at) => (at + 1 - code + 0x10000) % 0x10000)
  return Buffer.concat([...numbers, ...shifts, ...codes.map(() => 0)].map(twoBytes))
}

function groups(characters: string[]): Buffer {
  const codes = characters.map((character) => character.codePointAt(0) as number)
  const numbers = [codes.length, ...codes.flatMap((code, at) => [code, code, at + 1])]
  return Buffer.concat([twoBytes(12), twoBytes(0), ...[0, 0, ...numbers].map(fourBytes)])
}

function twoBytes(number: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(number)
  return bytes
}

function fourBytes(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(number)
  return bytes
}

function glyph(text: string, code: number, width = 5): Glyph {
  return {
    text,
    font: 'f',
    code,
    x0: 10 * code,
    x1: 10 * code + width,
    y: 0,
    size: 10,
    order: code,
    angle: 0,
  }
}

function read(glyphs: Glyph[], program: Uint8Array): string[] {
  return withNamesOfPrograms(glyphs, () => glyphNamesOf(program)).map(({ text }) => text)
}

test.each([4, 12] as const)('glyphs have the characters of a table of format %d', (format) => {
  expect([...glyphNamesOf(font([...'abc'], format))]).toEqual([
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
  ])
})

test('what is no font, or is cut off, has no names', () => {
  expect(glyphNamesOf(Buffer.from('%!PS'))).toEqual(new Map())
  expect(glyphNamesOf(font(['a'], 4).slice(0, 50))).toEqual(new Map())
})

test('a mark without a name, or named after its letter, has the one of its font; so has a letter named with it', () => {
  const program = font([...LETTERS, HAMZA, ALEF], 4)
  const letters = LETTERS.map((letter, at) => glyph(letter, at + 1))
  expect(read([...letters, glyph('', 6, 0), glyph(ALEF + HAMZA, 7)], program)).toEqual([
    ...LETTERS,
    HAMZA,
    ALEF,
  ])
  expect(read([...letters, glyph(ALEF, 6, 0)], program)).toEqual([...LETTERS, HAMZA])
})

test('a font whose glyphs have other numbers in the file is not asked', () => {
  const program = font([...LETTERS, HAMZA], 4)
  const letters = LETTERS.map((letter, at) => glyph(letter, 5 - at))
  expect(read([...letters, glyph('', 6, 0)], program).at(-1)).toBe('')
})

test('only what has no name, or is drawn over a letter without the name of a mark, makes one ask', () => {
  expect(lacksNames([glyph('', 1)])).toBe(true)
  expect(lacksNames([glyph(ALEF, 1, 0)])).toBe(true)
  expect(lacksNames([glyph(HAMZA, 1, 0), glyph(ALEF, 2), glyph(' ', 3, 0)])).toBe(false)
})
