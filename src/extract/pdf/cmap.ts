/**
 * Which character is each glyph of a font drawn for? Read from the table `cmap` of the font program that lies in the file
 * (OpenType 1.9, formats 4 and 12): producers keep it where they leave the names of marks out of their own map.
 */

/** Glyph numbers and their characters. */
export type GlyphNames = ReadonlyMap<number, string>

const HEADER = 12
const RECORD = 16
const SUBTABLE = 8
const SEGMENTS = 4
const GROUPS = 12
/** No font has more glyphs; damaged tables do. */
const MOST_GLYPHS = 0xffff

/** @returns nothing for what is no TrueType or OpenType font, or has no such table */
export function glyphNamesOf(font: Uint8Array): GlyphNames {
  const names = new Map<number, string>()
  try {
    const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
    for (const at of subtablesOf(view)) readSubtable(view, at, names)
  } catch (error) {
    // A table that points out of its font is damaged: what was read before it holds.
    if (!(error instanceof RangeError)) throw error
  }
  return names
}

function subtablesOf(view: DataView): number[] {
  const records = Array.from({ length: view.getUint16(4) }, (_, at) => HEADER + at * RECORD)
  const record = records.find((at) => view.getUint32(at) === tagOf('cmap'))
  if (record === undefined) return []
  const table = view.getUint32(record + 8)
  return Array.from(
    { length: view.getUint16(table + 2) },
    (_, at) => table + view.getUint32(table + 4 + at * SUBTABLE + 4),
  )
}

function tagOf(name: string): number {
  return Buffer.from(name).readUInt32BE()
}

type Reader = (view: DataView, at: number, names: Map<number, string>) => void
const FORMATS = new Map<number, Reader>([
  [SEGMENTS, readSegments],
  [GROUPS, readGroups],
])

function readSubtable(view: DataView, at: number, names: Map<number, string>): void {
  FORMATS.get(view.getUint16(at))?.(view, at, names)
}

/** Four arrays of as many numbers as there are segments: ends, starts, shifts, and where a segment lists its glyphs. */
function readSegments(view: DataView, at: number, names: Map<number, string>): void {
  const size = view.getUint16(at + 6)
  for (let n = 0; n < size; n += 2) {
    const [end, start] = [view.getUint16(at + 14 + n), view.getUint16(at + 16 + size + n)]
    const shift = view.getUint16(at + 16 + 2 * size + n)
    const list = at + 16 + 3 * size + n
    const offset = view.getUint16(list)
    for (let code = start; code <= end && code < MOST_GLYPHS; code++) {
      const listed = offset === 0 ? code : view.getUint16(list + offset + 2 * (code - start))
      if (listed !== 0) add(names, (listed + shift) % 0x10000, code)
    }
  }
}

function readGroups(view: DataView, at: number, names: Map<number, string>): void {
  for (let n = 0; n < view.getUint32(at + 12); n++) {
    const group = at + 16 + 12 * n
    const [start, end] = [view.getUint32(group), view.getUint32(group + 4)]
    const glyph = view.getUint32(group + 8)
    for (let code = start; code <= end && code - start < MOST_GLYPHS; code++)
      add(names, glyph + code - start, code)
  }
}

/** Of several characters for one glyph the first one is the letter; later ones are its shaped forms and look-alikes. */
function add(names: Map<number, string>, glyph: number, code: number): void {
  if (!names.has(glyph)) names.set(glyph, String.fromCodePoint(code))
}
