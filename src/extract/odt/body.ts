/** Which text does `content.xml` hold, paragraph by paragraph? What was deleted under "track changes", is hidden, and comments are left out. */
import { withoutUnread } from '../archive/unread.js'
import type { Attributes, Handlers } from '../archive/xml.js'
import { createSheet, noteLines, type Sheet } from '../sheet.js'
import { withStyleSpace } from '../white.js'
import { createLists, type Lists } from './lists.js'
import { listOfStyle, type Styles } from './styles.js'

type State = {
  styles: Styles
  lists: Lists
  /** The body, and above it the note that is open. */
  sheets: Sheet[]
  /** Numbers of the paragraphs that are open. */
  numbers: (() => string)[]
  /** Styles of them. */
  open: string[]
  notes: string[]
  mark: string
  inMark: boolean
  /** Tracked changes that took text out, and the last change that was named. */
  deletions: Set<string>
  change: string
  /** It stands in the text still, between marks. */
  deleted: boolean
  /** What stands before the next paragraph: one whose end was taken out. */
  before: string
}

/** Deleted text, comments, what describes a picture or is one, formulas as source, definitions before the text, running heads. */
const UNREAD = new Set([
  'text:deletion',
  'text:insertion',
  'text:format-change',
  'office:annotation',
  'svg:title',
  'svg:desc',
  'math:annotation',
  'office:forms',
  'table:covered-table-cell',
  'text:ruby-text',
  'office:master-styles',
  'office:binary-data',
  'office:chart',
  'office:spreadsheet',
])
const HIDDEN = new Set(['text:hidden-text', 'text:hidden-paragraph'])
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
  'text:list-item': ({ lists }, attributes) => lists.item(startOf(attributes)),
  'text:numbered-paragraph': ({ lists }, attributes) => {
    const level = Number(attributes['text:level'] ?? 1)
    for (let depth = 0; depth < level; depth++)
      lists.open({ style: attributes['text:style-name'], continueNumbering: true })
    lists.item(startOf(attributes))
  },
  'table:table-row': (state) => sheetOf(state).startRow(),
  'table:table-cell': (state) => sheetOf(state).startCell(),
  'text:changed-region': (state, attributes) =>
    Object.assign(state, { change: attributes['text:id'] ?? attributes['xml:id'] ?? '' }),
  'text:change-start': (state, attributes) => mark(state, attributes, true),
  'text:change-end': (state, attributes) => mark(state, attributes, false),
  'text:note-citation': (state) => Object.assign(state, { inMark: true, mark: '' }),
  'text:note-body': (state) => state.sheets.push(createSheet()),
}

const ENDS: Record<string, (state: State) => void> = {
  'text:p': endParagraph,
  'text:h': endParagraph,
  'text:list': ({ lists }) => lists.close(),
  'text:numbered-paragraph': ({ lists }) => lists.closeAll(),
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
    open: [],
    notes: [],
    mark: '',
    inMark: false,
    deletions: new Set(),
    change: '',
    deleted: false,
    before: '',
  }
  const handlers: Handlers = {
    start: (name, attributes) => STARTS[name]?.(state, attributes),
    text: (value) => {
      if (state.inMark) state.mark += value
      else if (!state.deleted) write(sheetOf(state), value)
    },
    end: (name) => ENDS[name]?.(state),
  }
  const read = withoutUnread(handlers, (name, attributes) => isUnread(state, name, attributes))
  return { sheet, notes: () => state.notes, ...read }
}

function isUnread(state: State, name: string, attributes: Attributes): boolean {
  if (name === 'text:deletion') state.deletions.add(state.change)
  if (UNREAD.has(name)) return true
  if (HIDDEN.has(name)) return attributes['text:is-hidden'] !== 'false'
  if (name === 'text:section')
    return attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true'
  return name === 'text:span' && state.styles.hidden.has(attributes['text:style-name'] ?? '')
}

function sheetOf({ sheets }: State): Sheet {
  return sheets.at(-1) as Sheet
}

function mark(state: State, attributes: Attributes, deleted: boolean): void {
  if (state.deletions.has(attributes['text:change-id'] ?? '')) state.deleted = deleted
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
  sheetOf(state).begin(state.before)
  state.before = ''
  const counts = level > 0 && attributes['text:is-list-header'] !== 'true'
  const inList = state.lists.number(listOfStyle(state.styles, style))
  const ofHeading = counts ? state.lists.heading(level, startOf(attributes)) : () => ''
  state.numbers.push(() => inList() || ofHeading())
  state.open.push(style)
}

function startOf(attributes: Attributes): number | undefined {
  const start = attributes['text:start-value']
  return start === undefined ? undefined : Number(start)
}

function endParagraph(state: State): void {
  const number = state.numbers.pop()
  const style = state.open.pop() ?? ''
  const sheet = sheetOf(state)
  if (state.deleted) state.before = sheet.take()
  else sheet.end(number?.(), { style, ...withStyleSpace(state.styles.paragraphs, style, {}) })
}

function endNote(state: State): void {
  const lines = state.sheets.pop()?.pages.flatMap((page) => page.lines) ?? []
  state.notes.push(...noteLines(state.mark, lines))
}
