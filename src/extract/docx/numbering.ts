/**
 * Which number does Word print before this paragraph? It is not in the text: it follows from the list
 * of the paragraph (`numbering.xml`), that of its style (`styles.xml`), and the paragraphs before it.
 */
import { numeral } from '../numerals.js'
import { type Attributes, type Handlers, readXml } from './xml.js'
import type { Archive } from './zip.js'

type Level = { start: number; format: string; text: string; legal: boolean; restart?: number }
type List = { abstract: string; starts: Map<number, number>; levels: Map<number, Level> }
type Style = { basedOn?: string; list?: string; level?: number }
type Tables = {
  abstracts: Map<string, Map<number, Level>>
  lists: Map<string, List>
  styles: Map<string, Style>
}

type ListItem = { list?: string; level?: number; style?: string }
/** @returns the number as printed, or nothing for a paragraph outside any list */
export type Numberer = (item: ListItem) => string

const BULLET = '\u2022'
/** Fonts of signs put their bullets into the private area. */
const PRIVATE = /\p{Co}/u

export async function readNumbering(archive: Archive): Promise<Numberer> {
  const tables: Tables = { abstracts: new Map(), lists: new Map(), styles: new Map() }
  await readXml(archive, 'word/numbering.xml', listReader(tables))
  await readXml(archive, 'word/styles.xml', styleReader(tables))
  return numbererOf(tables)
}

type Place = { abstract: Map<number, Level>; list?: List; level: Level; override: number }

const LIST_PARTS: Record<string, (tables: Tables, at: Place, attributes: Attributes) => void> = {
  'w:abstractNum': ({ abstracts }, at, attributes) => {
    at.abstract = new Map()
    abstracts.set(attributes['w:abstractNumId'] ?? '', at.abstract)
  },
  'w:num': ({ lists }, at, attributes) => {
    at.list = { abstract: '', starts: new Map(), levels: new Map() }
    lists.set(attributes['w:numId'] ?? '', at.list)
  },
  'w:abstractNumId': (_, at, attributes) =>
    at.list && Object.assign(at.list, { abstract: value(attributes) }),
  'w:lvlOverride': (_, at, attributes) => Object.assign(at, { override: Number(attributes['w:ilvl']) }),
  'w:startOverride': (_, at, attributes) => at.list?.starts.set(at.override, Number(value(attributes))),
  'w:lvl': (_, at, attributes) => {
    at.level = { start: 1, format: 'decimal', text: '', legal: false }
    const levels = at.list ? at.list.levels : at.abstract
    levels.set(Number(attributes['w:ilvl']), at.level)
  },
  'w:start': (_, at, attributes) => Object.assign(at.level, { start: Number(value(attributes)) }),
  'w:numFmt': (_, at, attributes) => Object.assign(at.level, { format: value(attributes) }),
  'w:lvlText': (_, at, attributes) => Object.assign(at.level, { text: value(attributes) }),
  'w:lvlRestart': (_, at, attributes) => Object.assign(at.level, { restart: Number(value(attributes)) }),
  'w:isLgl': (_, at) => Object.assign(at.level, { legal: true }),
}

function listReader(tables: Tables): Handlers {
  const at: Place = {
    abstract: new Map(),
    level: { start: 1, format: '', text: '', legal: false },
    override: 0,
  }
  return { start: (name, attributes) => LIST_PARTS[name]?.(tables, at, attributes), end: () => undefined }
}

const STYLE_PARTS: Record<string, (style: Style, attributes: Attributes) => void> = {
  'w:basedOn': (style, attributes) => Object.assign(style, { basedOn: value(attributes) }),
  'w:numId': (style, attributes) => Object.assign(style, { list: value(attributes) }),
  'w:ilvl': (style, attributes) => Object.assign(style, { level: Number(value(attributes)) }),
}

function styleReader({ styles }: Tables): Handlers {
  let style: Style = {}
  return {
    start: (name, attributes) => {
      STYLE_PARTS[name]?.(style, attributes)
      if (name !== 'w:style') return
      style = {}
      styles.set(attributes['w:styleId'] ?? '', style)
    },
    end: () => undefined,
  }
}

function numbererOf(tables: Tables): Numberer {
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  return (item) => {
    const { list: id, level: at } = withStyle(tables.styles, item)
    const list = tables.lists.get(id)
    if (!list) return ''
    const levelOf = (index: number) =>
      list.levels.get(index) ?? tables.abstracts.get(list.abstract)?.get(index)
    const level = levelOf(at)
    if (!level) return ''
    const counts = counters.get(list.abstract) ?? []
    counters.set(list.abstract, counts)
    count(counts, at, level, begun.has(id) ? undefined : list.starts.get(at), levelOf)
    if (at === 0 || list.starts.has(at)) begun.add(id)
    return printed(level, counts, levelOf)
  }
}

/** What the paragraph does not say comes from its style, or the style that one is based on. */
function withStyle(styles: Map<string, Style>, item: ListItem): { list: string; level: number } {
  let { list, level } = item
  let style = item.style
  for (let depth = 0; style !== undefined && depth < 20; depth++) {
    const found = styles.get(style)
    list ??= found?.list
    level ??= found?.level
    style = found?.basedOn
  }
  return { list: list ?? '', level: level ?? 0 }
}

function count(
  counts: number[],
  at: number,
  level: Level,
  startOver: number | undefined,
  levelOf: (index: number) => Level | undefined,
): void {
  const before = counts[at]
  counts[at] = startOver ?? (before === undefined ? level.start : before + 1)
  for (let deeper = at + 1; deeper < counts.length; deeper++) {
    const restart = levelOf(deeper)?.restart
    if (restart === undefined || (restart > 0 && at < restart)) delete counts[deeper]
  }
}

function printed(level: Level, counts: number[], levelOf: (index: number) => Level | undefined): string {
  if (level.format === 'bullet') return PRIVATE.test(level.text) || level.text === '' ? BULLET : level.text
  return level.text.replace(/%(\d)/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const shown = levelOf(index)
    return numeral(level.legal ? 'decimal' : (shown?.format ?? 'decimal'), counts[index] ?? shown?.start ?? 1)
  })
}

function value(attributes: Attributes): string {
  return attributes['w:val'] ?? ''
}
