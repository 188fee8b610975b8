/**
 * In which order are the parts of a page read? What lies above a gutter comes first, then the columns beside it, then what lies
 * below.
 */
import type { Cluster } from './clusters.js'
import { widestGutter } from './gutters.js'
import type { Direction } from './order.js'
import { type Row, rowsOf } from './rows.js'
import { isUpright, type Rule } from './rules.js'

/**
 * Blocks of rows in reading order.
 * @param rules lines that are drawn on the page: a level one that crosses white shows that no column stands beside it
 */
export function blocksOf(rows: Row[], direction: Direction, rules: Rule[] = []): Row[][] {
  const levels = rules.filter((rule) => !isUpright(rule))
  const gutter = widestGutter(rows, levels)
  if (!gutter) return [rows]
  const middle = (gutter.at[0] + gutter.at[1]) / 2
  const beside = rows.slice(gutter.first, gutter.last + 1)
  const left = part(beside, (cluster) => cluster.x1 <= middle + 1 || cluster.x0 < middle - 1)
  const right = part(beside, (cluster) => !(cluster.x1 <= middle + 1 || cluster.x0 < middle - 1))
  const columns = (direction === 'rtl' ? [right, left] : [left, right]).map(withOwnLines)
  return [rows.slice(0, gutter.first), ...columns, rows.slice(gutter.last + 1)]
    .filter((block) => block.length > 0)
    .flatMap((block) => blocksOf(block, direction, levels))
}

/** Lines of two columns need not stand at one height: each column has its own. */
function withOwnLines(column: Row[]): Row[] {
  return rowsOf(column.flatMap(({ clusters }) => clusters))
}

function part(rows: Row[], keeps: (cluster: Cluster) => boolean): Row[] {
  const kept = rows.map((row) => ({ ...row, clusters: row.clusters.filter(keeps) }))
  return kept.filter(({ clusters }) => clusters.some(({ text }) => text.trim() !== ''))
}
