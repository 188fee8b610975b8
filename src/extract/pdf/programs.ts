/**
 * What does the program of a font say where the file's own map does not? Some producers give a mark no name, or the name of
 * its letter, but leave the font the table that tells it (`cmap`).
 */
import { type GlyphNames, glyphNamesOf } from './cmap.js'
import { type Glyph, takesRoom } from './glyphs.js'

/** Names by font, as the page calls it. */
export type NamesOf = (font: string) => GlyphNames | undefined

const MARK = /^\p{M}$/u
const MARKS = /\p{M}/gu
/** The numbers of the glyphs are those of the program where so many letters, and this share of them, have one name in both. */
const LETTERS = 5
const SHARE = 0.8

/** Is there a glyph that is drawn over a letter, without the name of a mark? */
export function lacksNames(glyphs: Glyph[]): boolean {
  return glyphs.some((glyph) => !takesRoom(glyph) && !/\p{M}|^\s+$/u.test(glyph.text.normalize('NFKC')))
}

/** @param programOf program of a font of the page, where it lies in the file */
export function namesIn(glyphs: Glyph[], programOf: (font: string) => Uint8Array | undefined): NamesOf {
  const fonts = new Map([...new Set(glyphs.map(({ font }) => font))].map((font) => [font, namesOf(font)]))
  function namesOf(font: string): GlyphNames | undefined {
    const names = glyphNamesOf(programOf(font) ?? new Uint8Array())
    return agrees(
      names,
      glyphs.filter((glyph) => glyph.font === font),
    )
      ? names
      : undefined
  }
  return (font) => fonts.get(font)
}

function agrees(names: GlyphNames, glyphs: Glyph[]): boolean {
  const both = new Map(
    glyphs
      .filter(({ text, code }) => /^\p{L}\p{M}*$/u.test(text) && names.has(code))
      .map(({ code, text }) => [code, bare(text) === bare(names.get(code) as string)]),
  )
  const same = [...both.values()].filter(Boolean).length
  return same >= LETTERS && same >= SHARE * both.size
}

/** Glyphs named by their programs where these know marks, letters without a name, and letters that bear the name of their marks. */
export function withNamesOfPrograms(glyphs: Glyph[], namesOf: NamesOf): Glyph[] {
  return glyphs.map((glyph) => {
    const name = namesOf(glyph.font)?.get(glyph.code)
    return name !== undefined && knowsBetter(name, glyph.text) ? { ...glyph, text: name } : glyph
  })
}

function knowsBetter(name: string, text: string): boolean {
  if (text === '' || MARK.test(name)) return true
  return text !== name && bare(text) === bare(name)
}

function bare(letter: string): string {
  return letter.normalize('NFKD').replace(MARKS, '')
}
