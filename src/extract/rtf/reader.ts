/**
 * Which paragraphs does an RTF file hold? The numbers of lists are in the file as text (`\listtext`); tables become rows,
 * footnotes stand at the end; what was deleted or hidden is left out.
 */
import { BayanError } from '../../errors.js'
import { createSheet, noteLines, type Sheet } from '../sheet.js'
import { decodeBytes, pageOfCharset, pageOfNumber } from './pages.js'
import type { Handlers } from './tokens.js'

/** What is passed over may hold groups that are read: the text of a drawing. */
type Destination = 'body' | 'fonts' | 'number' | 'passed' | 'skipped'
/** What a group has of its own; it ends with the group. */
type Group = {
  destination: Destination
  page?: string
  /** Characters that stand for a `\u` where it is not understood. */
  fallback: number
  hidden: boolean
  deleted: boolean
  note: boolean
  /** It is the text of a drawing. */
  box: boolean
  /** The group began with `\*`: what is not known is not read. */
  optional: boolean
}
type State = {
  file: Uint8Array
  groups: Group[]
  sheets: Sheet[]
  notes: string[]
  /** How many notes there were. */
  marks: number
  filePage: string
  fonts: Map<number, string>
  /** The one whose definition is read. */
  font: number
  defaultFont: number
  /** Bytes that wait to be decoded together. */
  pending: number[]
  pendingPage: string
  /** Characters still to be passed over after a `\u`. */
  over: number
  number: string
  inTable: boolean
}

const DEEPEST = 1000
const TEXTS: Record<string, string> = {
  tab: '\t',
  line: '\n',
  emdash: '\u2014',
  endash: '\u2013',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201C',
  rdblquote: '\u201D',
  bullet: '\u2022',
  emspace: ' ',
  enspace: ' ',
  '~': '\u00A0',
  _: '-',
  '{': '{',
  '}': '}',
  '\\': '\\',
}
/** Groups that are no text of the body. */
const SKIPPED = new Set(
  'colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf nonshppict xe tc rxe objdata bkmkstart bkmkend atnid atnauthor annotation ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn listtable listoverridetable revtbl rsidtbl generator pn pntxta pntxtb private template'.split(
    ' ',
  ),
)
/** Groups of which some inner ones are read; so are all that begin with `\*` and are not known. */
const PASSED = new Set(['upr', 'shpinst'])
/** Read although they begin with `\*` or lie inside such a group. */
const READ = new Set(['footnote', 'ud', 'shptxt', 'dptxbxtext'])

const WORDS: Record<string, (state: State, group: Group, value: number | undefined) => void> = {
  '*': (_, group) => Object.assign(group, { optional: true }),
  par: endParagraph,
  sect: endParagraph,
  '\n': endParagraph,
  '\r': endParagraph,
  page: (state) => sheetOf(state).turnPage(),
  pagebb: (state) => sheetOf(state).turnPage(),
  pard: (state) => Object.assign(state, { inTable: false }),
  intbl: (state) => Object.assign(state, { inTable: true }),
  cell: endCell,
  row: endRow,
  nestcell: (state) => add(state, '\t'),
  nestrow: endParagraph,
  u: unicode,
  uc: (_, group, value) => Object.assign(group, { fallback: Math.max(value ?? 1, 0) }),
  f: chooseFont,
  deff: (state, _, value) => Object.assign(state, { defaultFont: value ?? 0 }),
  fcharset: (state, group, value) => {
    const page = pageOfCharset(value ?? 0)
    if (group.destination === 'fonts' && page) state.fonts.set(state.font, page)
  },
  cpg: (state, group, value) => {
    if (group.destination === 'fonts' && value) state.fonts.set(state.font, pageOfNumber(value))
  },
  ansicpg: (state, _, value) => Object.assign(state, { filePage: pageOfNumber(value ?? 1252) }),
  mac: (state) => Object.assign(state, { filePage: 'macintosh' }),
  v: (_, group, value) => Object.assign(group, { hidden: value !== 0 }),
  deleted: (_, group, value) => Object.assign(group, { deleted: value !== 0 }),
  plain: (_, group) => Object.assign(group, { hidden: false, deleted: false, page: undefined }),
  fonttbl: (_, group) => Object.assign(group, { destination: 'fonts' }),
  listtext: startNumber,
  pntext: startNumber,
  footnote: startNote,
  shptxt: startBox,
  dptxbxtext: startBox,
}

