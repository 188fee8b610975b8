/** Which lists does an RTF file define (`\listtable`, `\listoverridetable`), and which number has a paragraph of one? */
import { formatOf } from '../word/formats.js'
import {
  createTables,
  type Level,
  type List,
  type Numberer,
  numbererOf,
  type Tables,
} from '../word/numbering.js'

export type Lists = {
  tables: Tables
  numberer: Numberer
  levels: Map<number, Level>
  level: Level
  /** The list that is defined by what it changes of another one. */
  list?: List
  /** Level whose start it changes. */
  changed: number
  /** Of the paragraph. */
  item: { list?: string; level?: number }
  /** How the numbers of a level are written, as far as it was read. */
  pattern: string
}

/** Signs below this stand for the number of a level. */
const LEVELS = 9

export function createLists(): Lists {
  const tables = createTables()
  return {
    tables,
    numberer: numbererOf(tables),
    levels: new Map(),
    level: newLevel(),
    changed: -1,
    item: {},
    pattern: '',
  }
}

/** Control words inside the tables. */
export const LIST_WORDS: Record<string, (lists: Lists, value: number) => void> = {
  list: (lists) => Object.assign(lists, { levels: new Map(), list: undefined }),
  listlevel: (lists) => {
    lists.level = newLevel()
    if (!lists.list) lists.levels.set(lists.levels.size, lists.level)
    else lists.list.levels.set(lists.changed, lists.level)
  },
  levelnfc: ({ level }, value) => Object.assign(level, { format: formatOf(value) }),
  levelnfcn: ({ level }, value) => Object.assign(level, { format: formatOf(value) }),
  levellegal: ({ level }, value) => Object.assign(level, { legal: value !== 0 }),
  levelnorestart: ({ level }, value) => value !== 0 && Object.assign(level, { restart: 0 }),
  levelstartat: ({ level, list, changed }, value) => {
    if (!list || list.levels.get(changed) === level) level.start = value
    if (list && changed >= 0) list.starts.set(changed, value)
  },
  listid: ({ tables, levels, list }, value) => {
    if (list) list.abstract = String(value)
    else tables.abstracts.set(String(value), levels)
  },
  listoverride: (lists) =>
    Object.assign(lists, { list: { abstract: '', starts: new Map(), levels: new Map() }, changed: -1 }),
  lfolevel: (lists) => Object.assign(lists, { changed: lists.changed + 1 }),
  ls: ({ tables, list }, value) => list && tables.lists.set(String(value), list),
}

/** The first sign is the length; what stands behind the text ends the field. */
export function endPattern(lists: Lists): void {
  const [length = '', ...signs] = lists.pattern
  lists.pattern = ''
  lists.level.text = signs
    .slice(0, length.charCodeAt(0))
    .map((sign) => (sign.charCodeAt(0) < LEVELS ? `%${sign.charCodeAt(0) + 1}` : sign))
    .join('')
}

/** @returns the number of the paragraph that ends, or nothing outside of any list */
export function nextNumber({ item, numberer }: Lists): string {
  return item.list === undefined ? '' : numberer(item)
}

function newLevel(): Level {
  return { start: 1, format: 'decimal', text: '', legal: false }
}
