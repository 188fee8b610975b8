/** Files of Word 97 to 2003 whose sectors, folder and pieces lie about where they are and how long. */
import { compoundFile } from './compound.js'
import type { Hostile } from './hostile.js'

const MEGABYTE = 1024 * 1024
const [SECTOR, FOLDER] = [512, 1024]
/** Places in the block of a Word file ([MS-DOC] 2.5): length of the text, and of the pair that names the pieces. */
const [TEXT_LENGTH, PIECES] = [0x4c, 0x9a + 33 * 8]

/** A file of one text in as many pieces; each `piece` gives where its characters begin and end, and where they lie. */
function docOf(pieces: [from: number, to: number, place: number][], length = 40): Buffer {
  const main = Buffer.alloc(4096, ' ')
  main.fill(0, 0, 0x9a + 8 * 93)
  main.writeUInt16LE(0xa5ec, 0)
  main.writeUInt16LE(0x00c1, 2)
  main.writeInt32LE(length, TEXT_LENGTH)
  main.write('The Meeting reaffirmed its own decision.', 2048, 'latin1')
  const list = Buffer.alloc((pieces.length + 1) * 4 + pieces.length * 8)
  for (const [at, [from, to, place]] of pieces.entries()) {
    list.writeUInt32LE(from, at * 4)
    list.writeUInt32LE(to, at * 4 + 4)
    list.writeUInt32LE(place, (pieces.length + 1) * 4 + at * 8 + 2)
  }
  const table = Buffer.alloc(Math.max(4096, list.length + 5))
  table[0] = 2
  table.writeUInt32LE(list.length, 1)
  list.copy(table, 5)
  main.writeUInt32LE(0, PIECES)
  main.writeUInt32LE(list.length + 5, PIECES + 4)
  return compoundFile({ WordDocument: main, '0Table': table })
}

const COMPRESSED = 0x40000000
const GOOD: [number, number, number] = [0, 40, COMPRESSED | (2048 * 2)]

function spoilt(spoil: (bytes: Buffer) => void, file = docOf([GOOD])): Buffer {
  spoil(file)
  return file
}

export const COMPOUNDS: Hostile[] = [
  { name: 'small-but-good.doc', bytes: () => docOf([GOOD]), expected: ['read'] },
  {
    name: 'sectors-of-two-gigabytes.doc',
    bytes: () => spoilt((bytes) => bytes.writeUInt16LE(31, 0x1e)),
    expected: ['FILE_DAMAGED'],
  },
  {
    name: 'sectors-of-one-byte.doc',
    bytes: () => spoilt((bytes) => bytes.writeUInt16LE(0, 0x1e)),
    expected: ['FILE_DAMAGED'],
  },
  {
    name: 'stream-of-four-gigabytes.doc',
    bytes: () => spoilt((bytes) => bytes.writeUInt32LE(0xffffffff, FOLDER + 128 + 120)),
    expected: ['read', 'FILE_DAMAGED'],
  },
  {
    name: 'folder-in-a-circle.doc',
    bytes: () =>
      spoilt((bytes) => {
        bytes.writeUInt32LE(1, FOLDER + 128 + 68)
        bytes.writeUInt32LE(1, FOLDER + 128 + 72)
      }),
    expected: ['FILE_DAMAGED', 'read'],
  },
  {
    name: 'folder-elsewhere.doc',
    bytes: () => spoilt((bytes) => bytes.writeUInt32LE(0x00fffff0, 0x30)),
    expected: ['FILE_DAMAGED'],
  },
  {
    name: 'table-of-tables-in-a-circle.doc',
    bytes: () =>
      spoilt((bytes) => {
        bytes.writeUInt32LE(0, 0x44)
        bytes.writeUInt32LE(0xfffffff0, 0x48)
      }),
    expected: ['read', 'FILE_DAMAGED'],
  },
  {
    name: 'million-sectors-in-a-circle.doc',
    bytes: millionSectors,
    expected: ['FILE_EMPTY', 'FILE_DAMAGED'],
  },
  {
    name: 'piece-that-ends-before-it-begins.doc',
    bytes: () => docOf([[4_000_000_000, 3, 2048], GOOD]),
    expected: ['read', 'FILE_EMPTY'],
  },
  {
    name: 'pieces-beyond-the-file.doc',
    bytes: () => docOf([[0, 0x7fffffff, 0x3ffffff0]], 0x7fffffff),
    expected: ['FILE_EMPTY', 'FILE_DAMAGED', 'read'],
  },
  {
    name: 'text-of-negative-length.doc',
    bytes: () => docOf([GOOD], -40),
    expected: ['FILE_EMPTY'],
  },
  {
    name: 'the-same-piece-a-thousand-times.doc',
    bytes: () =>
      docOf(
        Array.from({ length: 4000 }, () => [0, 0x7fffffff, COMPRESSED]),
        0x7fffffff,
      ),
    expected: ['EXTRACT_OUTPUT_TOO_LARGE', 'read', 'FILE_EMPTY'],
  },
]

/** A table of sectors that names the first sector a million times as the next part of itself. */
function millionSectors(): Buffer {
  const file = Buffer.concat([docOf([GOOD]), Buffer.alloc(32 * MEGABYTE)])
  const sectors = Math.floor(file.length / SECTOR) - 1
  const first = sectors - 60_000
  file.writeUInt32LE(first, 0x44)
  for (let sector = first; sector < sectors; sector++) {
    const at = (sector + 1) * SECTOR
    for (let place = 0; place < 127; place++) file.writeUInt32LE(0, at + place * 4)
    file.writeUInt32LE(sector + 1 < sectors ? sector + 1 : 0xfffffffe, at + 127 * 4)
  }
  // Each sector leads to the first one again.
  file.fill(0, SECTOR, 2 * SECTOR)
  return file
}
