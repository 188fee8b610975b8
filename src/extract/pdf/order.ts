/**
 * In which order is a line read that mixes directions? Turns what stands on paper, from left to
 * right, into reading order: the bidirectional algorithm (UAX #9) run backwards. Where paper is
 * ambiguous the reading that people write most is taken, and each such rule says so.
 */
import { bidiClass } from './bidi.js'
import { withOpenAndClose } from './brackets.js'
import type { Item } from './words.js'

export type Direction = 'rtl' | 'ltr'

type Kind = 'right' | 'left' | 'digit' | 'space' | 'sign'
/** `inner` items stand inside a run of the other direction, where brackets are as printed. */
export type Placed = Item & { kind: Kind; inner?: true }
type Range = [first: number, last: number]

const KINDS: Record<string, Kind> = {
  L: 'left',
  R: 'right',
  AL: 'right',
  EN: 'digit',
  AN: 'digit',
  WS: 'space',
}
/** Signs that hold a number together (class CS), as in 22/12/2016 and 1,250.50. */
const IN_NUMBER = /^[/.,:\u066B\u066C\u00A0]$/u

/** @param items one line from left to right, spaces as items */
export function readingOrder(items: Item[], direction: Direction): string {
  const placed = items.map((item) => ({ ...item, kind: kindOf(item) }))
  const read = direction === 'rtl' ? fromTheRight(placed) : fromTheLeft(placed)
  const text = withOpenAndClose(read, direction)
  return direction === 'rtl' ? tidied(text) : text
}

export function kindOf({ text, space }: Item): Kind {
  if (space) return 'space'
  for (const character of text) {
    const kind = KINDS[bidiClass(character)]
    if (kind) return kind
  }
  return 'sign'
}

function fromTheRight(items: Placed[]): Placed[] {
  const read: Placed[] = []
  for (const [first, last] of runsToKeep(items).reverse()) {
    const run = items.slice(first, last + 1)
    const latin = run.some(({ kind }) => kind === 'left')
    read.push(...(latin ? run.map((item): Placed => ({ ...item, inner: true })) : run))
  }
  return read
}

/** Cuts a line into runs that are read from the left: Latin with its numbers, numbers, single items. */
function runsToKeep(items: Placed[]): Range[] {
  const runs: Range[] = []
  for (let first = 0; first < items.length; ) {
    const last = endOfRun(items, first)
    runs.push([first, last])
    first = last + 1
  }
  return runs
}

function endOfRun(items: Placed[], first: number): number {
  const kind = items[first]?.kind
  if (kind === 'left') return endOfLatin(items, first)
  if (kind === 'digit') {
    const end = endOfNumber(items, first)
    return items[end + 1]?.kind === 'left' ? endOfLatin(items, end + 1) : end
  }
  if (opensLatin(items, first)) return endOfLatin(items, first + 1)
  return first
}

/** Latin letters take along the numbers and signs up to the last letter or number before Arabic. */
function endOfLatin(items: Placed[], first: number): number {
  let last = first
  for (let next = first; next < items.length && items[next]?.kind !== 'right'; next++) {
    const { kind } = items[next] as Placed
    if (kind === 'left' || (kind === 'digit' && !startsTheLine(items, last, next))) last = next
  }
  return closedBracket(items, first, last)
}

/**
 * A number that has its sign on the left and a space beyond (".3" with a gap before) is read from
 * the right: it is the number of the paragraph, not the end of the Latin words.
 */
function startsTheLine(items: Placed[], last: number, next: number): boolean {
  const between = items.slice(last + 1, next)
  return (
    between.length > 1 &&
    between[0]?.kind === 'space' &&
    between.at(-1)?.kind === 'sign' &&
    !opens(between.at(-1))
  )
}

function opens(item: Placed | undefined): boolean {
  return item !== undefined && /^\p{Ps}$/u.test(item.text)
}

/** "A/RES/377(V)" keeps the bracket that closes one inside the run. */
function closedBracket(items: Placed[], first: number, last: number): number {
  const next = items[last + 1]
  if (!next || !/^\p{Pe}$/u.test(next.text)) return last
  const inside = items.slice(first, last + 1)
  const open = inside.filter(opens).length - inside.filter(({ text }) => /^\p{Pe}$/u.test(text)).length
  return open > 0 ? last + 1 : last
}

/** A bracket whose partner stands inside the Latin words belongs to them: "(IS) 4". */
function opensLatin(items: Placed[], first: number): boolean {
  if (!opens(items[first]) || items[first + 1]?.kind !== 'left') return false
  const rest = items.slice(first + 1, endOfLatin(items, first + 1) + 1)
  return rest.some(({ text }) => /^\p{Pe}$/u.test(text))
}

function endOfNumber(items: Placed[], first: number): number {
  let last = first
  for (let next = first + 1; next < items.length; next++) {
    const { kind, text } = items[next] as Placed
    if (kind === 'digit') last = next
    else if (!IN_NUMBER.test(text) || last !== next - 1) break
  }
  return last
}

/** Arabic words inside a line that is read from the left: turned as one, their numbers kept. */
function fromTheLeft(items: Placed[]): Placed[] {
  const read: Placed[] = []
  for (let first = 0; first < items.length; ) {
    const last = items[first]?.kind === 'right' ? endOfArabic(items, first) : first
    const run = items.slice(first, last + 1)
    read.push(...(last > first ? fromTheRight(run).map((item): Placed => ({ ...item, inner: true })) : run))
    first = last + 1
  }
  return read
}

function endOfArabic(items: Placed[], first: number): number {
  let last = first
  for (let next = first; next < items.length && items[next]?.kind !== 'left'; next++) {
    if (items[next]?.kind === 'right') last = next
  }
  return last
}

/**
 * Two readings that paper cannot tell apart: a range after Arabic letters is printed "20-19" and at
 * the start of a line "19-20", so the smaller number comes first; a per cent sign follows its number.
 */
function tidied(text: string): string {
  return text
    .replace(
      /(?<![\p{Nd}\p{L}/.,:-])(\p{Nd}{1,4})-(\p{Nd}{1,4})(?![\p{Nd}\p{L}/-]|[.,:]\p{Nd})/gu,
      rangeInOrder,
    )
    .replace(/(?<=^|[\s(])([%\u066A])(\p{Nd}[\p{Nd}.,\u066B\u066C]*)/gu, '$2$1')
}

function rangeInOrder(range: string, one: string, two: string): string {
  const [from, to] = [one, two].map((digits) => Number(digits.normalize('NFKC').replace(/\p{Nd}/gu, toLatin)))
  const comparable = Math.abs(one.length - two.length) <= 1
  return comparable && (from as number) > (to as number) ? `${two}-${one}` : range
}

function toLatin(digit: string): string {
  return String((digit.codePointAt(0) as number) & 0xf)
}
