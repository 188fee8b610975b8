/** What do the control words of an RTF file mean? Those that are not known are passed over. */
import { createSheet, noteLines, type Sheet, withBullets } from '../sheet.js'
import { LIST_WORDS, nextNumber } from './lists.js'
import { pageOfCharset, pageOfNumber } from './pages.js'
import { add, type Destination, flush, type Group, groupOf, type State, sheetOf } from './state.js'

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
  'colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf nonshppict xe tc rxe objdata bkmkstart bkmkend atnid atnauthor annotation shprslt ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn revtbl rsidtbl generator pn pntxta pntxtb private template'.split(
    ' ',
  ),
)
/** Groups of which some inner ones are read; so are all that begin with `\*` and are not known. */
const PASSED = new Set(['upr', 'shpinst'])
/** Read although they begin with `\*` or lie inside such a group. */
const READ = new Set(['footnote', 'ud', 'shptxt', 'dptxbxtext', 'moMath'])

const WORDS: Record<string, (state: State, group: Group, value: number | undefined) => void> = {
  '*': (_, group) => Object.assign(group, { optional: true }),
  /** The end of a paragraph can be taken out too. */
  par: (state, group) => {
    if (!group.deleted) endParagraph(state)
  },
  sect: endParagraph,
  '\n': endParagraph,
  '\r': endParagraph,
  page: (state) => sheetOf(state).turnPage(),
  pagebb: (state) => sheetOf(state).turnPage(),
  pard: (state) => {
    state.inTable = false
    state.lists.item = {}
    state.space = {}
  },
  s: (state, _, value) => Object.assign(state.space, { style: String(value ?? 0) }),
  sb: (state, _, value) => Object.assign(state.space, { before: value ?? 0 }),
  sa: (state, _, value) => Object.assign(state.space, { after: value ?? 0 }),
  contextualspace: (state, _, value) => Object.assign(state.space, { close: value !== 0 }),
  ls: (state, _, value) =>
    Object.assign(state.lists.item, value ? { list: String(value) } : { list: undefined }),
  ilvl: (state, _, value) => Object.assign(state.lists.item, { level: value ?? 0 }),
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
  listtable: startLists,
  listoverridetable: startLists,
  listtext: startNumber,
  pntext: startNumber,
  footnote: startNote,
  shptxt: startBox,
  dptxbxtext: startBox,
}

export function word(state: State, name: string, value: number | undefined): void {
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
  else if (group.destination === 'lists') listWord(state, group, name, value ?? 0)
  else if (group.destination !== 'skipped' && group.destination !== 'passed')
    WORDS[name]?.(state, group, value)
}

function destinationOf(name: string, { destination, optional }: Group): Destination {
  if (READ.has(name)) return 'body'
  if (SKIPPED.has(name)) return 'skipped'
  return PASSED.has(name) || (optional && WORDS[name] === undefined) ? 'passed' : destination
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

function startLists(_: State, group: Group): void {
  group.destination = 'lists'
}

function listWord({ lists }: State, group: Group, name: string, value: number): void {
  if (name === 'leveltext') group.destination = 'pattern'
  else LIST_WORDS[name]?.(lists, value)
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

export function endNote(state: State): void {
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

export function endBox(sheet: Sheet): void {
  if (sheet.text().trim() === '') sheet.take()
  else sheet.end()
}

export function endParagraph(state: State): void {
  const sheet = sheetOf(state)
  if (state.inTable && state.sheets.length === 1) sheet.inCell()
  const counted = nextNumber(state.lists)
  const number = withBullets(state.number.trim()) || counted
  state.number = ''
  sheet.end(number, { ...state.space })
  sheet.begin()
}

function endCell(state: State): void {
  state.inTable = true
  endParagraph(state)
  sheetOf(state).endCell()
}

export function endRow(state: State): void {
  const left = sheetOf(state).take()
  sheetOf(state).endRow()
  sheetOf(state).begin(left)
}
