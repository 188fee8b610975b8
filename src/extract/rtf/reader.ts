/**
 * Which paragraphs does an RTF file hold? The numbers of lists are in the file as text (`\listtext`), or counted by its
 * list tables; tables become rows, footnotes stand at the end; what was deleted or hidden is left out.
 */
import { BayanError } from '../../errors.js'
import type { Sheet } from '../sheet.js'
import { endPattern } from './lists.js'
import { byte, createState, flush, groupOf, type State, sheetOf } from './state.js'
import type { Handlers } from './tokens.js'
import { endBox, endNote, endParagraph, endRow, word } from './words.js'

const DEEPEST = 1000

export function rtfReader(file: Uint8Array): Handlers & { lines(): { sheet: Sheet; notes: string[] } } {
  const state = createState()
  const sheet = sheetOf(state)
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
  if (group?.destination === 'pattern' && groupOf(state).destination === 'lists') endPattern(state.lists)
  if (group?.note) endNote(state)
  if (group?.box) endBox(sheetOf(state))
}
