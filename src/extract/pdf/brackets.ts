/**
 * Which bracket is drawn here? Where text runs from the right, producers differ in whether they name
 * the bracket that was typed or the one that is drawn, so the names are not believed. On paper the
 * left one of a pair always opens to the right; the white around a bracket tells which one it is.
 */
import type { Placed } from './order.js'

const PAIRS = ['()', '[]', '{}', '«»', '‹›']
const LEFT = new Map(
  PAIRS.flatMap(([left = '', right = '']) => [
    [left, left],
    [right, left],
  ]),
)
const RIGHT = new Map(PAIRS.map(([left = '', right = '']) => [left, right]))
/** Letters in brackets behind a number: "A/RES/377(V". */
const UNCLOSED = /^[^(]*\p{Script=Latin}[^(]*\p{Nd}\(\p{Script=Latin}+$/u
/** What may stand outside a bracket, between it and the next white. */
const OUTSIDE = /^[\s.,;:!?"'\u060C\u061B\u061F\p{Quotation_Mark}\p{Ps}\p{Pe}]$/u

/**
 * Programs that do not pair brackets draw the one that closes a Latin symbol on its other side: "(A/RES/377(V" stands
 * for A/RES/377(V). The one inside is named as it is drawn, for it stands among Latin letters.
 * @param items from the left, of a line that is read from the right
 */
export function withLostBracket(items: Placed[]): Placed[] {
  const read: Placed[] = []
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as Placed
    const symbol = /^[()]$/.test(item.text) ? unclosedSymbol(items.slice(at + 1)) : []
    read.push(...symbol, symbol.length > 0 ? { ...item, text: ')' } : item)
    at += symbol.length
  }
  return read
}

/** The items of a symbol with a bracket that nothing closes. */
function unclosedSymbol(items: Placed[]): Placed[] {
  const end = items.findIndex(({ text }) => !/^[\p{Script=Latin}\p{Nd}/.(-]+$/u.test(text))
  const symbol = items.slice(0, end < 0 ? items.length : end)
  const text = symbol.map((item) => item.text).join('')
  const apart =
    OUTSIDE.test(items[symbol.length]?.text ?? ' ') && !/^[()]$/.test(items[symbol.length]?.text ?? '')
  return apart && UNCLOSED.test(text) ? symbol : []
}

/**
 * Items from the left, each bracket named as it is drawn.
 * @param cut may the line end, on its left, with a bracket whose word stands on the next line?
 */
export function asDrawn(items: Placed[], cut: boolean): Placed[] {
  const open: string[] = []
  return items.map((item, index) => {
    const left = LEFT.get(item.text)
    if (!left) return item
    const isCut = cut && index === 0 && items[1]?.kind === 'space'
    const opens = !isCut && isLeft(items, index, open.includes(left))
    if (opens) open.push(left)
    else if (open.includes(left)) open.splice(open.lastIndexOf(left), 1)
    return { ...item, text: opens ? left : (RIGHT.get(left) as string) }
  })
}

/** The other one of a pair; anything else as it is. */
export function mirrored(text: string): string {
  const left = LEFT.get(text)
  return left === undefined ? text : left === text ? (RIGHT.get(text) as string) : left
}

function isLeft(items: Placed[], index: number, canClose: boolean): boolean {
  const before = OUTSIDE.test(items[index - 1]?.text ?? ' ')
  const after = OUTSIDE.test(items[index + 1]?.text ?? ' ')
  return before === after ? !canClose : before
}
