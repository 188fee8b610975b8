/** Which passages, questions and right answers does a judged set hold? Reads the folder of a set, gzipped or not. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { BayanError } from '../errors.js'

export type Passage = { id: string; text: string }
export type Question = { id: string; text: string; grades: Grades }
/** Passage id to grade, larger is better; passages that are not listed are wrong. */
export type Grades = ReadonlyMap<string, number>
export type JudgedSet = { name: string; passages: Passage[]; questions: Question[] }
/** Must a one-word question find a one-word paragraph? */
export type Pair = { query: string; document: string; must: boolean }

/**
 * @param folder with `passages.jsonl`, `queries.jsonl` and `qrels.tsv` (query, passage, grade), or the same with `.gz`
 * @throws BayanError FILE_MISSING, USAGE
 */
export function readSet(folder: string): JudgedSet {
  const passages = readLines(folder, 'passages.jsonl').map(parsed)
  const judgements = readJudgements(folder)
  const questions = readLines(folder, 'queries.jsonl')
    .map(parsed)
    .flatMap(({ id, text }) => {
      const grades = judgements.get(id)
      return grades ? [{ id, text, grades }] : []
    })
  if (questions.length === 0) throw new BayanError('USAGE', { reason: `No question in ${folder} is judged.` })
  return { name: basename(resolve(folder)), passages, questions }
}

/**
 * @param file columns query, document, 1 or 0; a first line of names is passed over
 * @throws BayanError FILE_MISSING, USAGE
 */
export function readPairs(file: string): Pair[] {
  const rows = readLines('', file).map((line) => line.split('\t'))
  const pairs = rows.flatMap(([query, document, must]) =>
    query && document && (must === '0' || must === '1') ? [{ query, document, must: must === '1' }] : [],
  )
  if (pairs.length === 0) {
    throw new BayanError('USAGE', {
      reason: `${file} holds no pairs: query, document, 1 or 0, with tabs between.`,
    })
  }
  return pairs
}

/** Every nth question, so that `limit` are left, spread over the whole set. */
export function sampled(set: JudgedSet, limit: number): JudgedSet {
  const step = Math.max(1, set.questions.length / limit)
  const count = Math.min(limit, set.questions.length)
  const chosen = Array.from({ length: count }, (_, i) => set.questions[Math.floor(i * step)])
  return { ...set, questions: chosen.filter((question) => question !== undefined) }
}

function readJudgements(folder: string): Map<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>()
  for (const line of readLines(folder, 'qrels.tsv')) {
    const [question = '', passage = '', grade] = line.split('\t')
    const grades = judgements.get(question) ?? new Map<string, number>()
    if (Number(grade) > 0) judgements.set(question, grades.set(passage, Number(grade)))
  }
  return judgements
}

function parsed(line: string): Passage {
  const { id, text } = JSON.parse(line) as { id: string | number; text: string }
  return { id: String(id), text }
}

function readLines(folder: string, name: string): string[] {
  const path = join(folder, name)
  if (existsSync(path)) return lines(readFileSync(path, 'utf8'))
  if (existsSync(`${path}.gz`)) return lines(gunzipSync(readFileSync(`${path}.gz`)).toString('utf8'))
  throw new BayanError('FILE_MISSING', { path })
}

function lines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '')
}
