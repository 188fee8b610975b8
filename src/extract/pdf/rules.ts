/** Which straight lines does a path draw? They part the cells of tables, however narrow the white between these is. */
import type { Matrix } from './matrix.js'
import { OPS } from './pdfjs.js'

/** Points on the upright page, `x0` left of `x1` and `y0` above `y1`; it has next to no width or next to no height. */
export type Rule = { x0: number; x1: number; y0: number; y1: number }
type Point = readonly [x: number, y: number]
type Path = { points: Point[]; stroked: boolean }

/** Points. A filled shape that is no wider or no higher is a line; a shorter line parts no cells; what leans more is none. */
const THICK = 2
const SHORT = 5
const LEANING = 0.5

const STROKES: readonly number[] = [
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]
const FILLS: readonly number[] = [OPS.fill, OPS.eoFill]
/** How many numbers follow each command of a path of pdf.js: move, line, curve, quadratic curve; 4 closes it. */
const NUMBERS = [2, 2, 6, 4, 0]
const [MOVE, CLOSE] = [0, 4]

/** @param path arguments of `constructPath`; `ctm` matrix from its space to the upright page */
export function rulesOf(path: unknown[], ctm: Matrix): Rule[] {
  return pathsOf(path, ctm).flatMap(linesOf)
}

/** The parts of a path that are painted, on the page. */
function pathsOf(args: unknown[], ctm: Matrix): Path[] {
  const [operation, [data] = []] = args as [number, ArrayLike<number>[]?]
  const stroked = STROKES.includes(operation)
  if (!data || (!stroked && !FILLS.includes(operation))) return []
  const paths: Path[] = []
  for (let at = 0; at < data.length; ) {
    const command = data[at] as number
    const count = NUMBERS[command] ?? data.length
    if (command === MOVE || paths.length === 0) paths.push({ points: [], stroked })
    const { points } = paths.at(-1) as Path
    const [x, y] = [data[at + count - 1] as number, data[at + count] as number]
    if (command === CLOSE) points.push(points[0] ?? [0, 0])
    else points.push([x * ctm[0] + y * ctm[2] + ctm[4], x * ctm[1] + y * ctm[3] + ctm[5]])
    at += count + 1
  }
  return paths
}

function linesOf({ points, stroked }: Path): Rule[] {
  if (stroked)
    return points.slice(1).flatMap((point, at) => ruleAround([points[at] as Point, point], LEANING))
  return ruleAround(points, THICK)
}

function ruleAround(points: Point[], width: number): Rule[] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [thin, long] = [Math.min(x1 - x0, y1 - y0), Math.max(x1 - x0, y1 - y0)]
  return thin <= width && long >= SHORT ? [{ x0, x1, y0, y1 }] : []
}

export function isUpright({ x0, x1, y0, y1 }: Rule): boolean {
  return y1 - y0 > x1 - x0
}
