/**
 * In which order are the parts of a page read? Finds gutters: white from one line to the next with
 * full lines on both sides. What lies above comes first, then the columns, then what lies below.
 * Tables have short cells on both sides of the white and stay rows.
 */
import type { Cluster } from './clusters.js'
import type { Direction } from './order.js'
import { type Row, rowsOf } from './rows.js'
import { isUpright, type Rule } from './rules.js'

type Interval = [from: number, to: number]
type Gutter = { first: number; last: number; at: Interval }

/** Least width of a gutter and of a column, in sizes; least number of lines beside a gutter. */
const GUTTER = 0.7
const COLUMN = 7
const LINES = 4
/** Lines of two columns stand at heights of their own, closer than lines of one text, in sizes; such columns may be less full. */
const STEP = 0.8
const MANY_STEPS = 6
const RAGGED = 0.5
/** Least width of one of two pages on a sheet, in sizes. */
const PAGE = 20
/** Points between the lines around two cells. */
const JOINT = 2
/** A narrower gutter might be the spaces of justified lines that happen to stand below each other. */
const WIDE = 1.5
const MANY_LINES = 10
/** Share of its column that a line fills on average; cells of tables fill less. */
const FULL = 0.6
/** Share of its column that the letters of a line cover on average; cells side by side have white between them. */
const INKED = 0.5

/**
 * Blocks of rows in reading order.
 * @param rules lines that are drawn on the page: a level one that crosses white shows that no column stands beside it
 */
export function blocksOf(rows: Row[], direction: Direction, rules: Rule[] = []): Row[][] {
  const levels = rules.filter((rule) => !isUpright(rule))
  const gutter = widest(rows, levels)
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

/** The gutter with most lines beside it. */
function widest(rows: Row[], levels: Rule[]): Gutter | undefined {
  const found = rows
    .flatMap((_, first) => guttersFrom(rows, first, levels))
    .filter((gutter) => isGutter(rows, gutter))
  return found.sort((one, two) => two.last - two.first - (one.last - one.first))[0]
}

/** Every white interval of the row, followed down as far as it stays wide enough. */
function guttersFrom(rows: Row[], first: number, levels: Rule[]): Gutter[] {
  return whites(rows[first] as Row).map((white) => {
    let [at, last]: [Interval, number] = [white, first]
    for (let next = first + 1; next < rows.length; next++) {
      const shared = whites(rows[next] as Row)
        .map((other): Interval => [Math.max(at[0], other[0]), Math.min(at[1], other[1])])
        .filter(([from, to]) => to - from >= GUTTER * (rows[next] as Row).size)
        .sort((one, two) => roomOf(two) - roomOf(one))[0]
      if (!shared || isCrossed(shared, [rows[next - 1] as Row, rows[next] as Row], levels)) break
      at = shared
      last = next
    }
    return { first, last, at }
  })
}

function isCrossed([from, to]: Interval, [above, below]: [Row, Row], levels: Rule[]): boolean {
  const middle = (from + to) / 2
  return levels.some(
    ({ x0, x1, y0, y1 }) => y0 > above.y && y1 < below.y && x0 - JOINT <= middle && x1 + JOINT >= middle,
  )
}

/** White with ink on both sides comes before that beyond the ends of lines. */
function roomOf([from, to]: Interval): number {
  return Number.isFinite(to - from) ? to - from : 0
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
  const beside = rows.slice(first, last + 1)
  const strips = stripsOf(beside)
  if (2 * strips.filter((strip) => widthOf(strip) < COLUMN * sizeOf(strip)).length > strips.length)
    return false
  const isSheet = beside.length === rows.length && strips.length === 2 && strips.every(isPage)
  if (isSheet) return true
  const ragged = stepsBeside(beside, at) >= MANY_STEPS
  const isFull = (column: Row[]) => isColumn(column, ragged ? RAGGED : 1)
  return partedBy(beside, [at]).every(isFull) || strips.every(isFull)
}

/** Two pages on one sheet are parted from its head to its foot, however short their lines are. */
function isPage(rows: Row[]): boolean {
  return widthOf(rows) >= PAGE * sizeOf(rows)
}

/** How many lines on one side stand so close to one on the other that no table has both? */
function stepsBeside(rows: Row[], [from, to]: Interval): number {
  const middle = (from + to) / 2
  const sides = spansOf(rows)
  return rows.filter((row, index) => {
    const [own, next, below] = [sides[index], sides[index + 1], rows[index + 1]]
    if (!own || !next || !below || below.y - row.y > STEP * row.size) return false
    return (own[1] < middle && next[0] > middle) || (own[0] > middle && next[1] < middle)
  }).length
}

/** What stands between all the white that goes down through these rows: columns, or the cells of a table below each other. */
function stripsOf(rows: Row[]): Row[][] {
  const least = GUTTER * sizeOf(rows)
  const shared = rows
    .map(whites)
    .reduce((some, others) =>
      some
        .flatMap(([from, to]) => others.map(([a, b]): Interval => [Math.max(from, a), Math.min(to, b)]))
        .filter(([from, to]) => to - from >= least),
    )
  return partedBy(
    rows,
    shared.filter((white) => white.every(Number.isFinite)),
  )
}

function partedBy(rows: Row[], whites: Interval[]): Row[][] {
  const middles = whites.map(([from, to]) => (from + to) / 2)
  return [Number.NEGATIVE_INFINITY, ...middles].map((from, at) =>
    part(rows, ({ x0, x1 }) => x0 >= from && x1 <= (middles[at] ?? Number.POSITIVE_INFINITY)),
  )
}

function isColumn(rows: Row[], share: number): boolean {
  if (rows.length < LINES - 1) return false
  const width = widthOf(rows)
  const mean = spansOf(rows).reduce((sum, [from, to]) => sum + to - from, 0) / rows.length
  return (
    width >= COLUMN * sizeOf(rows) && mean >= share * FULL * width && inkOf(rows) >= share * INKED * width
  )
}

function spansOf(rows: Row[]): Interval[] {
  return rows.map(({ clusters }) => extent(clusters.filter(({ text }) => text.trim() !== '')))
}

function widthOf(rows: Row[]): number {
  const spans = spansOf(rows)
  return Math.max(...spans.map(([, to]) => to)) - Math.min(...spans.map(([from]) => from))
}

function sizeOf(rows: Row[]): number {
  return rows[0]?.size ?? 0
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
