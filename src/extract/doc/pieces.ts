/** Which characters does the text of a Word 97-2003 file have, and where in the file does each lie? [MS-DOC] 2.4.1 */
import { BayanError } from '../../errors.js'
import { decodeBytes } from '../code-pages.js'
import { type Layout, PART } from './layout.js'

type Piece = { from: number; to: number; offset: number; width: 1 | 2 }

export type Text = {
  characters: string
  /** @returns where in the file a character lies */
  offsetOf(position: number): number
  /** @returns the positions of the characters that lie in this part of the file */
  within(from: number, to: number): [from: number, to: number][]
}

const [FORMATTING, PIECES] = [1, 2]
const COMPRESSED = 0x40000000

/** @throws BayanError FILE_DAMAGED */
export function readText(layout: Layout): Text {
  const pieces = piecesOf(layout)
  const characters = pieces.map((piece) => textOf(layout.main, piece)).join('')
  return {
    characters,
    offsetOf: (position) => {
      const piece = pieces.find(({ from, to }) => position >= from && position < to)
      return piece ? piece.offset + (position - piece.from) * piece.width : -1
    },
    within: (from, to) =>
      pieces.flatMap((piece) => {
        const first = piece.from + Math.max(0, Math.ceil((from - piece.offset) / piece.width))
        const last = Math.min(piece.to, piece.from + Math.ceil((to - piece.offset) / piece.width))
        return last > first ? [[first, last] as [number, number]] : []
      }),
  }
}

function piecesOf(layout: Layout): Piece[] {
  const bytes = layout.part(PART.pieces)
  let at = 0
  while (bytes[at] === FORMATTING && at + 3 <= bytes.length) at += 3 + bytes.readUInt16LE(at + 1)
  if (bytes[at] !== PIECES || at + 5 > bytes.length)
    throw new BayanError('FILE_DAMAGED', { reason: 'its text is not to be found' })
  const list = bytes.subarray(at + 5, at + 5 + bytes.readUInt32LE(at + 1))
  const count = Math.floor((list.length - 4) / 12)
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const [from, to] = [list.readUInt32LE(index * 4), list.readUInt32LE(index * 4 + 4)]
    const place = list.readUInt32LE((count + 1) * 4 + index * 8 + 2)
    const compressed = (place & COMPRESSED) !== 0
    const offset = place & 0x3fffffff
    return compressed
      ? { from, to, offset: offset / 2, width: 1 as const }
      : { from, to, offset, width: 2 as const }
  })
}

/** As long as its place says, whatever the file holds of it: positions must stay right. */
function textOf(main: Buffer, { from, to, offset, width }: Piece): string {
  const length = Math.min(Math.max(to - from, 0), Math.ceil(main.length / width))
  const bytes = main.subarray(offset, offset + length * width)
  const text = width === 2 ? bytes.toString('utf16le') : decodeBytes(bytes, 'windows-1252')
  return text.padEnd(length, '\uFFFD')
}
