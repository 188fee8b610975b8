/** Pictures of pages that claim to be larger than anything, lead back to themselves, or end before they begin. */
import { crc32, deflateSync } from 'node:zlib'
import type { Hostile } from './hostile.js'

const MEGABYTE = 1024 * 1024

function chunk(name: string, data: Buffer, length = data.length): Buffer {
  const [head, end] = [Buffer.alloc(8), Buffer.alloc(4)]
  head.writeUInt32BE(length)
  head.write(name, 4, 'latin1')
  end.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])))
  return Buffer.concat([head, data, end])
}

/** @param colour type of colour: 0 gray, 6 with what can be seen through */
function png(width: number, height: number, colour: number, rows: Buffer, ...more: Buffer[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  header[9] = colour
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...more,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** @param entries tag, type, count and value; @param next where the directory after this one is */
function tiff(entries: [number, number, number, number][], next = 0, more = Buffer.alloc(0)): Buffer {
  const bytes = Buffer.alloc(8 + 2 + entries.length * 12 + 4)
  bytes.write('II*\0', 'latin1')
  bytes.writeUInt32LE(8, 4)
  bytes.writeUInt16LE(entries.length, 8)
  for (const [at, [tag, type, count, value]] of entries.entries()) {
    bytes.writeUInt16LE(tag, 10 + at * 12)
    bytes.writeUInt16LE(type, 12 + at * 12)
    bytes.writeUInt32LE(count, 14 + at * 12)
    bytes.writeUInt32LE(value, 18 + at * 12)
  }
  bytes.writeUInt32LE(next, bytes.length - 4)
  return Buffer.concat([bytes, more])
}

const [LONG, WIDTH, HEIGHT, OFFSETS, LENGTHS] = [4, 256, 257, 273, 279]
const PAGE: [number, number, number, number][] = [
  [WIDTH, LONG, 1, 1000],
  [HEIGHT, LONG, 1, 1000],
]
const JPEG = Buffer.from('\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00\x00\x00\x00\x00\x00', 'latin1')
const NOTHING_READ = ['FILE_NO_TEXT_LAYER', 'FILE_DAMAGED', 'FILE_EMPTY']

export const PICTURES: Hostile[] = [
  {
    name: 'larger-than-anything.png',
    bytes: () => png(0x7fffffff, 0x7fffffff, 0, Buffer.alloc(1000)),
    expected: ['ARCHIVE_BOMB'],
  },
  {
    name: 'larger-than-anything-seen-through.png',
    bytes: () => png(30_000, 30_000, 6, Buffer.alloc(MEGABYTE)),
    expected: ['ARCHIVE_BOMB', 'FILE_DAMAGED'],
  },
  {
    name: 'rows-without-end.png',
    bytes: () => png(100, 100, 6, Buffer.alloc(600 * MEGABYTE)),
    expected: [...NOTHING_READ, 'EXTRACT_MEMORY'],
    large: true,
  },
  { name: 'no-width.png', bytes: () => png(0, 0, 0, Buffer.alloc(10)), expected: NOTHING_READ },
  {
    name: 'one-line-high.png',
    bytes: () => png(100_000_000, 1, 0, Buffer.alloc(10)),
    expected: NOTHING_READ,
  },
  {
    name: 'chunk-beyond-the-end.png',
    bytes: () => png(100, 100, 0, Buffer.alloc(100), chunk('tEXt', Buffer.alloc(3), 0xffffffff)),
    expected: NOTHING_READ,
  },
  { name: 'directory-of-itself.tiff', bytes: () => tiff(PAGE, 8), expected: NOTHING_READ },
  {
    name: 'values-without-end.tiff',
    bytes: () => tiff([...PAGE, [OFFSETS, LONG, 0xffffffff, 8]]),
    expected: NOTHING_READ,
  },
  {
    name: 'the-same-strip-a-million-times.tiff',
    bytes: () =>
      tiff(
        [...PAGE, [OFFSETS, LONG, MEGABYTE, 100], [LENGTHS, LONG, MEGABYTE, 100]],
        0,
        Buffer.alloc(4 * MEGABYTE, 1),
      ),
    expected: [...NOTHING_READ, 'EXTRACT_MEMORY', 'EXTRACT_TIMEOUT', 'EXTRACT_CRASHED'],
    large: true,
  },
  {
    name: 'larger-than-anything.tiff',
    bytes: () =>
      tiff([
        [WIDTH, LONG, 1, 0xffffffff],
        [HEIGHT, LONG, 1, 0xffffffff],
      ]),
    expected: ['ARCHIVE_BOMB'],
  },
  { name: 'no-strips.tiff', bytes: () => tiff(PAGE), expected: NOTHING_READ },
  {
    name: 'larger-than-anything.jpg',
    bytes: () =>
      Buffer.concat([
        JPEG,
        Buffer.from('\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03', 'latin1'),
        Buffer.alloc(100),
      ]),
    expected: ['ARCHIVE_BOMB'],
  },
  {
    name: 'segments-of-no-length.jpg',
    bytes: () => Buffer.concat([JPEG, Buffer.from('\xff\xe1\x00\x00'.repeat(100_000), 'latin1')]),
    expected: NOTHING_READ,
  },
]
