/**
 * What is drawn where on this page: which glyphs, which upright lines? Walks the drawing operations and keeps the matrices of
 * page and text, because the order of glyphs in a file says nothing about the order in which they are read:
 * some producers write Arabic from the right, some from the left, some in pieces.
 */
import type { Glyph } from './glyphs.js'
import { IDENTITY, type Matrix, multiply, toMatrix, translation } from './matrix.js'
import { withNumbersUpright } from './mirrored.js'
import { OPS } from './pdfjs.js'
import { type Rule, rulesOf } from './rules.js'

/** What Ghostscript writes for a name that it did not find. */
const NO_NAME = '\0'

/** What pdf.js gives for one glyph of a string; numbers between are kerning in thousandths. */
type ShownGlyph = { unicode: string; width: number; isSpace: boolean; originalCharCode: number }
type Shown = ShownGlyph | number

export type Font = {
  /** As the page calls it. */
  name: string
  /** As the file calls it. */
  fileName?: string
  /** Text units per point of size: 0.001 but for Type 3 fonts. */
  scale: number
  /** False where the font has no letter for this code and pdf.js gives the code itself. */
  names: (code: number) => boolean
}

export type FontOf = (name: string) => Font

export type Drawing = { glyphs: Glyph[]; rules: Rule[] }

export type Operations = { fnArray: number[]; argsArray: unknown[] }

type State = {
  ctm: Matrix
  font: Font
  size: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
}

/** Marked content that is open: a span gets its number with its first glyph. */
type Marked = { isSpan: boolean; number?: number }

type Pen = {
  state: State
  saved: State[]
  matrix: Matrix
  line: Matrix
  glyphs: Glyph[]
  rules: Rule[]
  fontOf: FontOf
  marked: Marked[]
  spans: number
}

const PLAIN: State = {
  ctm: IDENTITY,
  font: { name: '', scale: 0.001, names: () => true },
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
}

type Action = (pen: Pen, args: never) => void

/**
 * @param page matrix from the page's space to upright points, y downwards
 */
export function readDrawing(operations: Operations, page: Matrix, fontOf: FontOf): Drawing {
  const state = { ...PLAIN, ctm: page }
  const pen: Pen = {
    state,
    saved: [],
    matrix: IDENTITY,
    line: IDENTITY,
    glyphs: [],
    rules: [],
    fontOf,
    marked: [],
    spans: 0,
  }
  operations.fnArray.forEach((operation, index) => {
    ACTIONS.get(operation)?.(pen, (operations.argsArray[index] ?? []) as never)
  })
  return { glyphs: withNumbersUpright(pen.glyphs), rules: pen.rules }
}

const ACTIONS: ReadonlyMap<number, Action> = new Map<number, Action>([
  [OPS.save, save],
  [OPS.restore, restore],
  [OPS.transform, transform],
  [OPS.paintFormXObjectBegin, beginForm],
  [OPS.paintFormXObjectEnd, restore],
  [OPS.beginGroup, beginGroup],
  [OPS.endGroup, restore],
  [OPS.beginText, (pen) => moveTo(pen, IDENTITY)],
  [OPS.setTextMatrix, (pen, [matrix]: [ArrayLike<number>]) => moveTo(pen, toMatrix(matrix))],
  [OPS.moveText, moveBy],
  [OPS.setLeadingMoveText, moveWithLeading],
  [OPS.nextLine, (pen) => moveBy(pen, [0, -pen.state.leading])],
  [OPS.setFont, setFont],
  [OPS.setGState, setGraphics],
  [OPS.setCharSpacing, (pen, [charSpacing]: [number]) => set(pen, { charSpacing })],
  [OPS.setWordSpacing, (pen, [wordSpacing]: [number]) => set(pen, { wordSpacing })],
  [OPS.setHScale, (pen, [percent]: [number]) => set(pen, { stretch: percent / 100 })],
  [OPS.setLeading, (pen, [leading]: [number]) => set(pen, { leading })],
  [OPS.setTextRise, (pen, [rise]: [number]) => set(pen, { rise })],
  [OPS.showText, showText],
  [OPS.constructPath, (pen, path: unknown[]) => pen.rules.push(...rulesOf(path, pen.state.ctm))],
  [OPS.beginMarkedContent, (pen) => pen.marked.push({ isSpan: false })],
  [OPS.beginMarkedContentProps, beginMarked],
  [OPS.endMarkedContent, (pen) => pen.marked.pop()],
])

