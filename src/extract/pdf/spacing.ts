/**
 * Where does white between two lines part paragraphs? Lines of one paragraph stand at one distance; how much further
 * apart paragraphs stand, if at all, is learned from the lines that were plainly ended by the author.
 */
import type { Row } from './rows.js'

export type White = 'parts' | 'joins' | 'says nothing' | 'unknown'

/** The usual distance, that from which on lines are parted; `tells` where paragraphs of the page are always parted by it. */
type Spacing = { usual: number; parted: number; tells: boolean }
/** A line, and how far the next one of its size stands below it. */
type Step = { index: number; pitch: number }

/** White that parts paragraphs on any page, as a multiple of the usual distance, and the least that a page may use. */
const PARTED = 1.35
const LEAST = 1.1
/** White below a line that ends in a full stop, as a multiple of the usual distance: inside a paragraph lines stand as far apart. */
const AFTER_STOP = 1.15
/** Distances that differ by this share are one. */
const ALIKE = 0.06
/** Where this share of the ends is followed by white, and not fewer of them, the page parts its paragraphs by it. */
const TELLING = { share: 0.75, ends: 3 }
/** Letters whose sizes differ by less than this share are of one kind: text, notes, headings. */
const SAME_SIZE = 0.07

/**
 * @param rows of one block, from the top
 * @param ends was the line ended by the author, by the room that it leaves?
 * @param endsSentence does it end in a full stop?
 */
export function whiteBelow(
  rows: Row[],
  ends: (index: number) => boolean,
  endsSentence: (index: number) => boolean,
): (index: number) => White {
  const kinds = kindsOf(rows)
  const spacings = new Map(
    [...new Set(kinds)].map((kind) => [kind, spacingOf(stepsOf(rows, kinds, kind), ends)]),
  )
  const spacing = (index: number) => spacings.get(kinds[index] as Row)
  return (index) => {
    const known = spacing(index) ?? spacing(index + 1)
    const [row, next] = [rows[index], rows[index + 1]]
    if (!known || !row || !next) return 'unknown'
    const pitch = next.y - row.y
    if (pitch > known.parted || (pitch > AFTER_STOP * known.usual && endsSentence(index))) return 'parts'
    return known.tells && kinds[index] === kinds[index + 1] ? 'joins' : 'says nothing'
  }
}

/** @returns do two paragraphs stand as close there as any lines of their size in the block? */
export function closeBelow(rows: Row[], ends: boolean[]): (index: number) => boolean {
  const kinds = kindsOf(rows)
  const white = whiteBelow(
    rows,
    (index) => ends[index] === true,
    () => false,
  )
  const pitch = (index: number) => (rows[index + 1]?.y ?? Number.NaN) - (rows[index] as Row).y
  const least = (kind: Row | undefined) =>
    Math.min(...stepsOf(rows, kinds, kind as Row).map((step) => step.pitch))
  return (index) =>
    !['parts', 'unknown'].includes(white(index)) && pitch(index) <= PARTED * least(kinds[index])
}

/** For each row the first one whose letters are as large. */
function kindsOf(rows: Row[]): Row[] {
  const kinds: Row[] = []
  return rows.map((row) => {
    const known = kinds.find(({ size }) => Math.abs(size - row.size) < SAME_SIZE * size)
    if (!known) kinds.push(row)
    return known ?? row
  })
}

function stepsOf(rows: Row[], kinds: Row[], kind: Row): Step[] {
  return rows.flatMap((row, index) => {
    const next = rows[index + 1]
    return next && kinds[index] === kind && kinds[index + 1] === kind
      ? [{ index, pitch: next.y - row.y }]
      : []
  })
}

function spacingOf(steps: Step[], ends: (index: number) => boolean): Spacing | undefined {
  if (steps.length === 0) return undefined
  const usual = usualPitch(steps, ends)
  const afterEnds = steps.filter(({ index }) => ends(index)).map(({ pitch }) => pitch)
  const wide = afterEnds.filter((pitch) => pitch >= LEAST * usual)
  const tells = afterEnds.length >= TELLING.ends && wide.length >= TELLING.share * afterEnds.length
  const learned = tells ? (usual + median(wide)) / 2 : Number.POSITIVE_INFINITY
  return { usual, parted: Math.min(PARTED * usual, learned), tells }
}

/** That of lines that go on; where only few do, they may be lines that were ended at the edge, and then the nearest tell. */
function usualPitch(steps: Step[], ends: (index: number) => boolean): number {
  const inside = steps.filter(({ index }) => !ends(index))
  const usual = commonest((inside.length > 0 ? inside : steps).map(({ pitch }) => pitch))
  if (inside.length >= TELLING.ends) return usual
  const least = Math.min(...steps.map(({ pitch }) => pitch))
  return usual > PARTED * least ? least : usual
}

/** The least of those that are like most others. */
function commonest(pitches: number[]): number {
  const sorted = pitches.toSorted((one, two) => one - two)
  const alike = sorted.map(
    (pitch) => sorted.filter((other) => Math.abs(other - pitch) <= ALIKE * pitch).length,
  )
  return sorted[alike.indexOf(Math.max(...alike))] as number
}

function median(values: number[]): number {
  return values.toSorted((one, two) => one - two)[values.length >> 1] ?? 0
}
