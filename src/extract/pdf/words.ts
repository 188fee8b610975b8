/**
 * Where does one word end on paper? A space glyph ends it, and so does a gap. How wide the gap must
 * be follows from the letters: inside an Arabic word a letter that joins leaves none, one that does
 * not join leaves a little, and a form made to end a word needs hardly any.
 */
import { PRESENTATION_FORMS } from '../../arabic/characters.js'
import type { Cluster } from './clusters.js'

export type Item = { text: string; space: boolean }

/** Gaps that part two words, in sizes. */
const GAP = { spaced: 0.45, bare: 0.17, joined: 0.12 }
const SPACE: Item = { text: ' ', space: true }
const PRESENTATION = new RegExp(`[${PRESENTATION_FORMS}]`, 'u')
/** Letters that join on their left: every Arabic letter but those that only join to the right. */
const JOINS_ON =
  /^(?![\u0621-\u0625\u0627\u0629\u062F-\u0632\u0648\u0649\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06C0\u06C3-\u06CB\u06CF\u06D2\u06D3\u06D5])\p{Script=Arabic}\p{M}*$/u

/** True where the producer wrote spaces as glyphs, so that gaps need not stand for them. */
export function writesSpaces(clusters: Cluster[]): boolean {
  const spaces = clusters.filter(isSpace).length
  return spaces > clusters.length * 0.05
}

/** Clusters of one row from the left, with one space item between words. */
export function itemsOf(clusters: Cluster[], spaced: boolean): Item[] {
  const items: Item[] = []
  let left: Cluster | undefined
  let pending = false
  for (const cluster of clusters) {
    if (isSpace(cluster)) {
      pending = true
      continue
    }
    if (left && (pending || partsWords(left, cluster, spaced))) items.push(SPACE)
    items.push({ text: cluster.text, space: false })
    pending = false
    left = cluster
  }
  return items
}

function isSpace({ text }: Cluster): boolean {
  return text.trim() === ''
}

function partsWords(left: Cluster, right: Cluster, spaced: boolean): boolean {
  const gap = (right.x0 - left.x1) / Math.max(left.size, right.size)
  if (spaced) return gap > GAP.spaced
  return gap > (JOINS_ON.test(right.text) && !PRESENTATION.test(right.text) ? GAP.joined : GAP.bare)
}