export function rtfReader(file: Uint8Array): Handlers & { lines(): { sheet: Sheet; notes: string[] } } {
  const sheet = createSheet()
  const outermost: Group = {
    destination: 'body',
    fallback: 1,
    hidden: false,
    deleted: false,
    note: false,
    box: false,
    optional: false,
  }
  const state: State = {
    file,
    groups: [outermost],
    sheets: [sheet],
    notes: [],
    marks: 0,
    filePage: 'windows-1252',
    fonts: new Map(),
    font: 0,
    defaultFont: 0,
    pending: [],
    pendingPage: '',
    over: 0,
    number: '',
    inTable: false,
  }
  sheet.begin()
  return {
    open: () => open(state),
    close: () => close(state),
    word: (name, value) => word(state, name, value),
    bytes: (from, to) => {
      for (let at = from; at < to; at++) byte(state, file[at] as number)
    },
    byte: (value) => byte(state, value),
    lines: () => {
      while (state.groups.length > 1) close(state)
      endParagraph(state)
      endRow(state)
      return { sheet, notes: state.notes }
    },
  }
}

function groupOf({ groups }: State): Group {
  return groups.at(-1) as Group
}

function sheetOf({ sheets }: State): Sheet {
  return sheets.at(-1) as Sheet
}

function open(state: State): void {
  if (state.groups.length > DEEPEST) throw new BayanError('MARKUP_TOO_DEEP', { limit: DEEPEST })
  flush(state)
  state.over = 0
  state.groups.push({ ...groupOf(state), optional: false, note: false, box: false })
}

function close(state: State): void {
  flush(state)
  state.over = 0
  if (state.groups.length === 1) return
  const group = state.groups.pop()
  if (group?.note) endNote(state)
  if (group?.box) endBox(sheetOf(state))
}

function word(state: State, name: string, value: number | undefined): void {
  const group = groupOf(state)
  if (name !== 'u') flush(state)
  if (state.over > 0 && name !== 'u' && name !== 'uc') {
    state.over -= 1
    if (TEXTS[name] !== undefined) return
  }
  if (group.destination !== 'skipped') group.destination = destinationOf(name, group)
  if (name !== '*') group.optional = false
  const text = TEXTS[name]
  if (text !== undefined) add(state, text)
  else if (group.destination !== 'skipped' && group.destination !== 'passed')
    WORDS[name]?.(state, group, value)
}

function destinationOf(name: string, { destination, optional }: Group): Destination {
  if (READ.has(name)) return 'body'
  if (SKIPPED.has(name)) return 'skipped'
  return PASSED.has(name) || (optional && WORDS[name] === undefined) ? 'passed' : destination
}

function byte(state: State, value: number): void {
  if (state.over > 0) {
    state.over -= 1
    return
  }
  const group = groupOf(state)
  if (group.destination !== 'body' && group.destination !== 'number') return
  const page = group.page ?? state.fonts.get(state.defaultFont) ?? state.filePage
  if (page !== state.pendingPage) flush(state)
  state.pendingPage = page
  state.pending.push(value)
}

function flush(state: State): void {
  if (state.pending.length === 0) return
  const text = decodeBytes(Uint8Array.from(state.pending), state.pendingPage)
  state.pending = []
  add(state, text)
}

function add(state: State, text: string): void {
  const { destination, hidden, deleted } = groupOf(state)
  if (destination === 'number') state.number += text
  else if (destination === 'body' && !hidden && !deleted) sheetOf(state).write(text)
}

/** A signed number of sixteen bits; pairs of surrogates come as two. */
function unicode(state: State, { fallback }: Group, value = 0): void {
  flush(state)
  add(state, String.fromCharCode(value & 0xffff))
  state.over = fallback
}

function chooseFont(state: State, group: Group, value = 0): void {
  if (group.destination === 'fonts') state.font = value
  else group.page = state.fonts.get(value) ?? state.filePage
}

function startNumber(_: State, group: Group): void {
  group.destination = 'number'
}

function startNote(state: State, group: Group): void {
  group.note = true
  const sheet = createSheet()
  sheet.begin()
  state.sheets.push(sheet)
}

function endNote(state: State): void {
  const sheet = state.sheets.pop()
  if (!sheet) return
  sheet.end()
  const lines = sheet.pages.flatMap((page) => page.lines)
  state.marks += 1
  state.notes.push(...noteLines(state.marks, lines))
}

function startBox(state: State, group: Group): void {
  group.box = true
  sheetOf(state).begin()
}

function endBox(sheet: Sheet): void {
  if (sheet.text().trim() === '') sheet.take()
  else sheet.end()
}

function endParagraph(state: State): void {
  const sheet = sheetOf(state)
  if (state.inTable && state.sheets.length === 1) sheet.inCell()
  const number = state.number.trim()
  state.number = ''
  sheet.end(sheet.text().trim() === '' ? '' : number)
  sheet.begin()
}

function endCell(state: State): void {
  state.inTable = true
  endParagraph(state)
  sheetOf(state).endCell()
}

function endRow(state: State): void {
  const left = sheetOf(state).take()
  sheetOf(state).endRow()
  sheetOf(state).begin(left)
}
