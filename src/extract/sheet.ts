/**
 * What a word processor's file becomes: pages of lines, one for each paragraph and for each row of a table, in the
 * order of reading. A text box is read where it is anchored; notes stand at the end.
 */
import { isWhite, type Space, spaceDivides } from './white.js'

/** @property apart places of the lines above which the styles of the paragraphs leave white */
export type Page = { lines: string[]; apart: Set<number> }

export type Sheet = {
  pages: Page[]
  /** True where a page break was met. */
  paged(): boolean
  /** A paragraph begins; one inside another (a text box) comes before it. */
  begin(text?: string): void
  write(text: string): void
  /** What the paragraph that is open holds so far. */
  text(): string
  /** Takes the paragraph back: its text belongs to another one. */
  take(): string
  /** @param number list number of the paragraph, as printed; an empty one shows it only in a table, whose rows it counts */
  end(number?: string, space?: Space & { style?: string }): void
  startRow(): void
  startCell(): void
  /** For files that mark only where cells end: the paragraph that ends now stands in one. */
  inCell(): void
  endCell(): void
  endRow(): void
  /** A page that ends inside a paragraph or a table ends after it. */
  turnPage(): void
}

type State = {
  pages: Page[]
  paragraphs: string[]
  rows: string[][][]
  /** The last cell has ended. */
  between: boolean
  turns: boolean
  paged: boolean
  /** Of the paragraph that ended last. */
  space: Space & { style?: string }
}

const BULLET = '\u2022'

export function createSheet(): Sheet {
  const state: State = {
    pages: [newPage()],
    paragraphs: [],
    rows: [],
    between: false,
    turns: false,
    paged: false,
    space: {},
  }
  return {
    pages: state.pages,
    paged: () => state.paged,
    begin: (text = '') => state.paragraphs.push(text),
    write: (text) => {
      if (state.paragraphs.length > 0) state.paragraphs.push(`${state.paragraphs.pop()}${withBullets(text)}`)
    },
    text: () => state.paragraphs.at(-1) ?? '',
    take: () => state.paragraphs.pop() ?? '',
    end: (number = '', space = {}) => {
      setApart(state, space)
      endParagraph(state, number)
    },
    startRow: () => state.rows.push([]),
    startCell: () => state.rows.at(-1)?.push([]),
    inCell: () => inCell(state),
    endCell: () => Object.assign(state, { between: true }),
    endRow: () => endRow(state),
    turnPage: () => turnPage(state),
  }
}

/** Signs of fonts of pictures have no letters of their own. */
export function withBullets(text: string): string {
  return text.replace(/[\uF020-\uF0FF]/g, BULLET)
}

export function newPage(): Page {
  return { lines: [], apart: new Set() }
}

/** The pages that hold something; at least one. A blank line stands where white divides their paragraphs. */
export function filled(pages: Page[]): { lines: string[] }[] {
  const blank = pages.flatMap(({ lines }) =>
    lines.filter((line, at) => isBlank(lines[at - 1]) && !isBlank(line)),
  )
  const space = pages.flatMap(({ apart }) => [...apart])
  const divides = spaceDivides({ blank: blank.length, space: space.length })
  return pages
    .filter(({ lines }, index) => index === 0 || lines.length > 0)
    .map(({ lines, apart }) => ({
      lines: divides ? lines.flatMap((line, at) => (apart.has(at) ? ['', line] : [line])) : lines,
    }))
}

function isBlank(line: string | undefined): boolean {
  return line?.trim() === ''
}

/** Only where the paragraph makes lines of its own. */
function setApart(state: State, space: State['space']): void {
  if (state.rows.length > 0 || state.paragraphs.length !== 1) return
  const { lines, apart } = state.pages.at(-1) as Page
  const between = lines.length > 0 && !isBlank(lines.at(-1)) && !isBlank(state.paragraphs[0])
  if (between && isWhite(state.space, space)) apart.add(lines.length)
  state.space = space
}

/** A note with its mark before it, in the place of the mark and the blanks that its first line may begin with. */
export function noteLines(mark: string | number, lines: string[]): string[] {
  return lines
    .filter((line) => line.trim() !== '')
    .map((line, at) => (at === 0 ? `[${mark}] ${line.trimStart()}` : line))
}

function endParagraph(state: State, number: string): void {
  const text = state.paragraphs.pop()
  if (text === undefined) return
  const shown = state.rows.length > 0 || text.trim() !== '' ? number : ''
  emit(state, `${shown}${shown && ' '}${text}`.split('\n'))
}

function inCell(state: State): void {
  if (state.rows.length === 0) state.rows.push([[]])
  else if (state.between) state.rows.at(-1)?.push([])
  state.between = false
}

/** Cells side by side make one line; a row with one cell of text is a frame and stays lines. */
function endRow(state: State): void {
  state.between = false
  const cells = (state.rows.pop() ?? []).filter((lines) => lines.some((line) => line.trim() !== ''))
  emit(state, cells.length > 1 ? [cells.map(asCell).join('\t')] : (cells[0] ?? []))
}

function turnPage(state: State): void {
  state.paged = true
  if (state.rows.length > 0 || state.paragraphs.some((text) => text !== '')) state.turns = true
  else state.pages.push(newPage())
}

function emit(state: State, lines: string[]): void {
  const cell = state.rows.at(-1)?.at(-1)
  const place = cell ?? (state.pages.at(-1) as Page).lines
  for (const line of lines) place.push(line)
  if (!state.turns || cell || state.paragraphs.length > 0) return
  state.turns = false
  state.pages.push(newPage())
}

function asCell(lines: string[]): string {
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')
}
