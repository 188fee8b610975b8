/**
 * Which lines does a Word part hold? One line for each paragraph and for each row of a table, in the
 * order of reading, with Word's numbers. Insertions count, deletions do not; a text box is read where
 * it is anchored.
 */
import type { Numberer } from './numbering.js'
import type { Attributes, Handlers } from './xml.js'

type Page = { lines: string[] }
export type Body = Handlers & { pages: Page[]; paged: () => boolean }

type Paragraph = { text: string; list?: string; level?: number; style?: string }
type Row = { cells: string[][] }

type State = {
  numberOf: Numberer
  pages: Page[]
  paragraphs: Paragraph[]
  rows: Row[]
  /** Elements open that are not read. */
  unread: number
  inText: boolean
  /** The page ends with the paragraph that is open. */
  turns: boolean
  paged: boolean
  /** Number of the note that begins. */
  note: string
}

/** What is not read: text taken out or moved away, and the older copy of a drawing. */
const UNREAD = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:rPrChange',
  'w:pPrChange',
  'w:numberingChange',
])
/** Notes that are only the rule between text and notes. */
const SEPARATORS = new Set(['separator', 'continuationSeparator', 'continuationNotice'])

const STARTS: Record<string, (state: State, attributes: Attributes) => void> = {
  'w:p': startParagraph,
  'w:t': (state) => Object.assign(state, { inText: true }),
  'w:tab': (state, attributes) => attributes['w:pos'] === undefined && write(state, '\t'),
  'w:cr': (state) => write(state, '\n'),
  'w:noBreakHyphen': (state) => write(state, '-'),
  'w:br': (state, attributes) => (attributes['w:type'] === 'page' ? turnPage(state) : write(state, '\n')),
  'w:lastRenderedPageBreak': turnPage,
  'w:pStyle': (state, attributes) => set(state, { style: attributes['w:val'] ?? '' }),
  'w:numId': (state, attributes) => set(state, { list: attributes['w:val'] ?? '' }),
  'w:ilvl': (state, attributes) => set(state, { level: Number(attributes['w:val']) }),
  'w:tr': (state) => state.rows.push({ cells: [] }),
  'w:tc': (state) => state.rows.at(-1)?.cells.push([]),
}

const ENDS: Record<string, (state: State) => void> = {
  'w:t': (state) => Object.assign(state, { inText: false }),
  'w:p': endParagraph,
  'w:tr': endRow,
}

/** @param noteName the element of one note, each of which gets its number */
export function bodyReader(numberOf: Numberer, noteName?: string): Body {
  const pages: Page[] = [{ lines: [] }]
  const state: State = {
    numberOf,
    pages,
    paragraphs: [],
    rows: [],
    unread: 0,
    inText: false,
    turns: false,
    paged: false,
    note: '',
  }
  return {
    pages,
    paged: () => state.paged,
    start: (name, attributes) => {
      if (UNREAD.has(name) || (name === noteName && SEPARATORS.has(attributes['w:type'] ?? '')))
        state.unread += 1
      if (state.unread > 0) return
      if (name === noteName) state.note = `[${attributes['w:id'] ?? ''}] `
      STARTS[name]?.(state, attributes)
    },
    text: (value) => {
      if (state.inText && state.unread === 0) write(state, value)
    },
    end: (name) => {
      if (state.unread === 0) ENDS[name]?.(state)
      else if (UNREAD.has(name) || name === noteName) state.unread -= 1
    },
  }
}

function startParagraph(state: State): void {
  state.paragraphs.push({ text: state.note })
  state.note = ''
}

function set(state: State, values: Partial<Paragraph>): void {
  const paragraph = state.paragraphs.at(-1)
  if (paragraph) Object.assign(paragraph, values)
}

function write(state: State, value: string): void {
  const paragraph = state.paragraphs.at(-1)
  if (paragraph) paragraph.text += value
}

/** A page that ends inside a paragraph ends after it. */
function turnPage(state: State): void {
  state.paged = true
  if (state.rows.length > 0 || state.paragraphs.some(({ text }) => text !== '')) state.turns = true
  else state.pages.push({ lines: [] })
}

function endParagraph(state: State): void {
  const paragraph = state.paragraphs.pop()
  if (!paragraph) return
  const number = paragraph.text.trim() === '' ? '' : state.numberOf(paragraph)
  emit(state, `${number}${number && ' '}${paragraph.text}`.split('\n'))
}

/** Cells side by side make one line; a row with one cell of text is a frame and stays lines. */
function endRow(state: State): void {
  const cells = (state.rows.pop()?.cells ?? []).filter((lines) => lines.some((line) => line.trim() !== ''))
  emit(state, cells.length > 1 ? [cells.map(asCell).join('\t')] : (cells[0] ?? []))
}

function emit(state: State, lines: string[]): void {
  const cell = state.rows.at(-1)?.cells.at(-1)
  const place = cell ?? (state.pages.at(-1) as Page).lines
  for (const line of lines) place.push(line)
  if (!state.turns || cell || state.paragraphs.length > 0) return
  state.turns = false
  state.pages.push({ lines: [] })
}

function asCell(lines: string[]): string {
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')
}
