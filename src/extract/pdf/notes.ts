/**
 * Which lines are footnotes, and where are they called? A call is a figure that is raised and smaller; its
 * note stands below in smaller letters and begins with the same figure. Both are written "[1]", as in other formats.
 */
import { toAsciiDigits } from '../../arabic/digits.js'
import type { Cluster } from './clusters.js'
import type { PageLine } from './page.js'
import type { Row } from './rows.js'

type Run = { figure: string; parts: Cluster[] }

/** A raised figure is smaller than this share of its line, and stands higher by this share of it. */
const SMALL = 0.8
const RAISED = 0.15
/** Size of notes as a share of that of the text. */
const NOTE_SIZE = 0.93
const FIGURE = /^\p{Nd}{1,3}$/u
const NOTE_START = /^\s*[([]?(\p{Nd}{1,3})[)\]]?[.:]?\s*(?=\p{L}|["\u00AB(])/u

/** @returns the figures of the notes at the foot of the page that are called in its lines */
export function notesAmong(lines: PageLine[], rows: Row[]): Set<string> {
  const calls = new Set(rows.flatMap((row) => raisedIn(row).map(({ figure }) => figure)))
  const notes = calls.size > 0 ? lines.slice(footAt(lines, calls)) : []
  return new Set(notes.map(figureOf).filter((figure) => calls.has(figure)))
}

/** The row with each of these figures as one cluster, in square brackets where it is raised. */
export function withCalls(row: Row, notes: Set<string>): Row {
  const runs = raisedIn(row).filter(({ figure }) => notes.has(figure))
  const clusters = row.clusters.flatMap((cluster) => {
    const run = runs.find(({ parts }) => parts.includes(cluster))
    if (!run) return [cluster]
    if (cluster !== run.parts[0]) return []
    return [{ ...cluster, text: `[${run.figure}]`, x1: (run.parts.at(-1) as Cluster).x1 }]
  })
  return { ...row, clusters }
}

/** @returns the lines with the notes at their foot marked */
export function markNotes(lines: PageLine[], notes: Set<string>): PageLine[] {
  const [foot, isSmall] = [footAt(lines, notes), smallness(lines)]
  return lines.map((line, at) => {
    if (at < foot || !isSmall(line) || line.text === '') return line
    const figure = figureOf(line)
    const text = notes.has(figure) ? line.text.replace(NOTE_START, `[${figure}] `) : line.text
    return { ...line, kind: 'note', text }
  })
}

/** Where the notes begin: a small line with such a figure in front, with hardly anything larger below. */
function footAt(lines: PageLine[], figures: Set<string>): number {
  const isSmall = smallness(lines)
  const isFoot = (at: number) => lines.slice(at).filter((line) => line.text && !isSmall(line)).length <= 1
  const foot = lines.findIndex((line, at) => isSmall(line) && figures.has(figureOf(line)) && isFoot(at))
  return foot < 0 ? lines.length : foot
}

function figureOf({ text }: PageLine): string {
  return toAsciiDigits(NOTE_START.exec(text)?.[1] ?? '')
}

function smallness(lines: PageLine[]): (line: PageLine) => boolean {
  const letters = new Map<number, number>()
  for (const { text, size } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length)
  const usual = [...letters].sort(([, one], [, two]) => two - one)[0]?.[0] ?? 0
  return ({ size }) => size <= NOTE_SIZE * usual
}

/** Raised figures, their digits together. */
function raisedIn(row: Row): Run[] {
  const runs: Run[] = []
  let previous: Cluster | undefined
  for (const cluster of row.clusters) {
    const smaller = cluster.size < SMALL * row.size && row.y - cluster.y > RAISED * row.size
    const last = runs.at(-1)
    if (FIGURE.test(cluster.text) && smaller) {
      if (last && last.parts.at(-1) === previous) last.parts.push(cluster)
      else runs.push({ figure: '', parts: [cluster] })
    }
    previous = cluster
  }
  for (const run of runs) run.figure = toAsciiDigits(run.parts.map(({ text }) => text).join(''))
  return runs.filter(({ figure }) => FIGURE.test(figure))
}
