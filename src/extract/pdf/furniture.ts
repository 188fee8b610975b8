/**
 * Which lines belong to the paper and not to the text? Running heads and page numbers stand at the same height
 * near the edge of several pages, with the same words; figures are the same too, or count the pages.
 */
import { numberOf } from '../../arabic/digits.js'
import type { Backdrop } from './backdrop.js'
import type { PageLine } from './page.js'

/** `lostMarks`: how many marks are drawn of which the file does not say what they are. */
export type Page = { lines: PageLine[]; height: number; lostMarks?: number; backdrop?: Backdrop }

type Place = { line: PageLine; page: number }

/** "3", "- 3 -": nothing else stands in the line. */
const PAGE_NUMBER = /^[-\u2013\u2014]?\s*(\p{Nd}{1,4})\s*[-\u2013\u2014]?$/u
/** A page of fewer lines may be a picture with a number. */
const FEW_LINES = 4
/** Share of the page at its top and foot where heads stand. */
const EDGE = 0.14
/** Points by which the same line may stand higher or lower. */
const LEVEL = 2.5
/** Of the pages, how many show a head, at least. */
const SHARE = 0.3

/** Marks the furniture of all pages, in time that grows with the pages alone. */
export function markFurniture(pages: Page[]): void {
  const groups = new Map<string, Place[]>()
  pages.forEach(({ lines, height }, page) => {
    for (const line of lines.filter(({ text, y }) => text !== '' && isAtEdge(y, height))) {
      for (const key of keysOf(line.text, page)) {
        const places = groups.get(key) ?? []
        groups.set(key, places)
        places.push({ line, page })
      }
    }
  })
  pages.forEach(markPageNumber)
  const least = Math.max(2, Math.ceil(pages.length * SHARE))
  for (const places of groups.values()) if (places.length >= least) markLevel(places, least)
}

/** The number of the page alone in its first or last line, at its edge. */
function markPageNumber({ lines, height }: Page, page: number): void {
  const printed = lines.filter(({ text }) => text !== '')
  for (const line of [printed[0], printed.at(-1)]) {
    if (!line || printed.length < FEW_LINES || !isAtEdge(line.y, height)) continue
    const [, figure] = PAGE_NUMBER.exec(line.text.trim()) ?? []
    if (figure !== undefined && numberOf(figure) === page + 1) line.kind = 'furniture'
  }
}

/** Marks those that stand, with at most a small step, at one height of enough pages. */
function markLevel(places: Place[], least: number): void {
  const byHeight = places.toSorted((one, two) => one.line.y - two.line.y)
  const counts = new Map<number, number>()
  const count = ({ page }: Place, step: number) => {
    const left = (counts.get(page) ?? 0) + step
    if (left === 0) counts.delete(page)
    else counts.set(page, left)
  }
  let [first, end] = [0, 0]
  for (const { line } of byHeight) {
    for (let next = byHeight[end]; next && next.line.y <= line.y + LEVEL; next = byHeight[++end])
      count(next, 1)
    for (let last = byHeight[first]; last && last.line.y < line.y - LEVEL; last = byHeight[++first])
      count(last, -1)
    if (counts.size >= least) line.kind = 'furniture'
  }
}

/** The words with their figures as they are, with each one as it stands to the page, and with all of them so. */
function keysOf(text: string, page: number): string[] {
  const words = text.replace(/\p{Nd}+/gu, '#')
  const figures = figuresOf(text)
  const counting = figures.map((_, at) => (other: number) => other === at)
  const ways = [() => false, ...counting, () => true]
  const keys = ways.map((counts) => {
    const values = figures.map((figure, at) => (counts(at) ? `+${figure - page}` : figure))
    return [words, ...values].join('\n')
  })
  return [...new Set(keys)]
}

function isAtEdge(y: number, height: number): boolean {
  return y < EDGE * height || y > (1 - EDGE) * height
}

function figuresOf(text: string): number[] {
  return (text.match(/\p{Nd}+/gu) ?? []).map(numberOf)
}
