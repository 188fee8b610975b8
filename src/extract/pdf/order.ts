/**
 * In which order is a line read that mixes directions? Turns what stands on paper, from left to
 * right, into reading order: the bidirectional algorithm (UAX #9) run backwards. Where paper is
 * ambiguous the reading that people write most is taken, and each such rule says so.
 */
import { bidiClass } from './bidi.js'
import { asDrawn, mirrored, withLostBracket } from './brackets.js'
import { withTurnedBack } from './turned.js'
import type { Item } from './words.js'

export type Direction = 'rtl' | 'ltr'

type Kind = 'right' | 'left' | 'digit' | 'space' | 'sign'
export type Placed = Item & { kind: Kind }
type Range = [first: number, last: number]

const KINDS: Record<string, Kind> = {
  L: 'left',
  R: 'right',
  AL: 'right',
  EN: 'digit',
  AN: 'digit',
  WS: 'space',
}
/** It is no part of the number or symbol before it. */
const NOTE_CALL = /^\[\p{Nd}+\]$/u
/** Signs that hold a number together (class CS), as in 22/12/2016 and 1,250.50. */
const IN_NUMBER = /^[/.,:\u066B\u066C\u00A0]$/u

/**
 * @param items one line from left to right, spaces as items; a tab parts cells that are read one by one
 * @param mixed true where Arabic stands around the line, so that brackets may be named mirrored
 */
export function readingOrder(items: Item[], direction: Direction, mixed: boolean): string {
  const cells = cellsOf(items).map((cell) => readCell(cell, direction, mixed))
  return (direction === 'rtl' ? cells.reverse() : cells).join('\t')
}

function cellsOf(items: Item[]): Item[][] {
  const cells: Item[][] = [[]]
  for (const item of items) {
    if (item.text === '\t') cells.push([])
    else cells.at(-1)?.push(item)
  }
  return cells
}

function readCell(items: Item[], direction: Direction, mixed: boolean): string {
  const placed = items.map((item) => ({ ...item, kind: kindOf(item) }))
  const rtl = direction === 'rtl'
  const drawn = mixed ? asDrawn(rtl ? withLostBracket(placed) : placed, rtl) : placed
  const text = join(rtl ? fromTheRight(drawn) : fromTheLeft(drawn))
  return mixed ? withTurnedBack(tidied(text)) : text
}

function join(items: Placed[]): string {
  return items.map(({ text }) => text).join('')
}

export function kindOf({ text, space }: Item): Kind {
  if (space) return 'space'
  if (NOTE_CALL.test(text)) return 'sign'
  for (const character of text) {
    const kind = KINDS[bidiClass(character)]
    if (kind) return kind
  }
  return 'sign'
}

/** Runs of Latin and numbers as they stand; what is read from the right is drawn mirrored. */
function fromTheRight(items: Placed[]): Placed[] {
  return runsToKeep(items)
    .reverse()
    .flatMap(([first, last]) => {
      const run = items.slice(first, last + 1)
      return run.length > 1 ? run : run.map((item) => ({ ...item, text: mirrored(item.text) }))
    })
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
    return goesOnInLatin(items, end) ? endOfLatin(items, end + 1) : end
  }
  if (opensLatin(items, first)) return endOfLatin(items, first + 1)
  return first
}

/** A number with Latin letters close behind it, as in "3rd" or in "43/2016/CS" at the start of a line. */
function goesOnInLatin(items: Placed[], end: number): boolean {
  const [next, afterNext] = [items[end + 1], items[end + 2]]
  return (
    next?.kind === 'left' ||
    (/^[/.@_-]$/.test(next?.text ?? '') && afterNext?.kind === 'left') ||
    opensLatin(items, end + 1)
  )
}

/** Latin letters take along the numbers and signs up to the last letter or number before Arabic. */
function endOfLatin(items: Placed[], first: number): number {
  let last = first
  for (let next = first; next < items.length && items[next]?.kind !== 'right'; next++) {
    const { kind } = items[next] as Placed
    if (kind === 'digit' && (startsTheLine(items, last, next) || closes(items[next - 1]))) break
    if (kind === 'left' || kind === 'digit') last = next
  }
  return withItsSigns(items, first, last)
}

