/**
 * Which lines does a page show? One for each block and for each row of a table, with what stands between them; what
 * only leads through the site (menus, margins, forms, scripts) is left out. Reads tags as they come, so that no nesting,
 * however deep, costs more than its bytes.
 */
import { numeral } from '../numerals.js'

/** Before a line: nothing, the space around a paragraph, or an empty one that the author put there. */
type Gap = 'none' | 'space' | 'blank'
export type Line = { text: string; main: boolean; gap: Gap }

type Attributes = Record<string, string>
type List = { format: string; next: number; step: number }
type Row = { cells: Line[][] }

type State = {
  lines: Line[]
  text: string
  /** What stands before the text. */
  gap: Gap
  /** Of the list item that begins; stands before its first words. */
  number: string
  rows: Row[]
  lists: (List | undefined)[]
  /** Open elements that say whether their content is read, outermost first. */
  hidden: string[]
  main: string[]
  preformatted: number
}

const HIDDEN = new Set(
  'head script style del noscript template svg math iframe object canvas audio video nav aside footer form button select textarea dialog menu'.split(
    ' ',
  ),
)
const HIDDEN_ROLES = new Set([
  'navigation',
  'banner',
  'complementary',
  'search',
  'contentinfo',
  'menu',
  'dialog',
])
const BLOCKS = new Set(
  'address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** Browsers leave space around them. */
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 blockquote ol ul dl pre table figure hr'.split(' '))
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** The `type` of an ordered list in the words of Word. */
const FORMATS: Record<string, string> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}
const PRINTED_NUMBER = /^\(?\p{N}{1,3}[.)](?!\p{N})/u
/** Where the mark of a note leads, in pages of Word, LibreOffice, Markdown and Wikipedia. */
const NOTE_MARK = /#(?:_?(?:ftn|edn)\d|sd(?:foot|end)note\d+sym|fn:?\d|cite_note)/
/** The same in the words of CSS. */
const CSS_FORMATS: Record<string, string> = {
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'decimal-leading-zero': 'decimalZero',
  'arabic-indic': 'hindiNumbers',
  none: 'none',
}
const CSS_FORMAT = /list-style(?:-type)?\s*:[^;]*?([a-z-]+)\s*(?:;|$)/i
const BULLET = '\u2022'

const OPENS: Record<string, (state: State, attributes: Attributes) => void> = {
  br: breakLine,
  pre: (state) => Object.assign(state, { preformatted: state.preformatted + 1 }),
  ul: (state) => state.lists.push(undefined),
  ol: (state, attributes) => state.lists.push(listOf(attributes)),
  li: startItem,
  tr: (state) => state.rows.push({ cells: [] }),
  td: (state) => state.rows.at(-1)?.cells.push([]),
  th: (state) => state.rows.at(-1)?.cells.push([]),
}

const CLOSES: Record<string, (state: State) => void> = {
  pre: (state) => Object.assign(state, { preformatted: Math.max(0, state.preformatted - 1) }),
  ul: (state) => state.lists.pop(),
  ol: (state) => state.lists.pop(),
  tr: endRow,
}

export function pageReader() {
  const state: State = {
    lines: [],
    text: '',
    gap: 'none',
    number: '',
    rows: [],
    lists: [],
    hidden: [],
    main: [],
    preformatted: 0,
  }
  return {
    open: (name: string, attributes: Attributes) => open(state, name, attributes),
    text: (text: string) => {
      if (state.hidden.length === 0)
        state.text += state.preformatted > 0 ? text : text.replace(/[\s\u00A0]+/g, ' ')
    },
    close: (name: string) => close(state, name),
    lines: () => {
      endLine(state)
      while (state.rows.length > 0) endRow(state)
      return state.lines
    },
  }
}

function open(state: State, name: string, attributes: Attributes): void {
  if (state.hidden.length > 0 || isHidden(name, attributes)) {
    if (!VOID.has(name)) state.hidden.push(name)
    return
  }
  if (BLOCKS.has(name)) endLine(state)
  if (PARAGRAPHS.has(name)) widen(state, 'space')
  if (isMain(name, attributes) || state.main.at(-1) === name) state.main.push(name)
  OPENS[name]?.(state, attributes)
}

function close(state: State, name: string): void {
  if (state.hidden.length > 0) {
    const at = state.hidden.lastIndexOf(name)
    if (at >= 0) state.hidden.length = at
    return
  }
  if (name === 'p' && state.text.trim() === '') widen(state, 'blank')
  if (BLOCKS.has(name)) endLine(state)
  if (PARAGRAPHS.has(name)) widen(state, 'space')
  if (state.main.at(-1) === name) state.main.pop()
  CLOSES[name]?.(state)
}

function isHidden(name: string, attributes: Attributes): boolean {
  return (
    HIDDEN.has(name) ||
    HIDDEN_ROLES.has(attributes.role ?? '') ||
    attributes.hidden !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    /display\s*:\s*none/i.test(attributes.style ?? '') ||
    (name === 'a' && NOTE_MARK.test(attributes.href ?? ''))
  )
}

function isMain(name: string, attributes: Attributes): boolean {
  return (
    name === 'main' ||
    name === 'article' ||
    attributes.role === 'main' ||
    attributes.itemprop === 'articleBody'
  )
}

function listOf({ type, start, reversed, style }: Attributes): List {
  const named = style?.match(CSS_FORMAT)?.[1]?.toLowerCase() ?? ''
  return {
    format: CSS_FORMATS[named] ?? FORMATS[type ?? ''] ?? 'decimal',
    next: Number(start ?? 1) || 1,
    step: reversed === undefined ? 1 : -1,
  }
}

function startItem(state: State, attributes: Attributes): void {
  if (state.lists.length === 0) return
  const list = state.lists.at(-1)
  if (!list) {
    state.number = BULLET
    return
  }
  const value = Number(attributes.value ?? list.next) || list.next
  const number = numeral(list.format, value)
  state.number = number && `${number}.`
  list.next = value + list.step
}

/** A line without words between two others is a blank one. */
function breakLine(state: State): void {
  if (state.text.trim() === '') widen(state, 'blank')
  endLine(state)
}

function widen(state: State, gap: Gap): void {
  if (gap === 'blank' || state.gap === 'none') state.gap = gap
}

function endLine(state: State): void {
  const lines = state.text.split('\n').map((text) => text.trim())
  state.text = ''
  const place = state.rows.at(-1)?.cells.at(-1) ?? state.lines
  for (const text of lines) {
    if (text === '') continue
    place.push({ text: numbered(state, text), main: state.main.length > 0, gap: state.gap })
    state.gap = 'none'
  }
}

/** Some word processors print the number of an item into its text, and hide the one of the list. */
function numbered(state: State, text: string): string {
  const { number } = state
  state.number = ''
  return number === '' || PRINTED_NUMBER.test(text) ? text : `${number} ${text}`
}

/** Cells side by side make one line; a row with one cell of text is only layout and stays lines. */
function endRow(state: State): void {
  const cells = (state.rows.pop()?.cells ?? []).filter((lines) => lines.length > 0)
  const place = state.rows.at(-1)?.cells.at(-1) ?? state.lines
  if (cells.length < 2) place.push(...(cells[0] ?? []))
  else
    place.push({
      text: cells.map(asCell).join('\t'),
      gap: cells[0]?.[0]?.gap ?? 'none',
      main: cells.every((lines) => lines.every(({ main }) => main)),
    })
}

function asCell(lines: Line[]): string {
  return lines.map(({ text }) => text).join(' ')
}
