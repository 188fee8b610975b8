/**
 * Does a paragraph end with this line? A line is broken where the next word does not fit; one that would have
 * had room for it was ended by the author. Centred lines have their room on both sides.
 */
import type { Direction } from './order.js'
import type { Row } from './rows.js'

/** Measures along the line, from where its reading begins. */
type Extent = { start: number; end: number }

/** Lengths in sizes: ends that are level, the space between words, the least inset of a centred line. */
const LEVEL = 0.3
const SPACE = 0.6
const INSET = 1.5
/** Share of the width that may be free at the end of a line that goes on in the next column or on the next page. */
const NEARLY_FULL = 0.08
/** And at its beginning, where lines are level at their ends; less may be the indent of a first line. */
const FAR = 0.25

/** @param rows lines of one block from the top; after the last of them only a line that is nearly full goes on */
export function endsParagraph(rows: Row[], index: number, direction: Direction): boolean {
  const row = rows[index] as Row
  const extents = rows.map((each) => extentOf(each, direction))
  const block = {
    start: Math.min(...extents.map(({ start }) => start)),
    end: Math.max(...extents.map(({ end }) => end)),
  }
  const own = extents[index] as Extent
  const [inset, room] = [own.start - block.start, block.end - own.end]
  const next = rows[index + 1]
  if (!next) return room > NEARLY_FULL * (block.end - block.start)
  const centred = inset > INSET * row.size && Math.abs(inset - room) < INSET * row.size
  if (room < LEVEL * row.size) return inset > FAR * (block.end - block.start)
  const beside = [extents[index - 1], extents[index + 1]]
  if (!centred && beside.some((other) => isLevel(own, other, row.size))) return false
  return (centred ? inset + room : room) > firstWord(next, direction) + SPACE * row.size
}

function extentOf({ clusters }: Row, direction: Direction): Extent {
  const ink = clusters.filter(({ text }) => text.trim() !== '' || text === '')
  const [left, right] = [Math.min(...ink.map(({ x0 }) => x0)), Math.max(...ink.map(({ x1 }) => x1))]
  return direction === 'rtl' ? { start: -right, end: -left } : { start: left, end: right }
}

function isLevel(one: Extent, other: Extent | undefined, size: number): boolean {
  return other !== undefined && Math.abs(one.end - other.end) < LEVEL * size
}

/** Width of the word with which the line begins. */
function firstWord({ clusters, size }: Row, direction: Direction): number {
  const inOrder = direction === 'rtl' ? [...clusters].reverse() : clusters
  const ink = inOrder.slice(inOrder.findIndex(({ text }) => text.trim() !== ''))
  const [first] = ink
  if (!first) return 0
  let last = first
  for (const cluster of ink.slice(1)) {
    const gap = Math.max(cluster.x0 - last.x1, last.x0 - cluster.x1)
    if (cluster.text.trim() === '' || gap > LEVEL * size) break
    last = cluster
  }
  return Math.max(first.x1, last.x1) - Math.min(first.x0, last.x0)
}
