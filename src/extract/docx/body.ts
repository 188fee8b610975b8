/** Which text does a Word part hold, with Word's numbers? Insertions count; deletions, hidden text and older copies do not. */
import { withoutUnread } from '../archive/unread.js'
import type { Attributes, Handlers } from '../archive/xml.js'
import { createSheet, newPage, type Sheet } from '../sheet.js'
import { type Space, withStyleSpace } from '../white.js'
import type { Numberer } from '../word/numbering.js'
import { isOn, type Looks, setSpace } from './styles.js'

type Properties = {
  list?: string
  level?: number
  style?: string
  /** Its end was taken out or is hidden: it goes on in the next one. */
  joined?: boolean
  space: Space
}

type State = Means & {
  sheet: Sheet
  /** Of the paragraphs that are open. */
  properties: Properties[]
  /** The note that is read, as what refers to it. */
  note: string
  inText: boolean
  inProperties: boolean
  /** The run is not shown. */
  hidden: boolean
  /** For each content control that is open: it only says what is to be filled in. */
  empty: boolean[]
  /** What stands before the next paragraph: one without an end. */
  before: string
}

type Means = {
  numberOf: Numberer
  looks: Looks
  /** Style of paragraphs that name none. */
  defaultStyle?: string
  /** Notes that the text refers to, as `w:footnote 7`, in the order of their marks. */
  references: string[]
  /** A part of another format is to be put in here. @returns the line that stands for it */
  chunk(id: string): string
}

/** Text taken out or moved away; in the properties of a paragraph it is the paragraph's end that was. */
const TAKEN = new Set(['w:del', 'w:moveFrom'])
/** What is not read: that, the older copy of a drawing, older properties, what helps to pronounce. */
const UNREAD = new Set([...TAKEN, 'mc:Fallback', 'w:rPrChange', 'w:pPrChange', 'w:numberingChange', 'w:rt'])
/** Notes that are only the rule between text and notes. */
const SEPARATORS = new Set(['separator', 'continuationSeparator', 'continuationNotice'])
const NOTES = new Set(['w:footnote', 'w:endnote'])

const STARTS: Record<string, (state: State, attributes: Attributes) => void> = {
  'w:p': startParagraph,
  'w:pPr': (state) => Object.assign(state, { inProperties: true }),
  'w:r': (state) => Object.assign(state, { hidden: false }),
  'w:rStyle': (state, attributes) => hide(state, state.looks.hidden.has(attributes['w:val'] ?? '')),
  'w:vanish': (state, attributes) => hide(state, isOn(attributes)),
  'w:t': (state) => Object.assign(state, { inText: true }),
  'm:t': (state) => Object.assign(state, { inText: true }),
  'w:tab': (state, attributes) => attributes['w:pos'] === undefined && write(state, '\t'),
  'w:ptab': (state) => write(state, '\t'),
  'w:cr': (state) => write(state, '\n'),
  'w:noBreakHyphen': (state) => write(state, '-'),
  'w:sym': (state, attributes) =>
    write(state, String.fromCharCode(Number.parseInt(attributes['w:char'] ?? '20', 16))),
  'w:br': (state, attributes) => (attributes['w:type'] === 'page' ? breakPage(state) : write(state, '\n')),
  'w:lastRenderedPageBreak': ({ sheet }) => sheet.turnPage(),
  'w:pStyle': (state, attributes) => set(state, { style: attributes['w:val'] ?? '' }),
  'w:numId': (state, attributes) => set(state, { list: attributes['w:val'] ?? '' }),
  'w:spacing': (state, attributes) => space(state, 'w:spacing', attributes),
  'w:contextualSpacing': (state, attributes) => space(state, 'w:contextualSpacing', attributes),
  'w:ilvl': (state, attributes) => set(state, { level: Number(attributes['w:val']) }),
  'w:tr': ({ sheet }) => sheet.startRow(),
  'w:tc': ({ sheet }) => sheet.startCell(),
  'w:sdt': ({ empty }) => empty.push(false),
  'w:showingPlcHdr': ({ empty }, attributes) => empty.splice(-1, 1, isOn(attributes)),
  'w:footnoteReference': (state, attributes) => refer(state, 'w:footnote', attributes),
  'w:endnoteReference': (state, attributes) => refer(state, 'w:endnote', attributes),
  'w:altChunk': ({ sheet, chunk }, attributes) => {
    sheet.begin(chunk(attributes['r:id'] ?? ''))
    sheet.end()
  },
}

