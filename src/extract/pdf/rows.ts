/**
 * Which clusters stand on one line? Rows by baseline: the strongest baselines are taken first, and
 * what stands a little off (raised figures, letters that a font stacks) joins the nearest of them.
 */
import type { Cluster } from './clusters.js'
import { fromTheLeft } from './pieces.js'

export type Row = { y: number; size: number; clusters: Cluster[] }

/** Share of the size within which a weaker baseline belongs to a stronger one. */
const NEAR = 0.45
/** The same for raised figures, which are smaller than this share of their line. */
const RAISED = 0.65
const SMALL = 0.8

/** Rows from the top, clusters of each from the left. */
export function rowsOf(clusters: Cluster[]): Row[] {
  const rows: Row[] = []
  for (const level of levelsOf(clusters).sort((one, two) => two.clusters.length - one.clusters.length)) {
    const host = nearest(rows, level)
    if (host) host.clusters.push(...level.clusters)
    else rows.push(level)
  }
  for (const row of rows) row.clusters = fromTheLeft(row.clusters)
  return rows.filter(hasInk).sort((one, two) => one.y - two.y)
}

function levelsOf(clusters: Cluster[]): Row[] {
  const levels: Row[] = []
  for (const cluster of [...clusters].sort((one, two) => one.y - two.y)) {
    const last = levels.at(-1)
    if (last && cluster.y - last.y < 0.05 * cluster.size) {
      last.clusters.push(cluster)
      last.size = Math.max(last.size, cluster.size)
    } else levels.push({ y: cluster.y, size: cluster.size, clusters: [cluster] })
  }
  return levels
}

function nearest(rows: Row[], level: Row): Row | undefined {
  const reachable = rows.filter((row) => {
    const isRaised = level.size < SMALL * row.size && level.y < row.y
    return Math.abs(row.y - level.y) <= (isRaised ? RAISED : NEAR) * Math.max(row.size, level.size)
  })
  return reachable.sort((one, two) => Math.abs(one.y - level.y) - Math.abs(two.y - level.y))[0]
}

function hasInk(row: Row): boolean {
  return row.clusters.some(({ text }) => text.trim() !== '')
}
