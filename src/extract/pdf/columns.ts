/**
 * In which order are the parts of a page read? Finds gutters: white from one line to the next with
 * full lines on both sides. What lies above comes first, then the columns, then what lies below.
 * Tables have short cells on both sides of the white and stay rows.
 */
import type { Cluster } from './clusters.js'
import type { Direction } from './order.js'
import { type Row, rowsOf } from './rows.js'

type Interval = [from: number, to: number]
type Gutter = { first: number; last: number; at: Interval }

/** Least width of a gutter and of a column, in sizes; least number of lines beside a gutter. */
const GUTTER = 0.7
const COLUMN = 7
const LINES = 4
/** A narrower gutter might be the spaces of justified lines that happen to stand below each other. */
const WIDE = 1.5
const MANY_LINES = 10
/** Share of its column that a line fills on average; cells of tables fill less. */
const FULL = 0.6
/** Share of its column that the letters of a line cover on average; cells side by side have white between them. */
const INKED = 0.5

/** Blocks of rows in reading order. */
export function blocksOf(rows: Row[], direction: Direction): Row[][] {
  const gutter = widest(rows)
  if (!gutter) return [rows]
  const middle = (gutter.at[0] + gutter.at[1]) / 2
  const beside = rows.slice(gutter.first, gutter.last + 1)
  const left = part(beside, (cluster) => cluster.x1 <= middle + 1 || cluster.x0 < middle - 1)
  const right = part(beside, (cluster) => !(cluster.x1 <= middle + 1 || cluster.x0 < middle - 1))
  const columns = (direction === 'rtl' ? [right, left] : [left, right]).map(withOwnLines)
  return [rows.slice(0, gutter.first), ...columns, rows.slice(gutter.last + 1)]
    .filter((block) => block.length > 0)
    .flatMap((block) => blocksOf(block, direction))
}

/** Lines of two columns need not stand at one height: each column has its own. */
function withOwnLines(column: Row[]): Row[] {
  return rowsOf(column.flatMap(({ clusters }) => clusters))
}

function part(rows: Row[], keeps: (cluster: Cluster) => boolean): Row[] {
  const kept = rows.map((row) => ({ ...row, clusters: row.clusters.filter(keeps) }))
  return kept.filter(({ clusters }) => clusters.some(({ text }) => text.trim() !== ''))
}

/** The gutter with most lines beside it. */
function widest(rows: Row[]): Gutter | undefined {
  const found = rows
    .flatMap((_, first) => guttersFrom(rows, first))
    .filter((gutter) => isGutter(rows, gutter))
  return found.sort((one, two) => two.last - two.first - (one.last - one.first))[0]
}

/** Every white interval of the row, followed down as far as it stays wide enough. */
function guttersFrom(rows: Row[], first: number): Gutter[] {
  return whites(rows[first] as Row).map((white) => {
    let [at, last]: [Interval, number] = [white, first]
    for (let next = first + 1; next < rows.length; next++) {
      const shared = whites(rows[next] as Row)
        .map((other): Interval => [Math.max(at[0], other[0]), Math.min(at[1], other[1])])
        .sort((one, two) => two[1] - two[0] - (one[1] - one[0]))[0]
      if (!shared || shared[1] - shared[0] < GUTTER * (rows[next] as Row).size) break
      at = shared
      last = next
    }
    return { first, last, at }
  })
}

/** Intervals without ink; beyond both ends of the row all is white. */
function whites(row: Row): Interval[] {
  const ink = row.clusters.filter(({ text }) => text.trim() !== '')
  const found: Interval[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const { x0, x1 } of ink) {
    if (x0 - end >= GUTTER * row.size) found.push([end, x0])
    end = Math.max(end, x1)
  }
  return [...found, [end, Number.POSITIVE_INFINITY]]
}

function isGutter(rows: Row[], { first, last, at }: Gutter): boolean {
  const wide = at[1] - at[0] >= WIDE * (rows[first] as Row).size
  if (!at.every(Number.isFinite) || last - first + 1 < (wide ? LINES : MANY_LINES)) return false
  const middle = (at[0] + at[1]) / 2
  const beside = rows.slice(first, last + 1)
  const sides = [(cluster: Cluster) => cluster.x1 <= middle, (cluster: Cluster) => cluster.x0 >= middle]
  return sides.every((side) => isColumn(part(beside, side)))
}

function isColumn(rows: Row[]): boolean {
  if (rows.length < LINES - 1) return false
  const spans = rows.map(({ clusters }) => extent(clusters.filter(({ text }) => text.trim() !== '')))
  const width = Math.max(...spans.map(([, to]) => to)) - Math.min(...spans.map(([from]) => from))
  const mean = spans.reduce((sum, [from, to]) => sum + to - from, 0) / spans.length
  return width >= COLUMN * (rows[0] as Row).size && mean >= FULL * width && inkOf(rows) >= INKED * width
}

/** Width of what is printed in a row, on average. */
function inkOf(rows: Row[]): number {
  const widths = rows.flatMap(({ clusters }) =>
    clusters.map(({ text, x0, x1 }) => (text.trim() === '' ? 0 : x1 - x0)),
  )
  return widths.reduce((sum, width) => sum + width, 0) / rows.length
}

function extent(clusters: Cluster[]): Interval {
  return [Math.min(...clusters.map(({ x0 }) => x0)), Math.max(...clusters.map(({ x1 }) => x1))]
}
