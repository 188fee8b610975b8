/**
 * Which streams are in this compound file (OLE, [MS-CFB])? A small file system of sectors in chains; a chain that runs in
 * a circle or out of the file ends there.
 */
import { BayanError } from '../../errors.js'

export type Compound = {
  /** @returns the bytes of a stream of the outermost folder */
  stream(name: string): Buffer | undefined
}

type Entry = { name: string; left: number; right: number; child: number; start: number; size: number }

const [HEADER, ENTRY, NAME_LENGTH] = [512, 128, 64]
/** Sector numbers from here on are signs, such as the end of a chain. */
const LAST_SECTOR = 0xfffffffa

/** @throws BayanError FILE_DAMAGED */
export function openCompound(file: Buffer): Compound {
  if (file.length < HEADER) throw damaged('it ends within its header')
  const sectorSize = 1 << file.readUInt16LE(0x1e)
  const smallSize = 1 << file.readUInt16LE(0x20)
  if (sectorSize < 128 || sectorSize > 4096 || smallSize > sectorSize)
    throw damaged('its sectors have no known size')
  const sector = (number: number) => file.subarray((number + 1) * sectorSize, (number + 2) * sectorSize)
  const count = Math.floor(file.length / sectorSize)
  const table = numbersOf(Buffer.concat(tableSectors(file, sector, sectorSize).map(sector)))
  const chained = (start: number) => Buffer.concat(chain(table, start, count).map(sector))
  const entries = entriesOf(chained(file.readUInt32LE(0x30)))
  const root = entries[0]
  if (!root) throw damaged('it has no folder')
  const small = chained(root.start)
  const smallTable = numbersOf(chained(file.readUInt32LE(0x3c)))
  const smallSector = (number: number) => small.subarray(number * smallSize, (number + 1) * smallSize)
  const cutoff = file.readUInt32LE(0x38)
  return {
    stream: (name) => {
      const entry = inFolder(entries, root.child).find((candidate) => candidate.name === name)
      if (!entry) return undefined
      const sectors =
        entry.size < cutoff
          ? chain(smallTable, entry.start, small.length / smallSize).map(smallSector)
          : chain(table, entry.start, count).map(sector)
      return Buffer.concat(sectors).subarray(0, entry.size)
    },
  }
}

/** Sectors that hold the table of sectors: the first ones are named in the header, the rest in sectors of their own. */
function tableSectors(file: Buffer, sector: (number: number) => Buffer, sectorSize: number): number[] {
  const numbers = [...numbersOf(file.subarray(0x4c, HEADER))]
  const seen = new Set<number>()
  let next = file.readUInt32LE(0x44)
  while (next < LAST_SECTOR && !seen.has(next)) {
    seen.add(next)
    const more = numbersOf(sector(next))
    numbers.push(...more.subarray(0, sectorSize / 4 - 1))
    next = more.at(-1) ?? LAST_SECTOR
  }
  return [...new Set(numbers)].filter((number) => number < LAST_SECTOR)
}

/** @param count of the sectors that there are */
function chain(table: Uint32Array, start: number, count: number): number[] {
  const numbers: number[] = []
  for (let at = start; at < table.length && numbers.length < count; at = table[at] as number) numbers.push(at)
  return numbers
}

function numbersOf(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, at) => bytes.readUInt32LE(at * 4))
}

function entriesOf(folder: Buffer): Entry[] {
  return Array.from({ length: Math.floor(folder.length / ENTRY) }, (_, at) => {
    const entry = folder.subarray(at * ENTRY, (at + 1) * ENTRY)
    const length = Math.min(entry.readUInt16LE(NAME_LENGTH), NAME_LENGTH)
    return {
      name: entry.subarray(0, Math.max(length - 2, 0)).toString('utf16le'),
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    }
  })
}

/** A folder is a tree of names; a stream of an embedded file with the same name lies in another one. */
function inFolder(entries: Entry[], first: number): Entry[] {
  const [found, seen, open] = [[] as Entry[], new Set<number>(), [first]]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = entries[at]
    if (!entry || seen.has(at)) continue
    seen.add(at)
    found.push(entry)
    open.push(entry.left, entry.right)
  }
  return found
}

function damaged(reason: string): BayanError {
  return new BayanError('FILE_DAMAGED', { reason })
}