function set(pen: Pen, change: Partial<State>): void {
  Object.assign(pen.state, change)
}

function save(pen: Pen): void {
  pen.saved.push({ ...pen.state })
}

function restore(pen: Pen): void {
  pen.state = pen.saved.pop() ?? pen.state
}

function transform(pen: Pen, numbers: ArrayLike<number>): void {
  pen.state.ctm = multiply(toMatrix(numbers), pen.state.ctm)
}

function beginForm(pen: Pen, [matrix]: [ArrayLike<number> | null]): void {
  save(pen)
  if (matrix) transform(pen, matrix)
}

/** A group's matrix is given again to the form inside it, so only the state is kept here. */
function beginGroup(pen: Pen): void {
  save(pen)
}

function moveTo(pen: Pen, matrix: Matrix): void {
  pen.matrix = matrix
  pen.line = matrix
}

function moveBy(pen: Pen, [x, y]: readonly [number, number]): void {
  moveTo(pen, multiply(translation(x, y), pen.line))
}

function moveWithLeading(pen: Pen, [x, y]: readonly [number, number]): void {
  pen.state.leading = -y
  moveBy(pen, [x, y])
}

function setFont(pen: Pen, [name, size]: readonly [string, number]): void {
  pen.state.font = pen.fontOf(name)
  pen.state.size = size
}

function setGraphics(pen: Pen, [settings]: [[string, unknown][]]): void {
  const font = settings.find(([key]) => key === 'Font')
  if (font) setFont(pen, font[1] as [string, number])
}

/** pdf.js keeps no property but the number of a structure, which spans with a text of their own lack. */
function beginMarked(pen: Pen, [tag, structure]: [string, unknown]): void {
  pen.marked.push({ isSpan: tag === 'Span' && !Number.isInteger(structure) })
}

function numberOfSpan(pen: Pen): Pick<Glyph, 'span'> {
  const span = pen.marked.findLast(({ isSpan }) => isSpan)
  if (!span) return {}
  span.number ??= pen.spans++
  return { span: span.number }
}

function showText(pen: Pen, [shown]: [Shown[]]): void {
  for (const item of shown) {
    if (typeof item === 'number') advance(pen, (-item / 1000) * pen.state.size)
    else showGlyph(pen, item)
  }
}

function showGlyph(pen: Pen, shown: ShownGlyph): void {
  const { state } = pen
  const width = shown.width * state.font.scale * state.size
  const spacing = state.charSpacing + (shown.isSpace ? state.wordSpacing : 0)
  pen.glyphs.push(placed(pen, shown, width))
  advance(pen, width + spacing)
}

function advance(pen: Pen, width: number): void {
  const [a, b, c, d, x, y] = pen.matrix
  const way = width * pen.state.stretch
  pen.matrix = [a, b, c, d, x + way * a, y + way * b]
}

function placed(pen: Pen, shown: ShownGlyph, width: number): Glyph {
  const { state } = pen
  const code = shown.originalCharCode
  const isNamed = state.font.names(code) && shown.unicode !== NO_NAME
  const text = isNamed ? shown.unicode : ''
  const toPage = multiply(multiply(translation(0, state.rise), pen.matrix), state.ctm)
  const [a, b, c, d, x, y] = toPage
  // Text that is recognised on pictures is written from the right by turning its letters over: they stand upright all the same.
  const way = a * d - b * c > 0 ? -1 : 1
  const angle = Math.round((Math.atan2(way * b, way * a) * 180) / Math.PI)
  const end = x + way * Math.hypot(a, b) * width * state.stretch
  const size = Math.hypot(c, d) * Math.abs(state.size)
  const [x0, x1] = [Math.min(x, end), Math.max(x, end)]
  const order = pen.glyphs.length
  const mirrored = way < 0 ? ({ mirrored: true } as const) : {}
  return {
    text,
    font: state.font.name,
    code,
    x0,
    x1,
    y,
    size,
    angle,
    order,
    ...mirrored,
    ...numberOfSpan(pen),
  }
}
