/** What is known of each paragraph, and which characters were taken out or hidden? The formatted disk pages, [MS-DOC] 2.9.33 and 2.9.174. */
import { type Layout, PART } from './layout.js'

/** Property modifiers of [MS-DOC] 2.6: what one changes, and to which value. */
export type Modifier = { name: number; value: number }
export type Paragraph = { style: number; modifiers: Modifier[] }

type Run = { from: number; to: number; bytes: Buffer }

export const MODIFIER = {
  deleted: 0x0800,
  hidden: 0x083c,
  pageBreakBefore: 0x2407,
  inTable: 0x2416,
  rowEnd: 0x2417,
  level: 0x260a,
  list: 0x460b,
  style: 0x4600,
  spaceBefore: 0xa413,
  spaceAfter: 0xa414,
  close: 0x246d,
} as const
const PAGE = 512
const TABLE_DEFINITION = 0xd608
/** Bytes of the operand for each value of the highest three bits; 0 where the first byte says it. */
const OPERAND = [1, 1, 2, 4, 2, 2, 0, 3]

/** @returns what is known of the paragraph whose end lies at an offset of the file */
export function paragraphProperties(layout: Layout): (offset: number) => Paragraph {
  const runs = pages(layout, PART.paragraphs)
    .flatMap((page) => runsOf(page, 13, paragraphBytes))
    .sort((a, b) => a.from - b.from)
  return (offset) => {
    const run = last(runs, offset)
    if (!run || offset >= run.to || run.bytes.length < 2) return { style: 0, modifiers: [] }
    return { style: run.bytes.readUInt16LE(0), modifiers: modifiersOf(run.bytes.subarray(2)) }
  }
}

/** @returns the parts of the file whose characters a reader does not see */
export function unseen(layout: Layout): [from: number, to: number][] {
  return pages(layout, PART.characters)
    .flatMap((page) => runsOf(page, 1, characterBytes))
    .filter(({ bytes }) =>
      modifiersOf(bytes).some(
        ({ name, value }) => (name === MODIFIER.deleted || name === MODIFIER.hidden) && value === 1,
      ),
    )
    .map(({ from, to }) => [from, to])
}

export function modifiersOf(bytes: Buffer): Modifier[] {
  const modifiers: Modifier[] = []
  let at = 0
  while (at + 3 <= bytes.length) {
    const name = bytes.readUInt16LE(at)
    const size = operandSize(bytes, at + 2, name)
    const operand = bytes.subarray(at + 2, at + 2 + size)
    modifiers.push({
      name,
      value:
        operand.length === 1 ? (operand[0] as number) : operand.length >= 2 ? operand.readUInt16LE(0) : 0,
    })
    at += 2 + size
  }
  return modifiers
}

function operandSize(bytes: Buffer, at: number, name: number): number {
  if (name === TABLE_DEFINITION) return at + 2 <= bytes.length ? bytes.readUInt16LE(at) + 1 : 2
  return OPERAND[name >> 13] || 1 + (bytes[at] ?? 0)
}

function pages({ main, part }: Layout, index: number): Buffer[] {
  const list = part(index)
  const count = Math.max(Math.floor((list.length - 4) / 8), 0)
  return Array.from({ length: count }, (_, at) => {
    const number = list.readUInt32LE((count + 1) * 4 + at * 4) & 0x3fffff
    return main.subarray(number * PAGE, (number + 1) * PAGE)
  }).filter((page) => page.length === PAGE)
}

/** @param width bytes that say for each run where its properties are */
function runsOf(page: Buffer, width: number, bytesAt: (page: Buffer, at: number) => Buffer): Run[] {
  const count = page[PAGE - 1] as number
  if ((count + 1) * 4 + count * width > PAGE) return []
  return Array.from({ length: count }, (_, at) => {
    const place = (page[(count + 1) * 4 + at * width] as number) * 2
    return {
      from: page.readUInt32LE(at * 4),
      to: page.readUInt32LE(at * 4 + 4),
      bytes: place === 0 ? Buffer.alloc(0) : bytesAt(page, place),
    }
  })
}

function paragraphBytes(page: Buffer, at: number): Buffer {
  const words = page[at] as number
  if (words > 0) return page.subarray(at + 1, at + words * 2)
  return page.subarray(at + 2, at + 2 + (page[at + 1] ?? 0) * 2)
}

function characterBytes(page: Buffer, at: number): Buffer {
  return page.subarray(at + 1, at + 1 + (page[at] as number))
}

/** The last run that begins at or before the offset. */
function last(runs: Run[], offset: number): Run | undefined {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle] as Run).from <= offset) low = middle + 1
    else high = middle
  }
  return runs[low - 1]
}
