/**
 * The picture as if its paper were white and its ink black everywhere: shadows, gray paper and faint print, which the engine
 * would take for ink or for nothing, are evened out.
 */
import type { Gray } from './gray.js'

/** Pixels of the side of a tile: a few lines of text. */
const TILE = 48
/** Shares of the pixels of a tile that are darker than its paper, and of a page that are darker than its ink. */
const PAPER = 0.8
const INK = 0.003
/** Darker paper is a black edge or a picture. */
const DARKEST_PAPER = 64
/** Less between paper and ink is the grain of an empty page. */
const LEAST_CONTRAST = 32
const WHITE = 255

export function evenlyLit(picture: Gray): Gray {
  const flat = onWhitePaper(picture)
  const contrast = Math.max(WHITE - quantile(flat, INK), LEAST_CONTRAST)
  return { ...picture, data: flat.map((gray) => Math.max(0, WHITE - ((WHITE - gray) * WHITE) / contrast)) }
}

/** Between the centres of tiles the paper is as bright as they are, each by how near it is. */
function onWhitePaper({ data, width, height }: Gray): Uint8Array {
  const rows = tileRows({ data, width, height })
  const across = Array.from({ length: width }, (_, x) => placeAmong(x, rows[0]?.length ?? 1))
  const flat = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    const [top, down] = placeAmong(y, rows.length)
    const [above, below] = [rows[top], rows[top + 1] ?? rows[top]] as [number[], number[]]
    const level = above.map((paper, at) => paper * (1 - down) + (below[at] as number) * down)
    for (let x = 0; x < width; x++) {
      const [left, right] = across[x] as Place
      const paper = (level[left] as number) * (1 - right) + (level[left + 1] ?? 0) * right
      flat[y * width + x] = Math.min(WHITE, ((data[y * width + x] as number) * WHITE) / paper)
    }
  }
  return flat
}

/** @returns how bright the paper of each tile is */
function tileRows({ data, width, height }: Gray): number[][] {
  const tiles = (length: number) => Array.from({ length: Math.ceil(length / TILE) }, (_, at) => at * TILE)
  return tiles(height).map((top) =>
    tiles(width).map((left) => {
      const rows = Array.from(
        { length: Math.min(TILE, height - top) },
        (_, row) => (top + row) * width + left,
      )
      const pixels = rows.flatMap((at) => [...data.subarray(at, at + Math.min(TILE, width - left))])
      return Math.max(DARKEST_PAPER, quantile(pixels, PAPER))
    }),
  )
}

type Place = [tile: number, way: number]

/** @returns the tile whose centre lies before this pixel, and the part of the way to the next one */
function placeAmong(pixel: number, tiles: number): Place {
  const place = Math.min(Math.max(0, (pixel + 0.5) / TILE - 0.5), tiles - 1)
  return [Math.floor(place), place % 1]
}

function quantile(values: ArrayLike<number>, share: number): number {
  const counts = new Array<number>(WHITE + 1).fill(0)
  for (let at = 0; at < values.length; at++)
    counts[values[at] as number] = (counts[values[at] as number] ?? 0) + 1
  let left = share * values.length
  return counts.findIndex((count) => {
    left -= count
    return left < 0
  })
}
