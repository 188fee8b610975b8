/** Which lists and styles does a Word 97-2003 file have? [MS-DOC] 2.9.131 to 2.9.150 (lists), 2.9.271 (styles). */
import type { Space, SpaceStyle } from '../white.js'
import { formatOf } from '../word/formats.js'
import { createTables, type Level, type Style, type Tables } from '../word/numbering.js'
import { type Layout, PART } from './layout.js'
import { MODIFIER, type Modifier, modifiersOf } from './properties.js'

const [LIST_BYTES, LEVEL_BYTES, OVERRIDE_BYTES, LEVELS] = [28, 28, 16, 9]
const [LEGAL, NO_RESTART] = [0x04, 0x08]
const NO_BASE = 0xfff
/** Numbers of lists that mean "none". */
const LAST_LIST = 0x7fe

/** Fills the space that each style leaves into `spaces`. */
export function readTables(layout: Layout, spaces: Map<string, SpaceStyle>): Tables {
  const tables = createTables()
  readLists(layout, tables)
  readOverrides(layout, tables)
  readStyles(layout.part(PART.styles), tables, spaces)
  return tables
}

/** What a paragraph or a style says of the space around it. */
export function spaceIn(modifiers: Modifier[]): Space {
  const of = (name: number) => modifiers.findLast((modifier) => modifier.name === name)?.value
  const close = of(MODIFIER.close)
  return {
    before: of(MODIFIER.spaceBefore),
    after: of(MODIFIER.spaceAfter),
    ...(close !== undefined && { close: close === 1 }),
  }
}

/** What a paragraph or a style says of its list. */
export function listItem(modifiers: Modifier[]): { list?: string; level?: number } {
  const list = modifiers.findLast(({ name }) => name === MODIFIER.list)?.value
  const level = modifiers.findLast(({ name }) => name === MODIFIER.level)?.value
  return {
    ...(list !== undefined && { list: list > LAST_LIST ? '0' : String(list) }),
    ...(level !== undefined && { level }),
  }
}

/** The levels of all lists stand behind the list of lists. */
function readLists({ table, place, part }: Layout, { abstracts }: Tables): void {
  const lists = part(PART.lists)
  if (lists.length < 2) return
  const count = Math.min(lists.readUInt16LE(0), Math.floor((lists.length - 2) / LIST_BYTES))
  let at = place(PART.lists)[1]
  for (let index = 0; index < count; index++) {
    const list = lists.subarray(2 + index * LIST_BYTES)
    const simple = ((list[26] ?? 0) & 1) !== 0
    const levels = new Map<number, Level>()
    abstracts.set(String(list.readInt32LE(0)), levels)
    for (let number = 0; number < (simple ? 1 : LEVELS); number++) {
      const read = readLevel(table, at)
      if (!read) return
      levels.set(number, read.level)
      at = read.next
    }
  }
}

function readLevel(table: Buffer, at: number): { level: Level; next: number } | undefined {
  if (at + LEVEL_BYTES + 2 > table.length) return undefined
  const flags = table[at + 5] as number
  const length = at + LEVEL_BYTES + (table[at + 24] as number) + (table[at + 25] as number)
  if (length + 2 > table.length) return undefined
  const next = length + 2 + table.readUInt16LE(length) * 2
  const signs = [...table.subarray(length + 2, next).toString('utf16le')]
  const pattern = signs
    .map((sign) => (sign.charCodeAt(0) < LEVELS ? `%${sign.charCodeAt(0) + 1}` : sign))
    .join('')
  const level = {
    start: table.readInt32LE(at),
    format: formatOf(table[at + 4] as number),
    text: pattern,
    legal: (flags & LEGAL) !== 0,
    ...(flags & NO_RESTART && { restart: 0 }),
  }
  return { level, next }
}

function readOverrides({ part }: Layout, { lists }: Tables): void {
  const bytes = part(PART.overrides)
  if (bytes.length < 4) return
  const count = Math.min(bytes.readUInt32LE(0), Math.floor((bytes.length - 4) / OVERRIDE_BYTES))
  let at = 4 + count * OVERRIDE_BYTES
  for (let index = 0; index < count; index++) {
    const entry = bytes.subarray(4 + index * OVERRIDE_BYTES)
    const list = {
      abstract: String(entry.readInt32LE(0)),
      starts: new Map<number, number>(),
      levels: new Map<number, Level>(),
    }
    lists.set(String(index + 1), list)
    at += 4
    for (let change = 0; change < (entry[12] ?? 0) && at + 8 <= bytes.length; change++) {
      const [start, bits] = [bytes.readInt32LE(at), bytes.readUInt32LE(at + 4)]
      at += 8
      const read = bits & 0x20 ? readLevel(bytes, at) : undefined
      if (read) list.levels.set(bits & 0xf, read.level)
      if (bits & 0x10) list.starts.set(bits & 0xf, read ? read.level.start : start)
      at = read?.next ?? at
    }
  }
}

function readStyles(sheet: Buffer, { styles }: Tables, spaces: Map<string, SpaceStyle>): void {
  if (sheet.length < 6) return
  const [count, fixed] = [sheet.readUInt16LE(2), sheet.readUInt16LE(4)]
  let at = 2 + sheet.readUInt16LE(0)
  for (let index = 0; index < count && at + 2 <= sheet.length; index++) {
    const size = sheet.readUInt16LE(at)
    if (size > fixed) {
      const { space, ...style } = styleOf(sheet.subarray(at + 2, at + 2 + size), fixed)
      styles.set(String(index), style)
      spaces.set(String(index), { basedOn: style.basedOn, ...space })
    }
    at += 2 + size
  }
}

/** Kind, base and properties of a style: behind its fixed part stand its name and, for paragraphs, their modifiers. */
function styleOf(style: Buffer, fixed: number): Style & { space?: Space } {
  if (style.length < fixed + 2) return {}
  const kinds = style.readUInt16LE(2)
  const base = kinds >> 4
  const properties = fixed + 2 + style.readUInt16LE(fixed) * 2 + 2
  if ((kinds & 0xf) !== 1 || properties + 4 > style.length) return {}
  const size = style.readUInt16LE(properties)
  const modifiers = modifiersOf(style.subarray(properties + 4, properties + 2 + size))
  return {
    ...(base !== NO_BASE && { basedOn: String(base) }),
    ...listItem(modifiers),
    space: spaceIn(modifiers),
  }
}
