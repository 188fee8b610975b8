/** What do scanners do to a page? Each kind of scan as a function of a clean picture, always with the same result for the same picture. */
import { type Gray, halfTurned, quarterTurned, turned } from '../../src/extract/ocr/gray.js'

export type Scan = { name: string; dots: number; of: (picture: Gray) => Gray }

const WHITE = 255

export const SCANS: Scan[] = [
  { name: '150 dpi', dots: 150, of: (picture) => picture },
  { name: '200 dpi', dots: 200, of: (picture) => picture },
  { name: '300 dpi', dots: 300, of: (picture) => picture },
  { name: '1 degree', dots: 200, of: (picture) => turned(picture, 1) },
  { name: '5 degrees', dots: 200, of: (picture) => turned(picture, 5) },
  { name: '10 degrees back', dots: 200, of: (picture) => turned(picture, -10) },
  { name: 'on its side', dots: 200, of: quarterTurned },
  { name: 'on its head, 3 degrees', dots: 200, of: (picture) => halfTurned(turned(picture, 3)) },
  { name: 'faint, gray paper', dots: 200, of: (picture) => each(picture, (gray) => 165 + gray * 0.2) },
  { name: 'shadow', dots: 200, of: (picture) => each(picture, (gray, x) => gray * (1 - 0.75 * x)) },
  {
    name: 'noise',
    dots: 200,
    of: (picture) => each(picture, (gray, ...[, , at]) => gray + 160 * (chance(at) - 0.5)),
  },
  { name: 'black and white', dots: 200, of: (picture) => each(picture, (gray) => (gray < 170 ? 0 : WHITE)) },
]

/** @param change the gray of a pixel, how far it is from the left and the top (0 to 1), and its place */
function each(picture: Gray, change: (gray: number, x: number, y: number, at: number) => number): Gray {
  const { data, width, height } = picture
  const changed = data.map((gray, at) =>
    Math.min(WHITE, Math.max(0, change(gray, (at % width) / width, at / width / height, at))),
  )
  return { data: changed, width, height }
}

/** 0 to 1, as if by chance (the finaliser of MurmurHash3). */
function chance(at: number): number {
  let hash = Math.imul(at ^ (at >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
