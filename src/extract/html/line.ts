/** What is known of a line of a page, and which lines does a row of a table make? */

/** Before a line: nothing, the space around a paragraph, or an empty one that the author put there. */
export type Gap = 'none' | 'space' | 'blank'
export type Line = {
  text: string
  gap: Gap
  /** It is in the part that the page calls its main one, in one beside it, in a heading. */
  main: boolean
  aside: boolean
  heading: boolean
  /** Links that begin in it, and letters and digits that lead to another page. */
  links: number
  linked: number
}
export type Cell = Line[]

/** Links of one line, or lines of one link each, that make a menu. */
export const MENU = 2
/** Share of the letters of a line that lead elsewhere. */
const LINKED = 0.75
/** Lines of a cell that is a column of the page and none of a table. */
const COLUMN_LINES = 4

/** Cells side by side make one line; a row with one cell of text, or with a column of the page, is only layout and stays lines. */
export function linesOfRow(row: Cell[]): Line[] {
  const cells = row.filter((lines) => lines.length > 0)
  const [first] = cells[0] ?? []
  const isLayout = cells.length < 2 || cells.some(isColumn)
  return first && !isLayout ? [asRow(first, cells)] : cells.flat()
}

/** Only leads to other pages. */
export function isLinked(line: Line | undefined): boolean {
  return line !== undefined && line.links > 0 && line.linked >= LINKED * lettersIn(line)
}

export function lettersIn({ text }: Line): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

function isColumn(lines: Line[]): boolean {
  return lines.length >= COLUMN_LINES || (lines.length > 1 && lines.every(isLinked))
}

function asRow(first: Line, cells: Cell[]): Line {
  const lines = cells.flat()
  const sum = (of: 'links' | 'linked') => lines.reduce((total, line) => total + line[of], 0)
  return {
    text: cells.map((cell) => cell.map(({ text }) => text).join(' ')).join('\t'),
    gap: first.gap,
    main: lines.every(({ main }) => main),
    aside: lines.every(({ aside }) => aside),
    heading: false,
    links: sum('links'),
    linked: sum('linked'),
  }
}
