/** Which lines stand in one row of a table that is drawn, and how do its cells follow each other? */
import type { Cluster } from './clusters.js'
import type { Row } from './rows.js'
import { isUpright, type Rule } from './rules.js'

/** Lines of one row of a table, and the places of the lines that part its cells; of other text each line alone, without such. */
export type Group = { rows: Row[]; borders: number[] }
/** Heights between which a line stands. */
type Band = { top: number; foot: number }

/** Share of the size above the baseline where letters stand. */
const MIDDLE = 0.25
/** Points by which drawn lines may miss each other. */
const NEAR = 2

/** @param rows from the top, in groups of which each is read by itself */
export function groupsOf(rows: Row[], rules: Rule[]): Group[] {
  const groups: (Group & { band: Band | undefined })[] = []
  for (const row of rows) {
    const band = rules.length > 0 ? bandOf(row, rules) : undefined
    const last = groups.at(-1)
    if (band && last?.band?.top === band.top && last.band.foot === band.foot) last.rows.push(row)
    else groups.push({ rows: [row], borders: [], band })
  }
  return groups.flatMap(({ rows: inBand, band }) => {
    const borders = band ? bordersOf(inBand, rules) : []
    return borders.length > 0
      ? [{ rows: inBand, borders }]
      : inBand.map((row) => ({ rows: [row], borders: [] }))
  })
}

/** The lines of each cell, cells from the left; a cell without ink is left out. */
export function cellsOf({ rows, borders }: Group): Row[][] {
  const edges = [Number.NEGATIVE_INFINITY, ...borders, Number.POSITIVE_INFINITY]
  return edges
    .slice(1)
    .map((to, at) => rows.flatMap((row) => part(row, edges[at] as number, to)))
    .filter(({ length }) => length > 0)
}

function part(row: Row, from: number, to: number): Row[] {
  const clusters = row.clusters.filter((cluster) => centre(cluster) >= from && centre(cluster) < to)
  return clusters.some(({ text }) => text.trim() !== '') ? [{ ...row, clusters }] : []
}

function centre({ x0, x1 }: Cluster): number {
  return (x0 + x1) / 2
}

/** Between the nearest level lines that meet an upright one beside the row. */
function bandOf(row: Row, rules: Rule[]): Band | undefined {
  const y = row.y - MIDDLE * row.size
  const uprights = uprightsAt(y, rules)
  if (uprights.length === 0) return undefined
  const levels = rules.filter(
    (rule) => !isUpright(rule) && uprights.some(({ x0 }) => rule.x0 - NEAR <= x0 && rule.x1 + NEAR >= x0),
  )
  const [top, foot] = [
    Math.max(...levels.flatMap(({ y1 }) => (y1 <= y ? y1 : []))),
    Math.min(...levels.flatMap(({ y0 }) => (y0 > y ? y0 : []))),
  ]
  return Number.isFinite(foot - top) ? { top: Math.round(top), foot: Math.round(foot) } : undefined
}

function uprightsAt(y: number, rules: Rule[]): Rule[] {
  return rules.filter((rule) => isUpright(rule) && rule.y0 <= y && rule.y1 >= y)
}

/** Upright lines with ink on both sides. */
function bordersOf(rows: Row[], rules: Rule[]): number[] {
  const ink = rows.flatMap(({ clusters }) => clusters.filter(({ text }) => text.trim() !== '')).map(centre)
  const [left, right] = [Math.min(...ink), Math.max(...ink)]
  const [row] = rows as [Row]
  const places = uprightsAt(row.y - MIDDLE * row.size, rules).map(({ x0, x1 }) => (x0 + x1) / 2)
  return [...new Set(places)].filter((x) => x > left && x < right).sort((one, two) => one - two)
}
