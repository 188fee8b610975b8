/**
 * Does a paragraph end with this line? A line is broken where the next word does not fit; one that would have
 * had room for it was ended by the author. Centred lines have their room on both sides.
 */
import type { Direction } from './order.js'
import type { Row } from './rows.js'
import { type Spaces, spacesOfLine } from './spaces.js'
import { whiteBelow } from './spacing.js'
import { partsWords } from './words.js'

/** Measures along the line, from where its reading begins. */
type Extent = { start: number; end: number }
type Line = Extent & { size: number; firstWord: number }

/** Lengths in sizes: ends that are level, the space between words, the least inset of a centred line. */
const LEVEL = 0.3
const SPACE = 0.6
const INSET = 1.5
/** Share of the width that may be free at the end of a line that goes on in the next column or on the next page. */
const NEARLY_FULL = 0.08
/** And at its beginning, where lines are level at their ends; less may be the indent of a first line. */
const FAR = 0.25
/** Share that is free where a line was plainly ended, though paragraphs of this page are parted by white and this one is not. */
const PLAIN = 0.25

/** Lines that leave as much are those of a narrow text where so many others end at the same place. */
const NARROW = 3
/** Where so many lines are paragraphs, one that ends in a full stop is one too. */
const SINGLE = 0.6
const SENTENCE_END = /^[.:!?\u061B\u061F]$/u

/**
 * @param rows lines of one block from the top; after the last of them only a line that is nearly full goes on
 * @returns for each of them, does a paragraph end with it?
 */
export function endsOfParagraphs(rows: Row[], direction: Direction, spaces: Spaces): boolean[] {
  const lines = rows.map((row) => ({
    ...extentOf(row, direction),
    size: row.size,
    firstWord: firstWord(row, direction, spaces),
  }))
  const block = {
    start: Math.min(...lines.map(({ start }) => start)),
    end: Math.max(...lines.map(({ end }) => end)),
  }
  const byRoom = lines.map((_, index) => isEnded(lines, index, block))
  const single = byRoom.filter(Boolean).length >= SINGLE * lines.length
  const ends = byRoom.map((ended, index) => ended || (single && endsSentence(rows[index] as Row, direction)))
  const below = whiteBelow(
    rows,
    (index) => ends[index] === true,
    (index) => endsSentence(rows[index] as Row, direction),
  )
  return ends.map((ended, index) => {
    const white = below(index)
    if (white !== 'joins') return white === 'parts' || ended
    return ended && block.end - (lines[index] as Line).end > PLAIN * (block.end - block.start)
  })
}

/** By its room alone. */
function isEnded(lines: Line[], index: number, block: Extent): boolean {
  const own = lines[index] as Line
  const [inset, room] = [own.start - block.start, block.end - own.end]
  const next = lines[index + 1]
  if (!next) return room > NEARLY_FULL * (block.end - block.start)
  const centred = inset > INSET * own.size && Math.abs(inset - room) < INSET * own.size
  if (room < LEVEL * own.size) return inset > FAR * (block.end - block.start)
  const isPlain = room > PLAIN * (block.end - block.start)
  if (!centred && levelWith(lines, index) >= (isPlain ? NARROW : 1)) return false
  return (centred ? inset + room : room) > next.firstWord + SPACE * own.size
}

function endsSentence({ clusters }: Row, direction: Direction): boolean {
  const inOrder = direction === 'rtl' ? clusters.toReversed() : clusters
  return SENTENCE_END.test(inOrder.findLast(({ text }) => text.trim() !== '')?.text ?? '')
}

function extentOf({ clusters }: Row, direction: Direction): Extent {
  const ink = clusters.filter(({ text }) => text.trim() !== '' || text === '')
  const [left, right] = [Math.min(...ink.map(({ x0 }) => x0)), Math.max(...ink.map(({ x1 }) => x1))]
  return direction === 'rtl' ? { start: -right, end: -left } : { start: left, end: right }
}

/** How many lines above and below, without a gap, end where this one does? */
function levelWith(lines: Line[], index: number): number {
  const { end, size } = lines[index] as Line
  const isOther = (line: Line) => Math.abs(line.end - end) >= LEVEL * size
  const above = lines.slice(0, index).findLastIndex(isOther)
  const below = lines.slice(index + 1).findIndex(isOther)
  return index - above - 1 + (below < 0 ? lines.length - index - 1 : below)
}

/** Width of the word with which the line begins. */
function firstWord({ clusters }: Row, direction: Direction, ofPage: Spaces): number {
  const spaces = spacesOfLine(ofPage, clusters)
  const inOrder = direction === 'rtl' ? [...clusters].reverse() : clusters
  const [first, ...rest] = inOrder.slice(inOrder.findIndex(({ text }) => text.trim() !== ''))
  if (!first) return 0
  let last = first
  for (const cluster of rest) {
    const [left, right] = direction === 'rtl' ? [cluster, last] : [last, cluster]
    if (cluster.text.trim() === '' || partsWords(left, right, spaces)) break
    last = cluster
  }
  return Math.max(first.x1, last.x1) - Math.min(first.x0, last.x0)
}
