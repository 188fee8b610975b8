/**
 * Which bracket opens and which closes? In Arabic a bracket is drawn mirrored, and producers differ
 * in whether they name the sign that was typed or the one that was drawn. The spaces around it tell:
 * an opening bracket stands after a space and before a word.
 */
import type { Direction, Placed } from './order.js'

const PAIRS = ['()', '[]', '{}', '«»', '‹›', '<>']
const OPEN = new Map(
  PAIRS.flatMap(([open = '', close = '']) => [
    [open, open],
    [close, open],
  ]),
)
const CLOSE = new Map(PAIRS.map(([open = '', close = '']) => [open, close]))
const BEFORE_WORD = /^[\s"'\u201C\u2018\p{Ps}\p{Pi}]*$/u
const AFTER_WORD = /^[\s.,;:!?"'\u060C\u061B\u061F\u201D\u2019\p{Pe}\p{Pf}]$/u

/** The text of items in reading order, brackets of Arabic text named by what they do. */
export function withOpenAndClose(items: Placed[], direction: Direction): string {
  const open: string[] = []
  return items.map((_, index) => named(items, index, open, direction)).join('')
}

function named(items: Placed[], index: number, open: string[], direction: Direction): string {
  const item = items[index] as Placed
  const kind = OPEN.get(item.text)
  const mirrored = (direction === 'rtl') !== (item.inner === true)
  if (!kind || !mirrored) return item.text
  if (isOpening(items, index, open.includes(kind))) {
    open.push(kind)
    return kind
  }
  open.splice(open.lastIndexOf(kind), open.includes(kind) ? 1 : 0)
  return CLOSE.get(kind) as string
}

function isOpening(items: Placed[], index: number, canClose: boolean): boolean {
  const before = BEFORE_WORD.test(items[index - 1]?.text ?? ' ')
  const after = AFTER_WORD.test(items[index + 1]?.text ?? ' ')
  if (before !== after) return before
  return !canClose
}
