/**
 * What does the program of a font say where the file's own map does not? Some producers give a mark no name, or the name of
 * its letter, but leave the font the table that tells it (`cmap`).
 */
import type { GlyphNames } from './cmap.js'
import { type Glyph, takesRoom } from './glyphs.js'
import { bareLetter } from './marks.js'

const MARK = /^\p{M}$/u
/** The numbers of the glyphs are those of the program where so many letters, and this share of them, have one name in both. */
const LETTERS = 5
const SHARE = 0.8

/** Is there a glyph without a name, or one that is drawn over a letter without the name of a mark? */
export function lacksNames(glyphs: Glyph[]): boolean {
  return glyphs.some(
    (glyph) => glyph.text === '' || (!takesRoom(glyph) && !/\p{M}|^\s+$/u.test(glyph.text.normalize('NFKC'))),
  )
}

function agrees(names: GlyphNames, glyphs: Glyph[]): boolean {
  const both = new Map(
    glyphs
      .filter(({ text, code }) => /^\p{L}\p{M}*$/u.test(text) && names.has(code))
      .map(({ code, text }) => [code, bareLetter(text) === bareLetter(names.get(code) as string)]),
  )
  const same = [...both.values()].filter(Boolean).length
  return same >= LETTERS && same >= SHARE * both.size
}

/**
 * Glyphs named by their programs where these know marks, letters without a name, and letters that bear the name of their marks.
 * @param namesOf what the program of a font says, by the name that the page gives to the font
 */
export function withNamesOfPrograms(
  glyphs: Glyph[],
  namesOf: (font: string) => GlyphNames | undefined,
): Glyph[] {
  const fonts = new Set(glyphs.map(({ font }) => font))
  const believed = new Map<string, GlyphNames>()
  for (const font of fonts) {
    const names = namesOf(font)
    if (
      names &&
      agrees(
        names,
        glyphs.filter((glyph) => glyph.font === font),
      )
    )
      believed.set(font, names)
  }
  return glyphs.map((glyph) => {
    const name = believed.get(glyph.font)?.get(glyph.code)
    return name !== undefined && knowsBetter(name, glyph.text) ? { ...glyph, text: name } : glyph
  })
}

function knowsBetter(name: string, text: string): boolean {
  if (text === '' || MARK.test(name)) return true
  return text !== name && bareLetter(text) === bareLetter(name)
}
