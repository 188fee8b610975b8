/**
 * What did a careful reader note? Gold files list, for each paragraph, statements, citations, dates and names in words of
 * their own; here those words become the keys that the analysis uses, by reading them like any English text.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ParagraphContext } from '../../src/describe/paragraph/context.js'
import { describeParagraph } from '../../src/describe/paragraph/index.js'
import type { Language, Read } from '../../src/model.js'

export const FIELDS = ['statements', 'cites', 'countries', 'places', 'organisations', 'dates'] as const
export type Field = (typeof FIELDS)[number]

/** What one paragraph should give: categories in order, keys of everything else. */
export type Expected = Record<Field, string[]>
export type GoldParagraph = { name: string; text: string; expected: Expected }
export type Gold = { file: string; context: ParagraphContext; paragraphs: GoldParagraph[] }

type RawGold = {
  language: Language
  organisation?: { abbr?: string } | string
  paragraphs: RawParagraph[]
}
type RawParagraph = {
  number?: string | number
  text: string
  statements?: { category: string }[]
  cited?: { id: string }[]
  dates?: { iso: string }[]
  entities?: { canonical: string }[]
}

const ENGLISH: ParagraphContext = { language: 'en' }
/** Remarks of the reader: "(year not printed)", "(unnumbered)", "(not the OIC Charter)". */
const REMARK = /\s*\((?:[^)]*[a-z]{3}[^)]*)\)/g
const JOINT_STATEMENT = /^(?:the )?(\w[\w' -]*?) joint statement (\d{4}-\d\d-\d\d)$/
const SESSION = /^(OIC|LAS|GCC)-((?:EX-)?[A-Z]+-\d+)$/

/** Every `*.json` of the folder, in the order of the names. */
export function readGold(folder: string): Gold[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return files.sort().map((file) => {
    const raw = JSON.parse(readFileSync(join(folder, file), 'utf8')) as RawGold
    const organisation = typeof raw.organisation === 'string' ? raw.organisation : raw.organisation?.abbr
    return {
      file,
      context: { language: raw.language, organisation },
      paragraphs: raw.paragraphs.map((paragraph, index) => ({
        name: String(paragraph.number ?? index + 1),
        text: paragraph.text,
        expected: expected(paragraph),
      })),
    }
  })
}

function expected({ statements = [], cited = [], dates = [], entities = [] }: RawParagraph): Expected {
  const named = entities.map(({ canonical }) => describeParagraph(canonical, ENGLISH))
  const all = (field: 'countries' | 'places' | 'organisations') =>
    distinct(named.flatMap((name) => values(name[field])))
  return {
    statements: statements.map(({ category }) => category),
    cites: distinct(cited.flatMap(({ id }) => citation(id))),
    countries: all('countries'),
    places: all('places'),
    organisations: all('organisations'),
    dates: distinct(dates.map(({ iso }) => iso.replace(REMARK, '').trim())),
  }
}

/** The key that the analysis gives to what the reader called, for example, "Charter of the United Nations". */
function citation(id: string): string[] {
  const plain = id.replace(REMARK, '').trim()
  const joint = JOINT_STATEMENT.exec(plain)
  if (joint) return [`${joint[1]?.toUpperCase()}-STATEMENT-${joint[2]}`]
  const session = SESSION.exec(plain)
  if (session) return [`${session[1]}/${session[2]}`]
  const read = values(describeParagraph(plain, ENGLISH).cites)
  return read.length > 0 ? read : [plain]
}

export function values(reads: readonly Read<string>[]): string[] {
  return reads.map(({ value }) => value)
}

export function distinct(list: readonly string[]): string[] {
  return [...new Set(list)]
}
