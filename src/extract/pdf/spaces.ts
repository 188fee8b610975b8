/**
 * How does this page part its words: by spaces that are written, or by white alone, and how wide is it? Inside words letters
 * touch or nearly so; between the two kinds of white lies a width that hardly occurs.
 */
import type { Cluster } from './clusters.js'
import { isUpright, type Rule } from './rules.js'

/** `gap`: white that parts words, in sizes, where the page shows it; `rules`: lines that part cells. */
export type Spaces = { written: boolean; gap?: number; rules?: Rule[] }

/** Share of the size above the baseline where letters stand. */
const MIDDLE = 0.25

/** Share of the glyphs that are spaces where they are written. */
const SHARE = 0.05
/** Fewer glyphs may be one word. */
const FEW_GLYPHS = 25
/** Widths that may part words, in sizes; the valley around the best of them; the usual one. */
const GAPS = [0.06, 0.08, 0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.22, 0.24]
const VALLEY = 0.03
const USUAL = 0.15
const ENOUGH = 200
/** Share of the white that may lie in the valley, and shares between which words are parted. */
const RARE = 0.01
const PARTED = { least: 0.08, most: 0.4 }

/** @param rules lines that are drawn on the page */
export function spacesOf(rows: { clusters: Cluster[] }[], rules: Rule[] = []): Spaces {
  const written = writesSpaces(rows.flatMap(({ clusters }) => clusters))
  const gap = written ? undefined : gapOf(rows)
  return { written, rules, ...(gap !== undefined && { gap }) }
}

/** A long line without spaces has its words parted by white, also where other lines have spaces. */
export function spacesOfLine(spaces: Spaces, clusters: Cluster[]): Spaces {
  const written = spaces.written && (clusters.length < FEW_GLYPHS || writesSpaces(clusters))
  return { ...spaces, written, rules: rulesThrough(clusters, spaces.rules) }
}

/** Those that cross the line. */
function rulesThrough([first]: Cluster[], rules: Rule[] = []): Rule[] {
  if (!first) return []
  const y = first.y - MIDDLE * first.size
  return rules.filter((rule) => isUpright(rule) && rule.y0 <= y && rule.y1 >= y)
}

/** Does a line that is drawn stand between these two? */
export function areRuledApart(left: Cluster, right: Cluster, { rules = [] }: Spaces): boolean {
  return rules.some(({ x0, x1 }) => x0 + x1 > left.x0 + left.x1 && x0 + x1 < right.x0 + right.x1)
}

export function isSpace({ text }: Cluster): boolean {
  return text !== '' && text.trim() === ''
}

function writesSpaces(clusters: Cluster[]): boolean {
  return clusters.filter(isSpace).length > clusters.length * SHARE
}

function gapOf(rows: { clusters: Cluster[] }[]): number | undefined {
  const widths = rows.flatMap(({ clusters }) =>
    clusters.slice(1).map((right, at) => (right.x0 - (clusters[at] as Cluster).x1) / right.size),
  )
  if (widths.length < ENOUGH) return undefined
  const share = (holds: (width: number) => boolean) => widths.filter(holds).length / widths.length
  const [best] = GAPS.map((gap) => ({
    gap,
    near: share((width) => Math.abs(width - gap) < VALLEY),
    parted: share((width) => width > gap),
  }))
    .filter(({ near, parted }) => near <= RARE && parted > PARTED.least && parted < PARTED.most)
    .sort((one, two) => one.near - two.near || Math.abs(one.gap - USUAL) - Math.abs(two.gap - USUAL))
  return best?.gap
}
