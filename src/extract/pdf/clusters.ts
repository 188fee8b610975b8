/**
 * Which letter does each mark belong to? Vowel signs are often glyphs of their own, drawn before or
 * after their letter. A cluster is a letter (or ligature, digit, sign) with its marks, and is never
 * split or turned again: what one glyph stands for is already in reading order.
 */
import { MARKS, TATWEEL } from '../../arabic/characters.js'
import type { Glyph } from './glyphs.js'

/** `text` is empty where the font does not name the glyph: ink that may be a kashida or a lost letter. */
export type Cluster = Omit<Glyph, 'angle'>

const ONLY_MARKS = new RegExp(`^[${MARKS}\\u0300-\\u036F]+$`, 'u')
const CARRIERS = new RegExp(`[\\s${TATWEEL}]`, 'gu')
/** Alef, bare or with its hamza, madda or wasla, and lam: in this order they never form one glyph. */
const ALEF_LAM = /^([\u0622\u0623\u0625\u0627\u0671])(\u0644)$/u
/** Controls, private use and the replacement character: the font does not say what the glyph is. */
const NAMELESS = /[\p{Cc}\p{Co}\p{Cs}\uFFFD\uFFFE\uFFFF]/gu
/** How far from its letter's box a mark may start, in sizes. */
const REACH = 0.6
/** Less advance than this, in sizes, is none. */
const NO_ROOM = 0.02
/** Two drawings of one letter closer than this, in sizes, are one letter in bold. */
const OVERPRINT = 0.08

export function clustersOf(glyphs: Glyph[]): Cluster[] {
  const named = glyphs.map((glyph) => ({ ...glyph, text: nameOf(glyph) }))
  const letters = named.filter(({ text }) => !ONLY_MARKS.test(text))
  const clusters = withoutOverprints(letters.map(({ angle: _, ...letter }) => letter))
  const marks = named.filter(({ text }) => ONLY_MARKS.test(text))
  const bases = new Bases(clusters, marks)
  for (const mark of marks) {
    const base = bases.of(mark)
    if (base) base.text += mark.text
  }
  return clusters
}

/**
 * What the glyph stands for. A mark on a space or kashida is the bare mark; so is what takes no room
 * although it is named like a letter with its marks (some producers name all parts of one alike).
 */
function nameOf({ text, x0, x1, size }: Glyph): string {
  const named = text.replace(NAMELESS, '').replace(ALEF_LAM, '$2$1')
  const bare = named.normalize('NFKC').replace(CARRIERS, '')
  if (ONLY_MARKS.test(bare)) return bare
  const marks = named.replace(/\P{M}/gu, '')
  return x1 - x0 < NO_ROOM * size && marks !== '' ? marks : named
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

/**
 * Finds the letter of a mark. What is written from the left has the mark before its letter. Producers
 * that write from the right differ, so there the side on which most marks are nearer holds for all.
 */
class Bases {
  private readonly byOrder: Cluster[]
  private readonly fromRightAfter: boolean

  constructor(clusters: Cluster[], marks: Glyph[]) {
    this.byOrder = clusters.filter(({ text }) => text.trim() !== '')
    const votes = marks.map((mark) => {
      const [before, after] = this.around(mark)
      return writtenFromRight(before, after) ? Math.sign(distance(before, mark) - distance(after, mark)) : 0
    })
    this.fromRightAfter = votes.reduce((sum: number, vote) => sum + vote, 0) >= 0
  }

  of(mark: Glyph): Cluster | undefined {
    const [before, after] = this.around(mark)
    const likely = writtenFromRight(before, after) && !this.fromRightAfter ? [before, after] : [after, before]
    return likely.find((base) => base && isArabic(base) && distance(base, mark) <= REACH * mark.size)
  }

  private around(mark: Glyph): [before: Cluster | undefined, after: Cluster | undefined] {
    const at = this.firstAfter(mark.order)
    return [this.byOrder[at - 1], this.byOrder[at]]
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

function writtenFromRight(before: Cluster | undefined, after: Cluster | undefined): boolean {
  return before !== undefined && after !== undefined && before.y === after.y && after.x0 < before.x0
}

function isArabic({ text }: Cluster): boolean {
  return /\p{Script=Arabic}/u.test(text)
}

function distance(base: Cluster | undefined, mark: Glyph): number {
  if (!base) return Number.POSITIVE_INFINITY
  const across = Math.max(0, base.x0 - mark.x0, mark.x0 - base.x1)
  return across + Math.abs(base.y - mark.y) / 2
}
