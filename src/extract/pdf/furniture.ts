/**
 * Which lines belong to the paper and not to the text? Running heads and page numbers stand at the same height
 * near the edge of several pages, with the same words; figures are the same too, or count the pages.
 */
import { numberOf } from '../../arabic/digits.js'
import type { PageLine } from './page.js'

export type Page = { lines: PageLine[]; height: number }

type Place = { line: PageLine; page: number; words: string; figures: number[] }

/** Share of the page at its top and foot where heads stand. */
const EDGE = 0.14
/** Points by which the same line may stand higher or lower. */
const LEVEL = 2.5
/** Of the pages, how many show a head, at least. */
const SHARE = 0.3

/** Marks the furniture of all pages. */
export function markFurniture(pages: Page[]): void {
  const groups = new Map<string, Place[]>()
  pages.forEach(({ lines, height }, page) => {
    for (const line of lines.filter(({ text, y }) => text !== '' && isAtEdge(y, height))) {
      const words = line.text.replace(/\p{Nd}+/gu, '#')
      groups.set(words, [...(groups.get(words) ?? []), { line, page, words, figures: figuresOf(line.text) }])
    }
  })
  const least = Math.max(2, Math.ceil(pages.length * SHARE))
  for (const places of groups.values()) {
    for (const place of places) {
      const alike = places.filter((other) => isAlike(place, other))
      if (new Set(alike.map(({ page }) => page)).size >= least) place.line.kind = 'furniture'
    }
  }
}

function isAtEdge(y: number, height: number): boolean {
  return y < EDGE * height || y > (1 - EDGE) * height
}

function isAlike(one: Place, other: Place): boolean {
  if (Math.abs(one.line.y - other.line.y) > LEVEL) return false
  const steps = one.figures.map((figure, at) => (other.figures[at] ?? Number.NaN) - figure)
  return steps.every((step) => step === 0 || step === other.page - one.page)
}

function figuresOf(text: string): number[] {
  return (text.match(/\p{Nd}+/gu) ?? []).map(numberOf)
}
