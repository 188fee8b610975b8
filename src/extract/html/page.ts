/**
 * Which lines does a page show? One for each block and for each row of a table, with what stands between them and what is
 * known of each. Reads tags as they come, so that no nesting, however deep, costs more than its bytes.
 */
import {
  type Attributes,
  BLOCKS,
  HEADING,
  isAside,
  isBox,
  isHidden,
  isHome,
  isLink,
  isMain,
  VOID,
} from './elements.js'
import { type List, listOf, numberOf } from './items.js'
import { type Cell, type Gap, type Line, linesOfRow, MENU } from './line.js'
import { createLooks, type Look, type Looks } from './looks.js'

type State = {
  lines: Line[]
  text: string
  /** What stands before the text. */
  gap: Gap
  links: number
  linked: number
  inLink: boolean
  /** Of the list item that begins; stands before its first words. */
  number: string
  rows: Cell[][]
  lists: (List | undefined)[]
  /** Open elements of a kind, outermost first, with those of the same name inside. */
  hidden: string[]
  main: string[]
  aside: string[]
  boxes: string[]
  heading: boolean
  preformatted: number
  looks: Looks
  /** What stands in the element `style` that is open. */
  css: string
  /** Open blocks, and whether white stands below each. */
  blocks: { name: string; below: boolean }[]
}

/** Characters of a style sheet: no more matters to the text of a page. */
const MOST_CSS = 512 * 1024
const INLINE: Look = { above: false, below: false }
const PRINTED_NUMBER = /^\(?\p{N}{1,3}[.)](?!\p{N})/u

const OPENS: Record<string, (state: State, attributes: Attributes, look: Look) => void> = {
  br: breakLine,
  pre: (state) => Object.assign(state, { preformatted: state.preformatted + 1 }),
  ul: (state, attributes, { marker }) =>
    state.lists.push(marker === 'none' ? listOf(attributes, marker) : undefined),
  ol: (state, attributes, { marker }) => state.lists.push(listOf(attributes, marker)),
  li: (state, attributes, { marker }) => {
    const number = state.lists.length > 0 ? numberOf(state.lists.at(-1), attributes) : ''
    state.number = marker === 'none' ? '' : number
  },
  tr: (state) => state.rows.push([]),
  td: (state) => state.rows.at(-1)?.push([]),
  th: (state) => state.rows.at(-1)?.push([]),
}

const CLOSES: Record<string, (state: State) => void> = {
  pre: (state) => Object.assign(state, { preformatted: Math.max(0, state.preformatted - 1) }),
  ul: (state) => state.lists.pop(),
  ol: (state) => state.lists.pop(),
  tr: endRow,
  a: (state) => Object.assign(state, { inLink: false }),
}

export function pageReader() {
  const state: State = {
    lines: [],
    text: '',
    gap: 'none',
    links: 0,
    linked: 0,
    inLink: false,
    number: '',
    rows: [],
    lists: [],
    hidden: [],
    main: [],
    aside: [],
    boxes: [],
    heading: false,
    preformatted: 0,
    looks: createLooks(),
    css: '',
    blocks: [],
  }
  return {
    open: (name: string, attributes: Attributes) => open(state, name, attributes),
    text: (text: string) => {
      if (state.hidden.at(-1) === 'style' && state.css.length < MOST_CSS) state.css += text
      if (state.hidden.length > 0) return
      state.text += state.preformatted > 0 ? text : text.replace(/[\s\u00A0]+/g, ' ')
      if (state.inLink) state.linked += text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
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
  const look = BLOCKS.has(name) ? state.looks.of(name, attributes) : INLINE
  if (BLOCKS.has(name)) openBlock(state, name, look)
  enter(state.boxes, name, isBox(attributes))
  enter(state.main, name, isMain(name, attributes))
  enter(state.aside, name, isAside(name, attributes))
  if (HEADING.test(name)) state.heading = true
  if (isLink(name, attributes))
    Object.assign(state, { inLink: true, links: state.links + (isHome(attributes) ? MENU : 1) })
  OPENS[name]?.(state, attributes, look)
}

function readStyle(state: State): void {
  state.looks.add(state.css)
  state.css = ''
}

function openBlock(state: State, name: string, { above, below }: Look): void {
  endLine(state)
  if (above) widen(state, 'space')
  if (!VOID.has(name)) state.blocks.push({ name, below })
  else if (below) widen(state, 'space')
}

function closeBlock(state: State, name: string): void {
  endLine(state)
  const at = state.blocks.findLastIndex((block) => block.name === name)
  if (at < 0) return
  if (state.blocks[at]?.below) widen(state, 'space')
  state.blocks.length = at
}

/** What is inside an element of a kind is counted only where it has the same name, so that its end is known. */
function enter(open: string[], name: string, begins: boolean): void {
  if (!VOID.has(name) && (open.at(-1) === name || (begins && open.length === 0))) open.push(name)
}

function close(state: State, name: string): void {
  if (state.hidden.length > 0) {
    if (name === 'style') readStyle(state)
    const at = state.hidden.lastIndexOf(name)
    if (at >= 0) state.hidden.length = at
    return
  }
  if (name === 'p' && state.text.trim() === '') widen(state, 'blank')
  if (BLOCKS.has(name)) closeBlock(state, name)
  for (const open of [state.main, state.aside]) if (open.at(-1) === name) open.pop()
  if (state.boxes.at(-1) === name && state.boxes.pop() && state.boxes.length === 0) state.text += ' '
  if (HEADING.test(name)) state.heading = false
  CLOSES[name]?.(state)
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
  const { text, links, linked, heading } = state
  Object.assign(state, { text: '', links: 0, linked: 0 })
  const place = state.rows.at(-1)?.at(-1) ?? state.lines
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const [main, aside] = [state.main.length > 0, state.aside.length > 0]
    place.push({ text: numbered(state, line), gap: state.gap, main, aside, heading, links, linked })
    state.gap = 'none'
  }
}

/** Some word processors print the number of an item into its text, and hide the one of the list. */
function numbered(state: State, text: string): string {
  const { number } = state
  state.number = ''
  return number === '' || PRINTED_NUMBER.test(text) ? text : `${number} ${text}`
}

function endRow(state: State): void {
  const cells = state.rows.pop() ?? []
  const place = state.rows.at(-1)?.at(-1) ?? state.lines
  for (const line of linesOfRow(cells)) place.push(line)
}
