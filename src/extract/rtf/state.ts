/** What is known at a place of an RTF file, and how its bytes become text there. */
import { createSheet, type Sheet } from '../sheet.js'
import type { Space } from '../white.js'
import { createLists, type Lists } from './lists.js'
import { decodeRun } from './pages.js'

/** What is passed over may hold groups that are read: the text of a drawing. */
export type Destination = 'body' | 'fonts' | 'lists' | 'number' | 'passed' | 'pattern' | 'skipped'
/** Those whose characters are kept. */
const WRITTEN = new Set<Destination>(['body', 'number', 'pattern'])
/** What a group has of its own; it ends with the group. */
export type Group = {
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
export type State = {
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
  /** As the file brings it in text. */
  number: string
  lists: Lists
  inTable: boolean
  /** Around the paragraph. */
  space: Space & { style?: string }
}

export function createState(): State {
  return {
    groups: [
      {
        destination: 'body',
        fallback: 1,
        hidden: false,
        deleted: false,
        note: false,
        box: false,
        optional: false,
      },
    ],
    sheets: [createSheet()],
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
    lists: createLists(),
    inTable: false,
    space: {},
  }
}

export function groupOf({ groups }: State): Group {
  return groups.at(-1) as Group
}

export function sheetOf({ sheets }: State): Sheet {
  return sheets.at(-1) as Sheet
}

export function byte(state: State, value: number): void {
  if (state.over > 0) {
    state.over -= 1
    return
  }
  const group = groupOf(state)
  if (!WRITTEN.has(group.destination)) return
  const page = group.page ?? state.fonts.get(state.defaultFont) ?? state.filePage
  if (page !== state.pendingPage) flush(state)
  state.pendingPage = page
  state.pending.push(value)
}

export function flush(state: State): void {
  if (state.pending.length === 0) return
  const text = decodeRun(Uint8Array.from(state.pending), state.pendingPage)
  state.pending = []
  add(state, text)
}

export function add(state: State, text: string): void {
  const { destination, hidden, deleted } = groupOf(state)
  if (destination === 'number') state.number += text
  else if (destination === 'pattern') state.lists.pattern += text
  else if (destination === 'body' && !hidden && !deleted) sheetOf(state).write(text)
}
