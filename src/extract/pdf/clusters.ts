/**
 * Which letter does each mark belong to? Vowel signs are often glyphs of their own, drawn before or
 * after their letter. A cluster is a letter (or ligature, digit, sign) with its marks, and is never
 * split or turned again: what one glyph stands for is already in reading order.
 */
import { MARKS, TATWEEL } from '../../arabic/characters.js'
import type { Glyph } from './glyphs.js'

export type Cluster = { text: string; x0: number; x1: number; y: number; size: number; order: number }

const ONLY_MARKS = new RegExp(`^[${MARKS}\\u0300-\\u036F]+$`, 'u')
const CARRIERS = new RegExp(`[\\s${TATWEEL}]`, 'gu')
/** Alef, bare or with its hamza, madda or wasla, and lam: in this order they never form one glyph. */
const ALEF_LAM = /^([\u0622\u0623\u0625\u0627\u0671])(\u0644)$/u
/** Controls, private use and the replacement character: the font does not say what the glyph is. */
const NAMELESS = /[\p{Cc}\p{Co}\p{Cs}\uFFFD\uFFFE\uFFFF]/gu
/** How far from its letter's box a mark may start, in sizes. */
const REACH = 0.6
/** Two drawings of one letter closer than this, in sizes, are one letter in bold. */
const OVERPRINT = 0.08

export function clustersOf(glyphs: Glyph[]): Cluster[] {
  const named = glyphs.map((glyph) => ({ ...glyph, text: nameOf(glyph.text) }))
  const letters = named.filter(({ text }) => text !== '' && !ONLY_MARKS.test(text))
  const clusters = withoutOverprints(letters.map(({ angle: _, ...letter }) => letter))
  const bases = new Bases(clusters)
  for (const mark of named.filter(({ text }) => ONLY_MARKS.test(text))) {
    const base = bases.of(mark)
    if (base) base.text += mark.text
  }
  return clusters
}

/** What the glyph stands for; a mark on a space or kashida is the bare mark. */
function nameOf(text: string): string {
  const named = text.replace(NAMELESS, '').replace(ALEF_LAM, '$2$1')
  const bare = named.normalize('NFKC').replace(CARRIERS, '')
  return ONLY_MARKS.test(bare) ? bare : named
}

function withoutOverprints(clusters: Cluster[]): Cluster[] {
  const seen = new Map<string, Cluster[]>()
  return clusters.filter((cluster) => {
    const key = `${cluster.text} ${Math.round(cluster.y)}`
    const twins = seen.get(key) ?? []
    seen.set(key, [...twins, cluster])
    return !twins.some((twin) => Math.abs(twin.x0 - cluster.x0) < OVERPRINT * cluster.size)
  })
}

/** Finds the letter of a mark: a neighbour in the file whose box is nearest, the earlier one on a tie. */
class Bases {
  private readonly byOrder: Cluster[]

  constructor(clusters: Cluster[]) {
    this.byOrder = clusters.filter(({ text }) => text.trim() !== '')
  }

  of(mark: Glyph): Cluster | undefined {
    const after = this.firstAfter(mark.order)
    const near = this.byOrder.slice(Math.max(0, after - 3), after + 3)
    const inReach = near.filter((base) => distance(base, mark) <= REACH * mark.size)
    return inReach.sort((one, two) => distance(one, mark) - distance(two, mark))[0]
  }

  private firstAfter(order: number): number {
    let [low, high] = [0, this.byOrder.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.byOrder[middle] as Cluster).order < order) low = middle + 1
      else high = middle
    }
    return low
  }
}

function distance(base: Cluster, mark: Glyph): number {
  const across = Math.max(0, base.x0 - mark.x0, mark.x0 - base.x1)
  return across + Math.abs(base.y - mark.y) / 2
}
