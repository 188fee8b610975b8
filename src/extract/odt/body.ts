/** Which text does `content.xml` hold, paragraph by paragraph? What was deleted under "track changes" and comments are left out. */
import type { Attributes, Handlers } from '../archive/xml.js'
import { createSheet, noteLines, type Sheet } from '../sheet.js'
import { createLists, type Lists } from './lists.js'
import { listOfStyle, type Styles } from './styles.js'

type State = {
  styles: Styles
  lists: Lists
  /** The body, and above it the note that is open. */
  sheets: Sheet[]
  /** Numbers of the paragraphs that are open. */
  numbers: string[]
  notes: string[]
  mark: string
  inMark: boolean
  unread: number
}

/** Deleted text, comments, what describes a picture, formulas as source, definitions before the text. */
const UNREAD = new Set([
  'text:tracked-changes',
  'office:annotation',
  'svg:title',
  'svg:desc',
  'math:annotation',
  'office:forms',
  'table:covered-table-cell',
])
const BLANKS = /[\t\n\r ]+/g

const STARTS: Record<string, (state: State, attributes: Attributes) => void> = {
  'text:p': (state, attributes) => startParagraph(state, attributes),
  'text:h': (state, attributes) => startParagraph(state, attributes),
  'text:s': (state, attributes) =>
    sheetOf(state).write(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 100))),
  'text:tab': (state) => sheetOf(state).write('\t'),
  'text:line-break': (state) => sheetOf(state).write('\n'),
  'text:soft-page-break': (state) => sheetOf(state).turnPage(),
  'text:list': ({ lists }, attributes) =>
    lists.open({
      id: attributes['xml:id'],
      style: attributes['text:style-name'],
      continues: attributes['text:continue-list'],
      continueNumbering: attributes['text:continue-numbering'] === 'true',
    }),
  'text:list-item': ({ lists }, attributes) => {
    const start = attributes['text:start-value']
    lists.item(start === undefined ? undefined : Number(start))
  },
  'table:table-row': (state) => sheetOf(state).startRow(),
  'table:table-cell': (state) => sheetOf(state).startCell(),
  'text:note-citation': (state) => Object.assign(state, { inMark: true, mark: '' }),
  'text:note-body': (state) => state.sheets.push(createSheet()),
}

const ENDS: Record<string, (state: State) => void> = {
  'text:p': endParagraph,
  'text:h': endParagraph,
  'text:list': ({ lists }) => lists.close(),
  'table:table-row': (state) => sheetOf(state).endRow(),
  'text:note-citation': (state) => Object.assign(state, { inMark: false }),
  'text:note-body': endNote,
}

export function odtReader(styles: Styles): Handlers & { sheet: Sheet; notes: () => string[] } {
  const sheet = createSheet()
  const state: State = {
    styles,
    lists: createLists(styles),
    sheets: [sheet],
    numbers: [],
    notes: [],
    mark: '',
    inMark: false,
    unread: 0,
  }
  return {
    sheet,
    notes: () => state.notes,
    start: (name, attributes) => {
      if (UNREAD.has(name)) state.unread += 1
      if (state.unread === 0) STARTS[name]?.(state, attributes)
    },
    text: (value) => {
      if (state.unread > 0) return
      if (state.inMark) state.mark += value
      else write(sheetOf(state), value)
    },
    end: (name) => {
      if (state.unread === 0) ENDS[name]?.(state)
      else if (UNREAD.has(name)) state.unread -= 1
    },
  }
}

function sheetOf({ sheets }: State): Sheet {
  return sheets.at(-1) as Sheet
}

/** Blanks in a row are one, those at the beginning are none; `text:s` stands for blanks that are meant. */
function write(sheet: Sheet, value: string): void {
  const text = value.replace(BLANKS, ' ')
  sheet.write(/^$|\s$/.test(sheet.text()) ? text.trimStart() : text)
}

function startParagraph(state: State, attributes: Attributes): void {
  const style = attributes['text:style-name'] ?? ''
  const level = Number(attributes['text:outline-level'] ?? 0)
  if (state.styles.paragraphs.get(style)?.breaks) sheetOf(state).turnPage()
  sheetOf(state).begin()
  const inList = state.lists.number(listOfStyle(state.styles, style))
  state.numbers.push(inList || (level > 0 ? state.lists.heading(level) : ''))
}

function endParagraph(state: State): void {
  const number = state.numbers.pop()
  const sheet = sheetOf(state)
  sheet.end(sheet.text().trim() === '' ? '' : number)
}

function endNote(state: State): void {
  const lines = state.sheets.pop()?.pages.flatMap((page) => page.lines) ?? []
  state.notes.push(...noteLines(state.mark, lines))
}
