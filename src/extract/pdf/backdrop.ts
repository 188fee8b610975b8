/** Does a picture lie beneath the text of a page? Then the text may be what recognition read off it, or a stamp upon it. */
import type { Operations } from './drawing.js'
import { OPS } from './pdfjs.js'

/** `unseen`: text is written that is not drawn. `pictured`: pictures take much of the page. */
export type Backdrop = { unseen: boolean; pictured: boolean }

/** Neither filled nor stroked (ISO 32000, table 104). */
const INVISIBLE = 3
/** Square points: a picture is drawn by stretching a square of one point, letters and lines are not. */
const LEAST_PICTURE = 500
const MUCH = 0.3

/** @param operations without the pictures themselves @param area of the page in square points */
export function backdropOf({ fnArray, argsArray }: Operations, area: number): Backdrop {
  const argumentsOf = (wanted: number) =>
    argsArray.filter((_, at) => fnArray[at] === wanted) as ArrayLike<number>[]
  const pictures = argumentsOf(OPS.transform)
    .map(areaOf)
    .filter((size) => size > LEAST_PICTURE)
  return {
    unseen: argumentsOf(OPS.setTextRenderingMode).some((mode) => mode[0] === INVISIBLE),
    pictured: pictures.reduce((sum, size) => sum + size, 0) > MUCH * area,
  }
}

/** @param matrix of a transformation @returns the area of what was a square of one point */
function areaOf(matrix: ArrayLike<number>): number {
  const [a = 0, b = 0, c = 0, d = 0] = Array.from(matrix)
  return Math.abs(a * d - b * c)
}
