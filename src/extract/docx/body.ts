/** Which text does a Word part hold, with Word's numbers? Insertions count, deletions and older copies do not. */
import type { Attributes, Handlers } from '../archive/xml.js'
import { createSheet, type Sheet } from '../sheet.js'
import type { Numberer } from '../word/numbering.js'

type Properties = {
  list?: string
  level?: number
  style?: string
  /** Its end was taken out: it goes on in the next one. */
  joined?: boolean
}

type State = {
  numberOf: Numberer
  sheet: Sheet
  /** Of the paragraphs that are open. */
  properties: Properties[]
  /** Elements open that are not read. */
  unread: number
  inText: boolean
  inProperties: boolean
  /** What stands before the next paragraph: one without an end. */
  before: string
}

/** Text taken out or moved away; in the properties of a paragraph it is the paragraph's end that was. */
const TAKEN = new Set(['w:del', 'w:moveFrom'])
/** What is not read: that, the older copy of a drawing, older properties. */
const UNREAD = new Set([...TAKEN, 'mc:Fallback', 'w:rPrChange', 'w:pPrChange', 'w:numberingChange'])
/** Notes that are only the rule between text and notes. */
const SEPARATORS = new Set(['separator', 'continuationSeparator', 'continuationNotice'])

const STARTS: Record<string, (state: State, attributes: Attributes) => void> = {
  'w:p': startParagraph,
  'w:pPr': (state) => Object.assign(state, { inProperties: true }),
  'w:t': (state) => Object.assign(state, { inText: true }),
  'w:tab': ({ sheet }, attributes) => attributes['w:pos'] === undefined && sheet.write('\t'),
  'w:cr': ({ sheet }) => sheet.write('\n'),
  'w:noBreakHyphen': ({ sheet }) => sheet.write('-'),
  'w:br': ({ sheet }, attributes) => (attributes['w:type'] === 'page' ? sheet.turnPage() : sheet.write('\n')),
  'w:lastRenderedPageBreak': ({ sheet }) => sheet.turnPage(),
  'w:pStyle': (state, attributes) => set(state, { style: attributes['w:val'] ?? '' }),
  'w:numId': (state, attributes) => set(state, { list: attributes['w:val'] ?? '' }),
  'w:ilvl': (state, attributes) => set(state, { level: Number(attributes['w:val']) }),
  'w:tr': ({ sheet }) => sheet.startRow(),
  'w:tc': ({ sheet }) => sheet.startCell(),
}

const ENDS: Record<string, (state: State) => void> = {
  'w:t': (state) => Object.assign(state, { inText: false }),
  'w:p': endParagraph,
  'w:pPr': (state) => Object.assign(state, { inProperties: false }),
  'w:tr': ({ sheet }) => sheet.endRow(),
}

/** @param noteName the element of one note; `onNote` gets the lines of each */
export function bodyReader(
  numberOf: Numberer,
  noteName?: string,
  onNote?: (lines: string[]) => void,
): Handlers & { sheet: Sheet } {
  const sheet = createSheet()
  const state: State = {
    numberOf,
    sheet,
    properties: [],
    unread: 0,
    inText: false,
    inProperties: false,
    before: '',
  }
  return {
    sheet,
    start: (name, attributes) => {
      if (state.inProperties && TAKEN.has(name)) set(state, { joined: true })
      if (UNREAD.has(name) || (name === noteName && SEPARATORS.has(attributes['w:type'] ?? '')))
        state.unread += 1
      if (state.unread > 0) return
      STARTS[name]?.(state, attributes)
    },
    text: (value) => {
      if (state.inText && state.unread === 0) sheet.write(value)
    },
    end: (name) => {
      if (state.unread === 0) {
        ENDS[name]?.(state)
        if (name === noteName)
          onNote?.(sheet.pages.splice(0, Infinity, { lines: [] }).flatMap(({ lines }) => lines))
      } else if (UNREAD.has(name) || name === noteName) state.unread -= 1
    },
  }
}

function startParagraph(state: State): void {
  state.sheet.begin(state.before)
  state.properties.push({})
  state.before = ''
}

function set(state: State, values: Properties): void {
  const properties = state.properties.at(-1)
  if (properties) Object.assign(properties, values)
}

/** An empty paragraph of a list has its number too, but nothing stands behind it. */
function endParagraph(state: State): void {
  const { sheet, properties, numberOf } = state
  const { joined, ...item } = properties.pop() ?? {}
  if (joined) {
    state.before = sheet.take()
    return
  }
  const number = numberOf(item)
  sheet.end(sheet.text().trim() === '' ? '' : number)
}