/**
 * A number that has its sign on the left and a space beyond (".3" with a gap before) is read from
 * the right: it is the number of the paragraph, not the end of the Latin words.
 */
function startsTheLine(items: Placed[], last: number, next: number): boolean {
  const between = join(items.slice(last + 1, next))
  const rest = join(items.slice(next))
  return /^\s.*[.)\u2013-]$/u.test(between) && /^\p{Nd}+\s*$/u.test(rest)
}

function opens(item: Placed | undefined): boolean {
  return item !== undefined && /^\p{Ps}$/u.test(item.text)
}

/** "A/RES/377(V)" keeps the bracket that closes one inside, "A/RES/" at the end of a line its last signs. */
function withItsSigns(items: Placed[], first: number, last: number): number {
  const inside = items.slice(first, last + 1)
  const unclosed = inside.filter(opens).length > inside.filter(closes).length
  const end = unclosed && closes(items[last + 1]) ? last + 1 : last
  const rest = items.slice(end + 1)
  const after = rest.findIndex(({ text }) => !/^[.,;:/?&=_-]$/.test(text))
  const signs = after < 0 ? rest.length : after
  const hangs = signs > 0 && (rest[signs]?.kind ?? 'space') === 'space'
  return hangs ? end + signs : end
}

function closes(item: Placed | undefined): boolean {
  return item !== undefined && /^\p{Pe}$/u.test(item.text)
}

/** A bracket whose partner stands inside the Latin words belongs to them: "(IS) 4". */
function opensLatin(items: Placed[], first: number): boolean {
  if (!opens(items[first]) || items[first + 1]?.kind !== 'left') return false
  const rest = items.slice(first + 1, endOfLatin(items, first + 1) + 1)
  return rest.some(closes)
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
    read.push(...(last > first ? fromTheRight(run) : run))
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
 * The number of a resolution and its series, typed 1/44-POL or, by an Islamic Summit, 1/14-PAL (IS), stands as POL-1/44 between
 * Arabic words, for the hyphen parts them; typed in that order it would look the same. ES-10/10 is a United Nations symbol
 * (emergency special session) and typed as it stands.
 */
const RESOLUTION =
  /(?<![\p{L}\p{Nd}/-])(?!ES-)([A-Z]{1,5}(?: ?\([A-Z]{1,3}\))?)-(\p{Nd}{1,3}\/\p{Nd}{1,3})(?![\p{Nd}/])/gu

/** No word begins with two alefs: some producers name lam-alef with a hamza after the alef alone. */
const LOST_LAM = /(?<=(?<!\p{L})[\u0648\u0641\u0628\u0643]?\u0627)(?=[\u0623\u0625])/gu

/** Fonts draw shadda and a small alef over the name of God, which is typed without them. */
const GOD = /(?<=\p{L})(\u0644)\u0651\u0670(?=\u0647)/gu

/**
 * Two readings that paper cannot tell apart: a range after Arabic letters is printed "20-19" and at
 * the start of a line "19-20", so the smaller number comes first; a per cent sign follows its number.
 * Some producers draw the sign of a paragraph number on its other side, most where it stands alone.
 */
function tidied(text: string): string {
  return text
    .replace(
      /(?<![\p{Nd}\p{L}/.,:-])(\p{Nd}{1,4})-(\p{Nd}{1,4})(?![\p{Nd}\p{L}/-]|[.,:]\p{Nd})/gu,
      rangeInOrder,
    )
    .replace(RESOLUTION, '$2-$1')
    .replace(/^([.-])(\p{Nd}{1,3})(?=\s+\p{Script=Arabic})/u, '$2$1')
    .replace(/^([.\u2013-])(\s?)(\p{Nd}{1,3})$/u, '$3$2$1')
    .replace(LOST_LAM, '\u0644')
    .replace(GOD, '$1')
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
