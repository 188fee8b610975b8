/**
 * In which form does a reader take paragraphs away? As a table that spreadsheets open, as one JSON object a line, or
 * as a list of citations. Written as they come, so that a hundred thousand cost no more memory than ten.
 */
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { Language } from '../model.js'
import type { Exported } from '../search/export.js'
import { label } from '../search/labels.js'

export type ExportFormat = 'csv' | 'jsonl' | 'citations'

type Reader = {
  /** Language of labels and citations. */
  language: Language
  /** Origin of the service, put before permalinks: `https://bayan.example`. */
  origin: string
}

type Form = { type: string; file: string; write(found: AsyncIterable<Exported>, reader: Reader): Readable }

export const FORMS: Record<ExportFormat, Form> = {
  csv: { type: 'text/csv; charset=utf-8', file: 'bayan.csv', write: toTable },
  jsonl: { type: 'application/x-ndjson; charset=utf-8', file: 'bayan.jsonl', write: toLines },
  citations: { type: 'text/plain; charset=utf-8', file: 'bayan-citations.txt', write: toCitations },
}

/** Named even where there is no row. */
const COLUMNS = [
  'date',
  'dateEnd',
  'body',
  'meeting',
  'hostCountry',
  'type',
  'symbol',
  'title',
  'language',
  'paragraph',
  'role',
  'page',
  'verbs',
  'countries',
  'cites',
  'text',
  'citation',
  'permalink',
] as const
/** Spreadsheets take it as the sign that the text is UTF-8; without it they garble Arabic. */
const BYTE_ORDER_MARK = true
const BETWEEN = '; '

/** Formulas are escaped: a cell that begins with `=` would be run by the program that opens the table. */
function toTable(found: AsyncIterable<Exported>, reader: Reader): Readable {
  const table = stringify({
    columns: [...COLUMNS],
    header: true,
    bom: BYTE_ORDER_MARK,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
  const rows = Readable.from(mapped(found, (one) => toRow(one, reader)))
  rows.on('error', (error) => table.destroy(error))
  table.on('close', () => rows.destroy())
  return rows.pipe(table)
}

function toLines(found: AsyncIterable<Exported>, { origin }: Reader): Readable {
  return Readable.from(
    mapped(found, (one) => `${JSON.stringify({ ...one, permalink: origin + one.permalink })}\n`),
  )
}

function toCitations(found: AsyncIterable<Exported>, { language, origin }: Reader): Readable {
  return Readable.from(
    mapped(found, ({ citation, permalink }) => `${citation[language]}\n${origin}${permalink}\n\n`),
  )
}

function toRow(
  { document, paragraph, mentions, ...one }: Exported,
  { language, origin }: Reader,
): Record<(typeof COLUMNS)[number], string | number | undefined> {
  const named = (kind: Parameters<typeof label>[0], values: string[]) =>
    values.map((value) => label(kind, value, language)).join(BETWEEN)
  const { body, type, hostCountry } = document
  return {
    date: document.date,
    dateEnd: document.dateEnd,
    body: body && label('body', body, language),
    meeting: document.meeting?.label,
    hostCountry: hostCountry && label('hostCountry', hostCountry, language),
    type: type && label('type', type, language),
    symbol: document.symbol,
    title: document.title,
    language: one.language,
    paragraph: paragraph.label,
    role: label('role', paragraph.role, language),
    page: paragraph.page,
    verbs: named('verb', paragraph.categories),
    countries: named('country', mentions.country),
    cites: named('cites', mentions.cites),
    text: one.text,
    citation: one.citation[language],
    permalink: origin + one.permalink,
  }
}

async function* mapped<A, B>(all: AsyncIterable<A>, change: (one: A) => B): AsyncGenerator<B> {
  for await (const one of all) yield change(one)
}
