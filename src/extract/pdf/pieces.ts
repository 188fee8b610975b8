/**
 * In which order do the glyphs of a line stand? By place, but where pieces were drawn over each other (the producer took its
 * font for narrower) each piece is read as a whole.
 */
import type { Cluster } from './clusters.js'
import { isSpace } from './spaces.js'

/** Glyphs of one font that were drawn one after the other in one direction, each beside the one before. */
type Piece = { clusters: Cluster[]; x0: number; x1: number }

/** In sizes: glyphs further apart are not of one piece; letters share less, pieces that share as much lie over each other. */
const BESIDE = 0.3
const UNDER = 0.15
const OVER = 0.6

/** @returns the clusters of one line from the left */
export function fromTheLeft(clusters: Cluster[]): Cluster[] {
  const byPlace = clusters.toSorted((one, two) => centre(one) - centre(two))
  if (!byPlace.some((cluster, at) => at > 0 && isUnder(cluster, byPlace[at - 1] as Cluster))) return byPlace
  const pieces = piecesOf(clusters)
  if (!areOver(pieces)) return byPlace
  return pieces.toSorted((one, two) => one.x0 - two.x0).flatMap((piece) => piece.clusters)
}

function isUnder(cluster: Cluster, left: Cluster): boolean {
  return left.x1 - cluster.x0 > UNDER * cluster.size
}

function centre({ x0, x1 }: Cluster): number {
  return (x0 + x1) / 2
}

function piecesOf(clusters: Cluster[]): Piece[] {
  const pieces: Cluster[][] = []
  for (const cluster of clusters.toSorted((one, two) => one.order - two.order)) {
    const last = pieces.at(-1)
    if (last && goesOn(last, cluster)) last.push(cluster)
    else pieces.push([cluster])
  }
  return pieces.map((piece) => ({
    clusters: piece.toSorted((one, two) => centre(one) - centre(two)),
    x0: Math.min(...piece.map(({ x0 }) => x0)),
    x1: Math.max(...piece.map(({ x1 }) => x1)),
  }))
}

function goesOn(piece: Cluster[], next: Cluster): boolean {
  const [before, last] = [piece.at(-2), piece.at(-1) as Cluster]
  if (last.y !== next.y || last.font !== next.font) return false
  const toTheRight = next.x0 > last.x0
  if (before && last.x0 > before.x0 !== toTheRight) return false
  const gap = (toTheRight ? next.x0 - last.x1 : last.x0 - next.x1) / next.size
  return gap < BESIDE && gap > -OVER
}

function areOver(pieces: Piece[]): boolean {
  const words = pieces.filter(isWord).toSorted((one, two) => one.x0 - two.x0)
  let end = Number.NEGATIVE_INFINITY
  for (const { clusters, x0, x1 } of words) {
    const least = clusters.length > 1 ? OVER * (clusters[0] as Cluster).size : (x1 - x0) / 2
    if (end - x0 > least) return true
    end = Math.max(end, x1)
  }
  return false
}

/** A letter alone may be one that its font draws under the next; spaces may all be drawn before the letters. */
function isWord({ clusters }: Piece): boolean {
  return clusters.filter((cluster) => !isSpace(cluster)).length > 1 || /\p{Nd}/u.test(clusters[0]?.text ?? '')
}
