/** Where are figures of relevance kept? In `bench/`, each with its date and the versions that made it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from '../../src/evaluate/table.js'
import { MAPPING_VERSION } from '../../src/fields.js'
import { markdown } from './print.js'

const ROOT = join(import.meta.dirname, '..', '..')
const BENCH = join(ROOT, 'bench')
const FIGURES = join(BENCH, 'relevance.json')

/** Adds one run to those that are kept; of the questions that changed only the numbers. */
export function record(result: object): void {
  const before = existsSync(FIGURES) ? (JSON.parse(readFileSync(FIGURES, 'utf8')) as object[]) : []
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  const run = { date: new Date().toISOString(), version, mapping: MAPPING_VERSION, result }
  mkdirSync(BENCH, { recursive: true })
  writeFileSync(FIGURES, `${JSON.stringify([...before, run], brief, 2)}\n`)
}

export function writeTable(rows: Row[]): void {
  mkdirSync(BENCH, { recursive: true })
  writeFileSync(join(BENCH, 'relevance.md'), markdown(rows))
}

function brief(key: string, value: unknown): unknown {
  if (key === 'questions' || key === 'misses') return undefined
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(4)) : value
}
