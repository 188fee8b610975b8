/**
 * What does the file itself say that some of its glyphs stand for? Producers that shape Arabic write it beside the glyphs
 * (/ActualText), or leave it in the font alone: the only places of many vowel signs, hamzas and ligatures. pdf.js leaves them
 * out, PDFium knows them.
 */
import { type GlyphNames, glyphNamesOf } from './cmap.js'
import { type Glyph, takesRoom } from './glyphs.js'
import { lacksNames, withNamesOfPrograms } from './programs.js'
import { openSpans, type Spans } from './spans.js'

export type ActualTexts = {
  /**
   * The glyphs of a page, each span with a text of its own as one.
   * @param fontName the name that the file gives to a font of the page
   */
  named(glyphs: Glyph[], page: number, fontName: (font: string) => string | undefined): Promise<Glyph[]>
  close(): Promise<void>
}

/** A soft hyphen tells less than the sign that is drawn. */
const WORD = /^(?:[^\s\u00AD]{1,40}|\s)$/u
/** Of a page. The number of a span takes the place of that of the glyph: other glyphs of that number stand for something else. */
const MOST_SPANS = 1_000_000
/** Parts of one letter stand no further apart, in sizes. */
const BESIDE = 0.5

/** @param open a fresh copy of the bytes of the file; it is opened with the first page that has such spans */
export function createActualTexts(open: () => Uint8Array): ActualTexts {
  let opened: Promise<Spans | undefined> | undefined
  const programs = new Map<string, GlyphNames>()
  return {
    named: async (glyphs, page, fontName) => {
      const spans = new Set(glyphs.flatMap(({ span }) => span ?? [])).size
      const lacking = lacksNames(glyphs)
      if (spans === 0 && !lacking) return glyphs
      opened ??= openSpans(open()).catch(() => undefined)
      const file = await opened
      if (!file) return glyphs
      if (lacking) learnPrograms(programs, file, page, namesOfFonts(glyphs, fontName))
      const known = lacking
        ? withNamesOfPrograms(glyphs, (font) => programs.get(fontName(font) ?? ''))
        : glyphs
      const texts = spans > 0 ? file.textsOf(page) : []
      // Where the two readings count differently it is not known which text belongs to which glyphs.
      return spans > 0 && texts.length === spans ? withActualText(known, texts, page) : known
    },
    close: async () => (await opened)?.close(),
  }
}

function namesOfFonts(glyphs: Glyph[], fontName: (font: string) => string | undefined): string[] {
  return [...new Set(glyphs.map(({ font }) => font))].flatMap((font) => fontName(font) ?? [])
}

/** Asks for the fonts of a page only where one of them is new. */
function learnPrograms(known: Map<string, GlyphNames>, file: Spans, page: number, fonts: string[]): void {
  if (fonts.every((font) => known.has(font))) return
  for (const [name, program] of file.fontsOf(page))
    if (!known.has(name)) known.set(name, glyphNamesOf(program))
  for (const font of fonts) if (!known.has(font)) known.set(font, new Map())
}

/**
 * Glyphs of one span become one that stands for its text. A span of several words or lines is left as it is: the order of
 * what it holds would be lost.
 */
export function withActualText(glyphs: Glyph[], texts: string[], page: number): Glyph[] {
  const groups = groupsOf(glyphs, texts)
  return glyphs.flatMap((glyph) => {
    const group = groups.get(glyph.span ?? -1) ?? []
    const text = texts[group[0]?.span ?? -1] ?? ''
    if (!WORD.test(text) || !isOnOneLine(group)) return [glyph]
    return glyph === group[0] ? [asOne(group, text, page)] : []
  })
}

/** By span. Some producers name each part of a letter after the whole: parts that take no room belong to the span beside. */
function groupsOf(glyphs: Glyph[], texts: string[]): Map<number, Glyph[]> {
  const groups = new Map<number, Glyph[]>()
  for (const [at, glyph] of glyphs.entries()) {
    if (glyph.span === undefined) continue
    const last = glyphs[at - 1]?.span
    const before = last === undefined || last === glyph.span ? undefined : groups.get(last)
    const isPart = before && texts[glyph.span] === texts[glyph.span - 1] && isPartBeside(glyph, before)
    const group = groups.get(glyph.span) ?? (isPart ? before : [])
    groups.set(glyph.span, group)
    group.push(glyph)
  }
  return groups
}

function isPartBeside(glyph: Glyph, group: Glyph[]): boolean {
  if (takesRoom(glyph) && group.some(takesRoom)) return false
  return group.every(({ x0, x1, size }) => Math.max(x0 - glyph.x1, glyph.x0 - x1) < BESIDE * size)
}

function isOnOneLine(group: Glyph[]): boolean {
  const [first] = group
  return group.every(({ y, size, angle }) => angle === first?.angle && Math.abs(y - first.y) < size)
}

function asOne(group: Glyph[], text: string, page: number): Glyph {
  const widest = group.reduce((one, two) => (two.x1 - two.x0 > one.x1 - one.x0 ? two : one))
  const room = group.some(takesRoom) ? group.filter(takesRoom) : group
  const [x0, x1] = [Math.min(...room.map((glyph) => glyph.x0)), Math.max(...room.map((glyph) => glyph.x1))]
  const code = -(page * MOST_SPANS + (widest.span ?? 0) + 1)
  return { ...widest, text, x0, x1, order: (group[0] as Glyph).order, code }
}
