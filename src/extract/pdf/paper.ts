/**
 * Which glyphs belong to the page? Those on its paper. What lies beside it is cut off (another page of the sheet, notes of the
 * printer), but a line that runs over the edge is read to its end: the producer did not break it.
 */
import type { Glyph } from './glyphs.js'

/** White after which a line does not go on, in sizes. */
const APART = 0.6

/** @param width of the paper, as `height` in points */
export function glyphsOnPaper(glyphs: Glyph[], width: number, height: number): Glyph[] {
  const level = glyphs.filter(({ y }) => y >= 0 && y <= height)
  const isOn = ({ x0, x1 }: Glyph) => x1 >= 0 && x0 <= width
  if (level.every(isOn)) return level
  const kept = new Set(level.filter(isOn))
  for (const line of linesOver(level, width)) {
    goOn(
      line.toSorted((one, two) => one.x0 - two.x0),
      kept,
      ({ x0 }) => x0,
      ({ x1 }) => x1,
    )
    goOn(
      line.toSorted((one, two) => two.x1 - one.x1),
      kept,
      ({ x1 }) => -x1,
      ({ x0 }) => -x0,
    )
  }
  return level.filter((glyph) => kept.has(glyph))
}

/** Lines that cross an edge, each glyph at its height. */
function linesOver(glyphs: Glyph[], width: number): Glyph[][] {
  const lines = new Map<number, Glyph[]>()
  for (const glyph of glyphs.filter(({ angle }) => angle === 0)) {
    const line = lines.get(Math.round(glyph.y)) ?? []
    lines.set(Math.round(glyph.y), line)
    line.push(glyph)
  }
  const crosses = ({ x0, x1 }: Glyph) => (x0 < 0 && x1 > 0) || (x0 < width && x1 > width)
  return [...lines.values()].filter((line) => line.some(crosses))
}

/** Takes in what follows without a gap on what is kept. */
function goOn(
  line: Glyph[],
  kept: Set<Glyph>,
  from: (glyph: Glyph) => number,
  to: (glyph: Glyph) => number,
): void {
  let end: number | undefined
  for (const glyph of line) {
    if (!kept.has(glyph) && end !== undefined && from(glyph) - end < APART * glyph.size) kept.add(glyph)
    if (kept.has(glyph)) end = Math.max(end ?? Number.NEGATIVE_INFINITY, to(glyph))
  }
}