const ENDS: Record<string, (state: State) => void> = {
  'w:t': (state) => Object.assign(state, { inText: false }),
  'm:t': (state) => Object.assign(state, { inText: false }),
  'w:p': endParagraph,
  'w:pPr': (state) => Object.assign(state, { inProperties: false }),
  'w:tc': endJoined,
  'w:tr': ({ sheet }) => sheet.endRow(),
  'w:sdt': ({ empty }) => empty.pop(),
  'w:body': endJoined,
}

/** @param onNote gets the lines of each note, and what refers to it */
export function bodyReader(
  means: Means,
  onNote?: (reference: string, lines: string[]) => void,
): Handlers & { sheet: Sheet } {
  const sheet = createSheet()
  const state: State = {
    ...means,
    sheet,
    properties: [],
    note: '',
    inText: false,
    inProperties: false,
    hidden: false,
    empty: [],
    before: '',
  }
  const handlers: Handlers = {
    start: (name, attributes) => {
      STARTS[name]?.(state, attributes)
      if (NOTES.has(name)) state.note = `${name} ${attributes['w:id']}`
    },
    text: (value) => {
      if (state.inText) write(state, value)
    },
    end: (name) => {
      ENDS[name]?.(state)
      if (NOTES.has(name))
        onNote?.(
          state.note,
          sheet.pages.splice(0, Infinity, newPage()).flatMap(({ lines }) => lines),
        )
    },
  }
  return { sheet, ...withoutUnread(handlers, (name, attributes) => isUnread(state, name, attributes)) }
}

function isUnread(state: State, name: string, attributes: Attributes): boolean {
  if (name === 'w:sdtContent') return state.empty.at(-1) ?? false
  if (state.inProperties && TAKEN.has(name)) set(state, { joined: true })
  return UNREAD.has(name) || (NOTES.has(name) && SEPARATORS.has(attributes['w:type'] ?? ''))
}

function write({ sheet, hidden }: State, text: string): void {
  if (!hidden) sheet.write(text)
}

/** What stands behind it begins a line; where the text merely ran over the page it goes on. */
function breakPage({ sheet }: State): void {
  sheet.turnPage()
  if (sheet.text() !== '') sheet.write('\n')
}

/** In the properties of a paragraph it is its end that is not shown. */
function hide(state: State, hidden: boolean): void {
  if (!state.inProperties) state.hidden = hidden
  else if (hidden) set(state, { joined: true })
}

function refer({ references, hidden }: State, note: string, attributes: Attributes): void {
  if (!hidden) references.push(`${note} ${attributes['w:id']}`)
}

function startParagraph(state: State): void {
  state.sheet.begin(state.before)
  state.properties.push({ space: {} })
  state.before = ''
  state.hidden = false
}

function space(state: State, name: string, attributes: Attributes): void {
  const properties = state.inProperties ? state.properties.at(-1) : undefined
  if (properties) setSpace(properties.space, name, attributes)
}

function set(state: State, values: Partial<Properties>): void {
  const properties = state.properties.at(-1)
  if (properties) Object.assign(properties, values)
}

function endParagraph(state: State): void {
  const { sheet, properties, numberOf, looks, defaultStyle = '' } = state
  const { joined, space, ...item } = properties.pop() ?? { space: {} }
  const style = item.style ?? defaultStyle
  if (joined) state.before = sheet.take()
  else sheet.end(numberOf(item), { style, ...withStyleSpace(looks.spaces, style, space) })
}

/** Where nothing follows that it could go on in. */
function endJoined(state: State): void {
  if (state.before === '') return
  state.sheet.begin(state.before)
  state.sheet.end()
  state.before = ''
}
