/** Where is what in a Word 97-2003 file? The file information block, [MS-DOC] 2.5, and the table stream that it points into. */
import { BayanError } from '../../errors.js'
import type { Compound } from './compound.js'

export type Layout = {
  main: Buffer
  table: Buffer
  /** Lengths in characters, in the order of the text: body, footnotes, headers, macros, comments, endnotes, text boxes. */
  lengths: Record<'text' | 'footnotes' | 'headers' | 'comments' | 'endnotes' | 'boxes', number>
  /** The part of the table stream that a pair of numbers in the block names. @param index of the pair ([MS-DOC] 2.5.6) */
  part(index: number): Buffer
  /** Where that part begins in the table stream, and ends. */
  place(index: number): [from: number, to: number]
}

/** Indices of pairs. */
export const PART = {
  styles: 1,
  characters: 12,
  paragraphs: 13,
  pieces: 33,
  lists: 73,
  overrides: 74,
} as const

const [MAGIC, WORD_6, WORD_97] = [0xa5ec, 0xa5dc, 0x00c1]
const [ENCRYPTED, SECOND_TABLE] = [0x0100, 0x0200]
const PAIRS = 0x9a

/** @throws BayanError FILE_DAMAGED, FILE_LOCKED, FORMAT_UNKNOWN for files of Word 95 and before */
export function layoutOf(compound: Compound, path: string): Layout {
  const main = compound.stream('WordDocument')
  if (!main || main.length < PAIRS + 8 * 75)
    throw new BayanError('FILE_DAMAGED', { reason: 'it has no text' })
  const [magic, version, flags] = [0, 2, 0x0a].map((at) => main.readUInt16LE(at)) as [number, number, number]
  if (magic === WORD_6 || (magic === MAGIC && version < WORD_97))
    throw new BayanError('FORMAT_UNKNOWN', { path, kind: 'Word 95 or older' })
  if (magic !== MAGIC) throw new BayanError('FILE_DAMAGED', { reason: 'its first block is not one of Word' })
  if (flags & ENCRYPTED) throw new BayanError('FILE_LOCKED')
  const table = compound.stream(flags & SECOND_TABLE ? '1Table' : '0Table')
  if (!table) throw new BayanError('FILE_DAMAGED', { reason: 'its table stream is missing' })
  const place = (index: number): [number, number] => {
    const from = main.readUInt32LE(PAIRS + index * 8)
    return [from, from + main.readUInt32LE(PAIRS + index * 8 + 4)]
  }
  const length = (at: number) => Math.max(main.readInt32LE(at), 0)
  return {
    main,
    table,
    lengths: {
      text: length(0x4c),
      footnotes: length(0x50),
      headers: length(0x54),
      comments: length(0x5c),
      endnotes: length(0x60),
      boxes: length(0x64),
    },
    place,
    part: (index) => table.subarray(...place(index)),
  }
}
