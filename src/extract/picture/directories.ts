/** What does a TIFF file say about each of its pages? Its directories: numbers under numbers (TIFF 6.0, section 2). */
import { BayanError } from '../../errors.js'

export type Entries = Map<number, number[]>

/** Bytes of a value by its type: byte, text, short, long, ratio; signed ones alike. */
const BYTES: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 }
const RATIO = 5
/** No file of a scanner comes near it; a directory that leads back to itself would go on for ever. */
const MOST_PAGES = 5000
const ENTRY_BYTES = 12

/** @throws BayanError FILE_DAMAGED */
export function readDirectories(bytes: Buffer): Entries[] {
  const isLittle = bytes[0] === 0x49
  const number = (at: number, size: number) => {
    if (at + size > bytes.length) throw new BayanError('FILE_DAMAGED', { reason: 'the TIFF is cut short' })
    return isLittle ? bytes.readUIntLE(at, size) : bytes.readUIntBE(at, size)
  }
  const directories: Entries[] = []
  const seen = new Set<number>()
  for (let at = number(4, 4); at !== 0 && !seen.has(at) && seen.size < MOST_PAGES; ) {
    seen.add(at)
    const count = number(at, 2)
    const places = Array.from({ length: count }, (_, entry) => at + 2 + entry * ENTRY_BYTES)
    directories.push(new Map(places.map((place) => [number(place, 2), valuesAt(place, number)])))
    at = number(at + 2 + count * ENTRY_BYTES, 4)
  }
  return directories
}

function valuesAt(place: number, number: (at: number, size: number) => number): number[] {
  const [type, count] = [number(place + 2, 2), number(place + 4, 4)]
  const size = BYTES[type] ?? 0
  if (size === 0) return []
  const start = size * count <= 4 ? place + 8 : number(place + 8, 4)
  number(start + size * count - size, 1)
  return Array.from({ length: count }, (_, at) => {
    const value = start + at * size
    return type === RATIO ? number(value, 4) / Math.max(1, number(value + 4, 4)) : number(value, size)
  })
}
