/** Good texts of three languages, in two halves: rules are made on one, figures come from the other. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { repair } from '../../src/arabic/repair.js'

export type Half = 'for rules' | 'held out'
/** `sets`: of one origin each. */
export type Texts = { language: 'ar' | 'latin'; sets: string[][] }

const ROOT = join(import.meta.dirname, '../..')
const SHARED = join(ROOT, '../shared')
const FOLDERS = [
  join(ROOT, 'samples'),
  join(ROOT, 'test/gold'),
  join(ROOT, 'test/gold/texts'),
  join(SHARED, 'documents/un-parallel'),
]
const PASSAGES = ['xquad-ar/passages.jsonl', 'ant-headlines/passages.jsonl.gz']
const HALVES: Half[] = ['for rules', 'held out']

/** Documents, and passages of what lies beside the project. */
export function goodTexts(half: Half): Texts[] {
  const documents = [...new Set(FOLDERS.flatMap(readFolder))]
  const sets = [documents, ...PASSAGES.map(readPassages)].map((texts) =>
    texts.filter((_, at) => HALVES[at % HALVES.length] === half),
  )
  return [
    { language: 'ar', sets: sets.map((texts) => texts.filter(isArabic)) },
    { language: 'latin', sets: sets.map((texts) => texts.filter((text) => !isArabic(text))) },
  ]
}

function isArabic(text: string): boolean {
  return (text.match(/\p{Script=Arabic}/gu)?.length ?? 0) > 0.4 * text.length
}

function readFolder(folder: string): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  return names.sort().map((name) => repair(readFileSync(join(folder, name), 'utf8')))
}

function readPassages(name: string): string[] {
  const path = join(SHARED, 'relevance', name)
  if (!existsSync(path)) return []
  const bytes = readFileSync(path)
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().split('\n')
  return lines.filter(Boolean).map((line) => repair((JSON.parse(line) as { text: string }).text))
}
