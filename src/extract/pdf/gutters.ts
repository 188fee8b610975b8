/**
 * Where does white part a page into columns? A gutter is white from one line to the next with full lines on both sides.
 * Tables have short cells on both sides of the white, or level lines across it.
 */
import type { Row } from './rows.js'
import type { Rule } from './rules.js'

type Interval = [from: number, to: number]
/** White between two places beside the rows from `first` to `last`. */
type Gutter = { first: number; last: number; at: Interval }
/** What is printed in a row, from the left, and the white between. */
type Line = { y: number; size: number; ink: Interval[]; white: Interval[] }

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
/** Lines of two columns stand at heights of their own, closer than lines of one text, in sizes; such columns may be less full. */
const STEP = 0.8
const MANY_STEPS = 6
const RAGGED = 0.5
/** Least width of one of two pages on a sheet, in sizes. */
const PAGE = 20
/** Points between the lines around two cells. */
const JOINT = 2

/** @param levels level lines that are drawn @returns the gutter with most lines beside it */
export function widestGutter(rows: Row[], levels: Rule[]): Gutter | undefined {
  const lines = rows.map(lineOf)
  const found = lines.flatMap((_, first) => guttersFrom(lines, first, levels)).filter(isLong(lines))
  return found
    .sort((one, two) => two.last - two.first - (one.last - one.first))
    .find((gutter) => partsColumns(lines, gutter))
}

function lineOf({ y, size, clusters }: Row): Line {
  const ink = clusters.flatMap(({ text, x0, x1 }): Interval[] => (text.trim() === '' ? [] : [[x0, x1]]))
  return { y, size, ink, white: whiteIn(ink, GUTTER * size) }
}

/** Intervals without ink; beyond both ends of the row all is white. */
function whiteIn(ink: Interval[], least: number): Interval[] {
  const found: Interval[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const [from, to] of ink) {
    if (from - end >= least) found.push([end, from])
    end = Math.max(end, to)
  }
  return [...found, [end, Number.POSITIVE_INFINITY]]
}

/** Every white interval of the row, followed down as far as it stays wide enough. */
function guttersFrom(lines: Line[], first: number, levels: Rule[]): Gutter[] {
  return (lines[first] as Line).white.map((white) => {
    let [at, last]: [Interval, number] = [white, first]
    for (let next = first + 1; next < lines.length; next++) {
      const [above, line] = [lines[next - 1] as Line, lines[next] as Line]
      const shared = sharedWhite([at], line.white, GUTTER * line.size).sort(
        (one, two) => roomOf(two) - roomOf(one),
      )[0]
      if (!shared || isCrossed(shared, above, line, levels)) break
      at = shared
      last = next
    }
    return { first, last, at }
  })
}

function sharedWhite(some: Interval[], others: Interval[], least: number): Interval[] {
  return some.flatMap(([from, to]) =>
    others.map(([a, b]): Interval => [Math.max(from, a), Math.min(to, b)]).filter(([a, b]) => b - a >= least),
  )
}

/** White with ink on both sides comes before that beyond the ends of lines. */
function roomOf([from, to]: Interval): number {
  return Number.isFinite(to - from) ? to - from : 0
}

function isCrossed([from, to]: Interval, above: Line, below: Line, levels: Rule[]): boolean {
  const middle = (from + to) / 2
  return levels.some(
    ({ x0, x1, y0, y1 }) => y0 > above.y && y1 < below.y && x0 - JOINT <= middle && x1 + JOINT >= middle,
  )
}

function isLong(lines: Line[]): (gutter: Gutter) => boolean {
  return ({ first, last, at: [from, to] }) => {
    const wide = to - from >= WIDE * (lines[first] as Line).size
    return Number.isFinite(to - from) && last - first + 1 >= (wide ? LINES : MANY_LINES)
  }
}

function partsColumns(lines: Line[], { first, last, at }: Gutter): boolean {
  const beside = lines.slice(first, last + 1)
  const strips = stripsOf(beside)
  if (2 * strips.filter((strip) => !isWide(strip, COLUMN)).length > strips.length) return false
  const isSheet = beside.length === lines.length && strips.length === 2
  if (isSheet && strips.every((strip) => isWide(strip, PAGE))) return true
  const share = stepsBeside(beside, at) >= MANY_STEPS ? RAGGED : 1
  const isFull = (column: Line[]) => isColumn(column, share)
  return partedBy(beside, [at]).every(isFull) || strips.every(isFull)
}

/** What stands between all the white that goes down through these lines: columns, or the cells of a table below each other. */
function stripsOf(lines: Line[]): Line[][] {
  const least = GUTTER * sizeOf(lines)
  const shared = lines.map(({ white }) => white).reduce((some, others) => sharedWhite(some, others, least))
  return partedBy(
    lines,
    shared.filter((white) => white.every(Number.isFinite)),
  )
}

function partedBy(lines: Line[], whites: Interval[]): Line[][] {
  const middles = whites.map(([from, to]) => (from + to) / 2)
  return [Number.NEGATIVE_INFINITY, ...middles].map((from, at) => {
    const end = middles[at] ?? Number.POSITIVE_INFINITY
    return lines
      .map((line) => ({ ...line, ink: line.ink.filter(([x0, x1]) => x0 >= from && x1 <= end) }))
      .filter(({ ink }) => ink.length > 0)
  })
}

/** How many lines on one side stand so close to one on the other that no table has both? */
function stepsBeside(lines: Line[], [from, to]: Interval): number {
  const middle = (from + to) / 2
  const sides = lines.map(spanOf)
  return lines.filter((line, index) => {
    const [own, next, below] = [sides[index], sides[index + 1], lines[index + 1]]
    if (!own || !next || !below || below.y - line.y > STEP * line.size) return false
    return (own[1] < middle && next[0] > middle) || (own[0] > middle && next[1] < middle)
  }).length
}

function isColumn(lines: Line[], share: number): boolean {
  if (lines.length < LINES - 1 || !isWide(lines, COLUMN)) return false
  const width = widthOf(lines)
  const spans = lines.map(spanOf)
  const letters = lines.flatMap(({ ink }) => ink)
  return (
    sumOf(spans) >= share * FULL * width * lines.length &&
    sumOf(letters) >= share * INKED * width * lines.length
  )
}

function sumOf(intervals: Interval[]): number {
  return intervals.reduce((sum, [from, to]) => sum + to - from, 0)
}

/** @param least in sizes */
function isWide(lines: Line[], least: number): boolean {
  return widthOf(lines) >= least * sizeOf(lines)
}

function widthOf(lines: Line[]): number {
  const spans = lines.map(spanOf)
  return Math.max(...spans.map(([, to]) => to)) - Math.min(...spans.map(([from]) => from))
}

function sizeOf([first]: Line[]): number {
  return first?.size ?? 0
}

function spanOf({ ink }: Line): Interval {
  return [Math.min(...ink.map(([from]) => from)), Math.max(...ink.map(([, to]) => to))]
}
