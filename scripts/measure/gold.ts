/**
 * Which gold files lie in a folder, and what text belongs to each? One `NAME.json` for each text, in the style of
 * `test/fixtures/oic-ex-com-2016/gold.json`; the text is the file that `source_file` names, `NAME.txt`, or the `text` inside
 * (a `.jsonl` holds one gold on each line). Without a text only the paragraphs are read, one by one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Language } from '../../src/model.js'

/** A name in the reader's languages, or in one word. */
type Named = { ar?: string; en?: string; fr?: string; abbr?: string } | string

/** What a reader notes of a document. A fact that is `null` must not be found; one that is left out is not measured. */
export type RawDocument = {
  language?: Language
  title?: string | null
  type?: string | null
  symbol?: { normalised: string | null } | string | null
  organisation?: Named | null
  body?: Named | null
  meeting_kind?: (Named & { ordinal?: number | null }) | null
  level?: Named | null
  ordinal?: number | null
  /** Of the session. */
  name?: string | null
  meeting?: string | null
  key?: string | null
  subject?: Named | null
  date?: string | null
  date_end?: string | null
  weekday?: { iso: number } | number | null
  hijri?: { printed: string | null } | null
  place?: { city_en?: string | null; country?: string | null; venue?: string | null } | null
  requested_by?: { country: string | null } | null
  paragraph_count?: number
  paragraphs?: RawParagraph[]
}

export type RawParagraph = {
  /** As printed; `null` where none is. */
  number?: string | number | null
  label?: string
  role?: string
  section?: string[]
  text: string
  raw_char_spans?: [number, number][]
  statements?: RawStatement[]
  cited?: ({ id: string } | string)[]
  dates?: ({ iso: string } | string)[]
  entities?: { canonical: string }[]
  countries?: string[]
  places?: string[]
  organisations?: string[]
}
export type RawStatement = {
  category: string
  surface?: string
  subject?: string | null
  addressee?: string | null
  strength?: number
}

/** `documents` where the file holds several. */
type RawGold = RawDocument & { id?: string; source_file?: string; text?: string; documents?: RawDocument[] }
export type Gold = {
  name: string
  /** Bytes of the whole text; none where the gold is about single paragraphs. */
  text?: Uint8Array
  documents: RawDocument[]
}

/** Every `*.json` and every line of `*.jsonl` in the folder, in the order of the names. */
export function readGold(folder: string): Gold[] {
  const files = readdirSync(folder).filter((name) => /\.jsonl?$/.test(name))
  return files.sort().flatMap((file) => {
    const content = readFileSync(join(folder, file), 'utf8')
    if (file.endsWith('.json')) return [goldOf(folder, file, JSON.parse(content) as RawGold)]
    const lines = content.split('\n').filter((line) => line.trim() !== '')
    return lines.map((line) => goldOf(folder, file, JSON.parse(line) as RawGold))
  })
}

function goldOf(folder: string, file: string, raw: RawGold): Gold {
  const text = raw.text === undefined ? textBeside(folder, file, raw.source_file) : Buffer.from(raw.text)
  return { name: raw.id ?? file, ...(text && { text }), documents: raw.documents ?? [raw] }
}

function textBeside(folder: string, file: string, source: string | undefined): Uint8Array | undefined {
  const names = [source, `${basename(file, '.json')}.txt`].filter((name) => name !== undefined)
  const path = names.map((name) => join(folder, name)).find(existsSync)
  return path === undefined ? undefined : readFileSync(path)
}
