/** Which lists does a Word file (.docx) have? From `numbering.xml`. */
import { type Attributes, type Handlers, readXml } from '../archive/xml.js'
import { type Archive, partNamed } from '../archive/zip.js'
import type { Level, List, Tables } from '../word/numbering.js'

/** Fills the lists of `tables`. */
export async function readLists(archive: Archive, tables: Tables): Promise<void> {
  await readXml(archive, partNamed(archive, 'numbering'), listReader(tables))
}

type Place = { id: string; abstract: Map<number, Level>; list?: List; level: Level; override: number }

const LIST_PARTS: Record<string, (tables: Tables, at: Place, attributes: Attributes) => void> = {
  'w:abstractNum': ({ abstracts }, at, attributes) => {
    at.id = attributes['w:abstractNumId'] ?? ''
    at.abstract = new Map()
    abstracts.set(at.id, at.abstract)
  },
  'w:numStyleLink': ({ links }, at, attributes) => links.set(at.id, value(attributes)),
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
  'w:pStyle': (_, at, attributes) => Object.assign(at.level, { style: value(attributes) }),
  'w:isLgl': (_, at) => Object.assign(at.level, { legal: true }),
}

function listReader(tables: Tables): Handlers {
  const at: Place = {
    id: '',
    abstract: new Map(),
    level: { start: 1, format: '', text: '', legal: false },
    override: 0,
  }
  return { start: (name, attributes) => LIST_PARTS[name]?.(tables, at, attributes), end: () => undefined }
}

function value(attributes: Attributes): string {
  return attributes['w:val'] ?? ''
}
