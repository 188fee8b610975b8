/** How do all settings do on all sets? One run: quality, pairs, damage, size and time of each. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '@elastic/elasticsearch'
import { DAMAGES, damaged } from './damage.js'
import { evaluatePairs, figures, type PairResult } from './evaluate.js'
import { difference } from './measures.js'
import { type Ranked, type Ranking, type Report, rank } from './ranking.js'
import { type JudgedSet, type Pair, readPairs, readSet, sampled } from './sets.js'
import { SETTINGS, type Setting } from './settings.js'

/** Sets with more passages are not indexed again for every damage. */
const DAMAGED_PASSAGES = 2000

export type Row = {
  setting: string
  sets: Record<string, Ranking & { bytes: number; low: number; high: number }>
  pairs: Record<string, Omit<PairResult, 'misses'>>
  /** nDCG@10 with the damage, less that without. */
  damage: Record<string, Record<string, number>>
}

export type Sources = { sets: JudgedSet[]; pairs: Record<string, Pair[]> }

/**
 * @param folder with folders of sets and tables of pairs in it
 * @param limit of the questions of a set
 */
export function readSources(folder: string, limit = Number.POSITIVE_INFINITY): Sources {
  const names = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  const tables = names.filter((name) => name.isFile() && name.name.endsWith('.tsv'))
  return {
    sets: names
      .filter((name) => name.isDirectory())
      .map(({ name }) => sampled(readSet(join(folder, name)), limit)),
    pairs: Object.fromEntries(tables.map(({ name }) => [name, readPairs(join(folder, name))])),
  }
}

/** The differences of each setting are those from the first one. */
export async function compareAll(client: Client, { sets, pairs }: Sources, report: Report): Promise<Row[]> {
  const rows: Row[] = SETTINGS.map(({ name }) => ({ setting: name, sets: {}, pairs: {}, damage: {} }))
  for (const set of sets) {
    let first: Ranked | undefined
    for (const [at, setting] of SETTINGS.entries()) {
      const ranked = await rank(client, setting, set, report)
      first ??= ranked
      const row = rows[at] as Row
      const { bytes, scores } = ranked
      row.sets[set.name] = { ...figures(ranked), bytes, ...difference(scores, first.scores) }
      if (set.passages.length <= DAMAGED_PASSAGES)
        row.damage[set.name] = await damages(client, setting, set, ranked.ndcg10, report)
    }
  }
  for (const [name, table] of Object.entries(pairs)) {
    for (const [at, setting] of SETTINGS.entries()) {
      const { must, mustNot } = await evaluatePairs(client, table, report, setting)
      const row = rows[at] as Row
      row.pairs[name] = { must, mustNot }
    }
  }
  return rows
}

/** @returns for each damage what it costs: nDCG@10 with it, less `whole` */
export async function damages(
  client: Client,
  setting: Setting,
  set: JudgedSet,
  whole: number,
  report: Report,
): Promise<Record<string, number>> {
  const costs: Record<string, number> = {}
  for (const damage of DAMAGES) {
    const { ndcg10 } = await rank(client, setting, damaged(set, damage), report)
    costs[damage.name] = ndcg10 - whole
  }
  return costs
}
