/** How good is a ranking, and is one better than another by more than chance? Pure numbers. */
import type { Grades } from './sets.js'

const DEPTH = 10
const RESAMPLES = 2000

/** Normalised discounted cumulative gain of the first ten, 0 to 1; the gain is the grade, as in trec_eval. */
export function ndcg10(ranking: readonly string[], grades: Grades): number {
  const found = ranking.slice(0, DEPTH).map((id) => grades.get(id) ?? 0)
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, DEPTH)
  return discounted(found) / discounted(ideal)
}

/** Share of the right passages among the first ten; with more than ten right ones, of ten. */
export function recall10(ranking: readonly string[], grades: Grades): number {
  const found = ranking.slice(0, DEPTH).filter((id) => grades.has(id)).length
  return found / Math.min(DEPTH, grades.size)
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

/**
 * 95 % interval of the mean of ours minus theirs over the same questions, by paired bootstrap.
 * The draws repeat, so that two runs over the same figures print the same interval.
 */
export function difference(
  ours: readonly number[],
  theirs: readonly number[],
): { low: number; high: number } {
  const differences = ours.map((value, i) => value - (theirs[i] ?? 0))
  const random = repeatable(differences.length)
  const means = Array.from({ length: RESAMPLES }, () =>
    mean(differences.map(() => differences[Math.floor(random() * differences.length)] ?? 0)),
  ).sort((a, b) => a - b)
  return { low: means[Math.floor(RESAMPLES * 0.025)] ?? 0, high: means[Math.floor(RESAMPLES * 0.975)] ?? 0 }
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, rank) => sum + gain / Math.log2(rank + 2), 0)
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function repeatable(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
