/** The pages in a TIFF file (TIFF 6.0): strips or tiles, each packed for itself in one of the ways that PDF knows too. */
import { BayanError } from '../../errors.js'
import { type Entries, readDirectories } from './directories.js'
import type { Paper, Part } from './paper.js'

/** Numbers of the entries that are read. */
const TAG = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  resolution: 282,
  planes: 284,
  faxOptions: 292,
  unit: 296,
  predictor: 317,
  colours: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
  jpegTables: 347,
}
const FAX = [3, 4]
const JPEG = 7
const CENTIMETRE = 3
const WHITE_IS_ZERO = 0
const PALETTE = 3
const INKS = 5
const LAST_BIT_FIRST = 2

type One = (tag: number, otherwise?: number) => number

/** @throws BayanError FILE_DAMAGED, FORMAT_UNKNOWN */
export function tiffPapers(data: Uint8Array): Paper[] {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.length)
  return readDirectories(bytes).map((entries) => paperOf(bytes, entries))
}

function paperOf(bytes: Buffer, entries: Entries): Paper {
  const one: One = (tag, otherwise = 0) => entries.get(tag)?.[0] ?? otherwise
  const [width, height] = [one(TAG.width), one(TAG.height)]
  if (width === 0 || height === 0)
    throw new BayanError('FILE_DAMAGED', { reason: 'a page of the TIFF has no size' })
  const dots = one(TAG.resolution) * (one(TAG.unit, 2) === CENTIMETRE ? 2.54 : 1)
  const parts = placesOf(entries, one).map((place) => {
    const packed = bytes.subarray(place.from, place.from + place.length)
    const data = unpackable(packed, entries, one)
    return { ...place, entries: dictionaryOf(place, entries, one), data }
  })
  return { width, height, ...(dots && { dots }), parts }
}

type Place = Omit<Part, 'entries' | 'data'> & { from: number; length: number }

function placesOf(entries: Entries, one: One): Place[] {
  const [width, height] = [one(TAG.width), one(TAG.height)]
  const isTiled = entries.has(TAG.tileOffsets)
  const wide = isTiled ? one(TAG.tileWidth) : width
  const high = isTiled ? one(TAG.tileHeight) : Math.min(height, one(TAG.rowsPerStrip, height))
  const offsets = entries.get(isTiled ? TAG.tileOffsets : TAG.stripOffsets) ?? []
  const lengths = entries.get(isTiled ? TAG.tileBytes : TAG.stripBytes) ?? []
  const across = Math.ceil(width / wide)
  return offsets.map((from, at) => {
    const [left, top] = [(at % across) * wide, Math.floor(at / across) * high]
    return {
      left,
      top,
      width: wide,
      height: isTiled ? high : Math.min(high, height - top),
      from,
      length: lengths[at] ?? 0,
    }
  })
}

function dictionaryOf({ width, height }: Place, entries: Entries, one: One): string {
  const [bits, samples] = [one(TAG.bits, 1), one(TAG.samples, 1)]
  const photometric = one(TAG.photometric)
  if (one(TAG.planes, 1) !== 1) throw unknown('planes apart')
  if (bits > 8) throw unknown(`${bits} bits for a colour`)
  const filter = filterOf(one, width, height)
  const isFax = FAX.includes(one(TAG.compression))
  const decode = photometric === WHITE_IS_ZERO && !isFax ? '/Decode [1 0]' : ''
  return `/ColorSpace ${spaceOf(photometric, samples, entries)} /BitsPerComponent ${bits} ${decode} ${filter}`
}

function spaceOf(photometric: number, samples: number, entries: Entries): string {
  if (photometric === PALETTE) {
    const colours = entries.get(TAG.colours) ?? []
    const count = colours.length / 3
    const table = Array.from({ length: count }, (_, at) =>
      [0, 1, 2].map((part) => (colours[at + part * count] ?? 0) >> 8),
    )
    return `[/Indexed /DeviceRGB ${count - 1} <${Buffer.from(table.flat()).toString('hex')}>]`
  }
  if (samples === 1) return '/DeviceGray'
  if (samples === 3) return '/DeviceRGB'
  if (samples === 4 && photometric === INKS) return '/DeviceCMYK'
  throw unknown(`${samples} numbers for a pixel`)
}

/** By the number of the compression (TIFF 6.0, section 8 and supplements). */
function filterOf(one: One, width: number, height: number): string {
  const compression = one(TAG.compression, 1)
  const rows = one(TAG.predictor, 1) === 2 ? 2 : 1
  const parameters = `/DecodeParms << /Predictor ${rows} /Colors ${one(TAG.samples, 1)} /BitsPerComponent ${one(TAG.bits, 1)} /Columns ${width} >>`
  const blackIsOne = one(TAG.photometric) !== WHITE_IS_ZERO
  const fax = (k: number) =>
    `/Filter /CCITTFaxDecode /DecodeParms << /K ${k} /Columns ${width} /Rows ${height} /BlackIs1 ${blackIsOne} >>`
  switch (compression) {
    case 1:
      return ''
    case 3:
      return fax(one(TAG.faxOptions) & 1)
    case 4:
      return fax(-1)
    case 5:
      return `/Filter /LZWDecode ${parameters}`
    case JPEG:
      return '/Filter /DCTDecode'
    case 8:
    case 32946:
      return `/Filter /FlateDecode ${parameters}`
    case 32773:
      return '/Filter /RunLengthDecode'
  }
  throw unknown(`compression ${compression}`)
}

function unpackable(packed: Buffer, entries: Entries, one: One): Uint8Array {
  const compression = one(TAG.compression, 1)
  if (FAX.includes(compression) && one(TAG.fillOrder, 1) === LAST_BIT_FIRST) return packed.map(turnedRound)
  const tables = entries.get(TAG.jpegTables)
  // The tables are a picture without a frame: their end mark and the start mark of the strip fall away.
  if (compression === JPEG && tables)
    return Buffer.concat([Buffer.from(tables).subarray(0, -2), packed.subarray(2)])
  return packed
}

function turnedRound(byte: number): number {
  return [0, 1, 2, 3, 4, 5, 6, 7].reduce((sum, bit) => sum | (((byte >> bit) & 1) << (7 - bit)), 0)
}

function unknown(what: string): BayanError {
  return new BayanError('FORMAT_UNKNOWN', { path: 'The TIFF', kind: what })
}
