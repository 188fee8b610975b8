/** How are figures of relevance shown? As tables for a terminal, and as one for `bench/relevance.md`. */
import Table from 'cli-table3'
import type { Evaluation, PairResult } from '../../src/evaluate/evaluate.js'
import type { Ranking } from '../../src/evaluate/ranking.js'
import type { Row } from '../../src/evaluate/table.js'

const SHOWN_QUESTIONS = 20
const MEGABYTE = 1024 * 1024

export function setTable(result: Evaluation): string {
  const { against } = result
  const table = newTable(['', 'nDCG@10', 'recall@10', 'ms per query'])
  const row = (name: string, { ndcg10, recall10, msPerQuery }: Ranking) =>
    table.push([name, ndcg10.toFixed(4), recall10.toFixed(4), msPerQuery.toFixed(2)])
  row(result.setting, result)
  row(against.name, against)
  const gain = signed(result.ndcg10 - against.ndcg10)
  const interval = `${signed(against.low)} to ${signed(against.high)}`
  const { better, worse, questions } = against.changed
  const changes = questions
    .slice(0, SHOWN_QUESTIONS)
    .map(({ text, ours, theirs }) => `  ${theirs.toFixed(2)} -> ${ours.toFixed(2)}  ${text}`)
  return [
    `${result.set}: ${result.passages} passages, ${result.queries} questions`,
    table.toString(),
    `${result.setting} over ${against.name}: ${gain} nDCG@10, 95 % between ${interval} (paired bootstrap)`,
    `better ${better}, worse ${worse}; the largest changes:`,
    ...changes,
  ].join('\n')
}

export function pairTable({ must, mustNot, misses }: PairResult): string {
  const lines = misses.map((pair) => `  ${pair.query} ${pair.must ? 'misses' : 'finds'} ${pair.document}`)
  return [
    `must meet: ${must.passed} of ${must.total}`,
    `must not meet: ${mustNot.passed} of ${mustNot.total}`,
    ...lines,
  ].join('\n')
}

/** @param costs nDCG@10 that each damage costs */
export function damageTable(costs: Record<string, number>): string {
  const table = newTable(['damage', 'nDCG@10'])
  for (const [name, cost] of Object.entries(costs)) table.push([name, signed(cost)])
  return table.toString()
}

export function tableOf(rows: Row[]): string {
  const { head, body } = cells(rows)
  const table = newTable(head)
  table.push(...body)
  return table.toString()
}

export function markdown(rows: Row[]): string {
  const { head, body } = cells(rows)
  const line = (values: string[]) => `| ${values.join(' | ')} |`
  return [
    '# Relevance, every setting on every set, in one run',
    '',
    'nDCG@10; of sets also the milliseconds of a question and the megabytes of the index. Damage: what it costs.',
    'Times are those of one machine at one moment: they compare within this table alone.',
    '`bayan evaluate --table FOLDER --record` writes this page; `src/evaluate/peers.json` says what each setting is.',
    '',
    line(head),
    line(head.map(() => '---')),
    ...body.map(line),
    '',
  ].join('\n')
}

function cells(rows: Row[]): { head: string[]; body: string[][] } {
  const [first] = rows
  if (!first) return { head: [], body: [] }
  const [sets, pairs] = [Object.keys(first.sets), Object.keys(first.pairs)]
  const damage = sets.flatMap((set) => Object.keys(first.damage[set] ?? {}).map((name) => ({ set, name })))
  const head = ['', ...sets.flatMap((set) => [set, 'ms', 'MB']), ...pairs.flatMap((name) => [name, 'not'])]
  const body = rows.map((row) => [
    row.setting,
    ...sets.flatMap((set) => setCells(row.sets[set])),
    ...pairs.flatMap((name) => pairCells(row.pairs[name])),
    ...damage.map(({ set, name }) => signed(row.damage[set]?.[name] ?? 0)),
  ])
  return { head: [...head, ...damage.map(({ name }) => name)], body }
}

function setCells(figures: Row['sets'][string] | undefined): string[] {
  if (!figures) return ['', '', '']
  return [figures.ndcg10.toFixed(4), figures.msPerQuery.toFixed(1), (figures.bytes / MEGABYTE).toFixed(1)]
}

function pairCells(counts: Row['pairs'][string] | undefined): string[] {
  return [counts?.must, counts?.mustNot].map((count) => (count ? `${count.passed}/${count.total}` : ''))
}

function newTable(head: string[]) {
  return new Table({ head, style: { head: [], border: [] } })
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(4)}`
}
