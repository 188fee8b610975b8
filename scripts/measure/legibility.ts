/** How often does legibility err: alarms on good text, misses on text that was damaged on purpose, over every set that is here? */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Table from 'cli-table3'
import { LEGIBLE, legibility } from '../../src/arabic/legibility.js'
import { repair } from '../../src/arabic/repair.js'
import { DAMAGES } from './damages.js'

type TextSet = { name: string; texts: string[] }
/** `false alarms` for good text, else the kind of damage; shares of 1. */
export type Errors = { set: string; texts: number; kind: string; errors: number }

const ROOT = join(import.meta.dirname, '../..')
const SHARED = join(ROOT, '../shared')
const MOST = 4000
const LONG_LINE = 15
/** Words. Few prove little, so errors are counted by length. */
const LENGTHS: [from: number, to: number][] = [
  [5, 9],
  [10, 19],
  [20, 29],
  [30, Number.POSITIVE_INFINITY],
]

export function measureLegibility(): Errors[] {
  return textSets()
    .flatMap(byLength)
    .flatMap(({ name, texts }) => [
      errorsIn(name, 'false alarms', texts, (score) => score < LEGIBLE),
      ...Object.entries(DAMAGES).map(([kind, { damage }]) => {
        const damaged = texts.filter(isArabic).map((text) => [text, damage(text)] as const)
        const changed = damaged.flatMap(([good, bad]) => (good === bad ? [] : [bad]))
        return errorsIn(name, kind, changed, (score) => score >= LEGIBLE)
      }),
    ])
}

export function legibilityTable(errors: Errors[]): string {
  const table = new Table({
    head: ['texts', 'number', 'kind', 'errors', 'share'],
    style: { head: [], border: [], compact: true },
  })
  for (const { set, texts, kind, errors: wrong } of errors)
    table.push([set, texts, kind, wrong, texts === 0 ? '' : `${((100 * wrong) / texts).toFixed(2)} %`])
  return table.toString()
}

/** Texts of each length: whole ones, and the beginnings of longer ones. */
function byLength({ name, texts }: TextSet): TextSet[] {
  return LENGTHS.map(([from, to]) => ({
    name: `${name}, ${to === Number.POSITIVE_INFINITY ? `${from} words and more` : `${from} to ${to} words`}`,
    texts: texts.flatMap((text) => beginning(text, from, to)),
  })).filter((set) => set.texts.length > 0)
}

function beginning(text: string, from: number, to: number): string[] {
  if (to === Number.POSITIVE_INFINITY) return text.split(/\s+/u).length >= from ? [text] : []
  const words = text.split(/\s+/u).slice(0, to)
  return words.length >= from ? [words.join(' ')] : []
}

function errorsIn(set: string, kind: string, texts: string[], isWrong: (score: number) => boolean): Errors {
  const errors = texts.filter((text) => isWrong(legibility(text).score)).length
  return { set, texts: texts.length, kind, errors }
}

function isArabic(text: string): boolean {
  return (text.match(/\p{Script=Arabic}/gu)?.length ?? 0) > 0.4 * text.length
}

/** The samples, and what lies beside the project. */
function textSets(): TextSet[] {
  const documents = [join(ROOT, 'samples'), join(SHARED, 'documents/un-parallel')].flatMap(readFolder)
  const lines = documents.flatMap((text) => text.split('\n'))
  const sets = [
    { name: 'documents', texts: documents },
    { name: 'their lines', texts: lines.filter((line) => line.split(' ').length > LONG_LINE) },
    { name: 'xquad-ar', texts: readPassages('xquad-ar/passages.jsonl') },
    { name: 'ant-headlines', texts: readPassages('ant-headlines/passages.jsonl.gz') },
  ]
  return sets.filter(({ texts }) => texts.length > 0)
}

function readFolder(folder: string): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  return names.map((name) => repair(readFileSync(join(folder, name), 'utf8')))
}

function readPassages(name: string): string[] {
  const path = join(SHARED, 'relevance', name)
  if (!existsSync(path)) return []
  const bytes = readFileSync(path)
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().split('\n', MOST)
  return lines.filter(Boolean).map((line) => repair((JSON.parse(line) as { text: string }).text))
}
