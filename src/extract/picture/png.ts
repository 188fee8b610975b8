/** The page in a PNG file. PDF unpacks rows as PNG packs them; only what can be seen through or is interlaced is unpacked here. */
import { deflateSync } from 'node:zlib'
import { decode } from 'fast-png'
import { BayanError } from '../../errors.js'
import type { Paper } from './paper.js'

const SIGNATURE_BYTES = 8
const PALETTE = 3
/** By the type of colour (PNG, table 11.1): how many numbers a pixel has, where PDF can say the same. */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, [PALETTE]: 1 }
const INCH = 0.0254
const WHITE = 255

type Chunk = { name: string; data: Buffer }

/** @throws BayanError FILE_DAMAGED */
export function pngPapers(bytes: Uint8Array): Paper[] {
  const chunks = chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  const named = (wanted: string) => chunks.filter(({ name }) => name === wanted).map(({ data }) => data)
  const [header] = named('IHDR')
  if (header?.length !== 13) throw new BayanError('FILE_DAMAGED', { reason: 'the PNG has no header' })
  const [width, height, depth, colour, interlaced] = [
    header.readUInt32BE(0),
    header.readUInt32BE(4),
    header[8],
    header[9] as number,
    header[12],
  ]
  const channels = CHANNELS[colour]
  const [palette] = named('PLTE')
  const place = { left: 0, top: 0, width, height }
  const dots = dotsOf(named('pHYs')[0])
  const size = { width, height, ...(dots && { dots }) }
  if (!channels || interlaced) return [{ ...size, parts: [{ ...place, ...unpacked(bytes) }] }]
  const rows = `/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors ${channels} /BitsPerComponent ${depth} /Columns ${width} >>`
  const entries = `/ColorSpace ${spaceOf(channels, palette)} /BitsPerComponent ${depth} ${rows}`
  return [{ ...size, parts: [{ ...place, entries, data: Buffer.concat(named('IDAT')) }] }]
}

function chunksOf(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = SIGNATURE_BYTES; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const data = bytes.subarray(at + 8, at + 8 + length)
    chunks.push({ name: bytes.toString('latin1', at + 4, at + 8), data })
    at += 12 + length
  }
  return chunks
}

function spaceOf(channels: number, palette: Buffer | undefined): string {
  if (palette && channels === 1)
    return `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${palette.toString('hex')}>]`
  return channels === 1 ? '/DeviceGray' : '/DeviceRGB'
}

function dotsOf(density: Buffer | undefined): number | undefined {
  return density?.[8] === 1 ? density.readUInt32BE(0) * INCH : undefined
}

/** In gray, on white paper. */
function unpacked(bytes: Uint8Array): { entries: string; data: Buffer } {
  const { data, width, height, depth, channels } = decode(bytes)
  const most = 2 ** depth - 1
  const hasAlpha = channels === 2 || channels === 4
  const gray = Buffer.alloc(width * height)
  for (let at = 0; at < gray.length; at++) {
    const [first, last] = [at * channels, at * channels + channels - 1]
    const light = channels > 2 ? (data[first + 1] as number) : (data[first] as number)
    const seen = hasAlpha ? (data[last] as number) / most : 1
    gray[at] = WHITE - (WHITE - (light * WHITE) / most) * seen
  }
  return {
    entries: '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode',
    data: deflateSync(gray),
  }
}
