/**
 * Where does one paragraph end and the next begin? Reads the lines of the text once, from the first to the last.
 * The rule that matters most: a line that does not begin with the number to be expected, below a line that did not
 * end its sentence, goes on with the paragraph, over blank lines and page breaks.
 */
import { closes, isCalled, NOTE } from './closing.js'
import type { Draft, Manner, State } from './drafts.js'
import { endsInColon, goesOn, isItem, isPoint, isShort, opensClause, runsOn } from './goes-on.js'
import { type Heading, readHeading } from './headings.js'
import type { Line } from './lines.js'
import { followsLetter, type Mark, readMark } from './marks.js'
import { endsClause, endsWithComma } from './punctuation.js'

export function readBody(lines: Line[], manner: Manner): Draft[] {
  const state: State = { drafts: [] }
  lines.forEach((line, at) => {
    const draft = begins(line, at, lines, state, manner)
    if (draft) take(state, draft)
    else state.drafts.at(-1)?.lines.push(line)
    state.previous = line
  })
  return state.drafts
}

/** Lines that are known to be notes: each begins with its call. */
export function readNotes(lines: Line[]): Draft[] {
  const notes: Draft[] = []
  for (const line of lines) {
    const last = notes.at(-1)
    if (last && !NOTE.test(line.text)) last.lines.push(line)
    else notes.push(whole('note', line))
  }
  return notes
}

/** @returns what begins with this line; nothing where it goes on with the draft above */
function begins(line: Line, at: number, lines: Line[], state: State, manner: Manner): Draft | undefined {
  const open = state.drafts.at(-1)
  const closing = closes(line, at, lines, open?.kind === 'signature')
  if (closing) return closing === 'goes on' ? undefined : whole('signature', line)
  const mark = readMark(line.text)
  if (NOTE.test(line.text) && (manner.belowRule.has(line) || isCalled(line, lines)))
    return whole('note', line)
  if (mark?.kind === 'number' && acceptsNumber(mark, line, state)) {
    return marked(line, mark, mark.value === expected(state) ? 1 : 0.9)
  }
  if (open && awaitsText(open)) return undefined
  if (runsOn(line, state, manner) && !opensClause(line, state, manner) && !(mark && acceptsMark(mark, state)))
    return undefined
  const under = line.gap && (open?.kind === 'heading' || (isPoint(open) && !manner.gapsMeanNothing))
  const [next, third] = lines.slice(at + 1, at + 3)
  const below = next && manner.broken(line, next) && !readMark(next.text) ? undefined : next
  const isLong = next && third && manner.broken(next, third)
  const heading = readHeading(line, under ? undefined : state.previous, below, isLong)
  if (heading) return whole('heading', line, 1, heading)
  if (mark && mark.kind !== 'number' && acceptsMark(mark, state))
    return { ...marked(line, mark, 0.9), apart: mark.kind === 'letter' && mark.value > 1 && !state.letter }
  if (open && open.kind !== 'heading' && goesOn(line, state, manner)) return undefined
  const certain = line.gap && (!state.previous || endsClause(state.previous.text) || open?.kind === 'heading')
  return whole('paragraph', line, certain ? 1 : 0.8)
}

function take(state: State, draft: Draft): void {
  state.listed = draft.kind === 'paragraph' && !draft.mark && (endsInColon(state) || isItem(state))
  if (draft.kind === 'heading') state.letter = state.outerLetter = undefined
  if (draft.mark?.kind === 'letter') state.letter = draft.mark
  if (draft.mark?.kind === 'number') {
    state.number = draft.mark.value
    if (draft.mark.value === 1) state.outerLetter = state.letter
    state.letter = undefined
  }
  state.drafts.push(draft)
}

function whole(kind: Draft['kind'], line: Line, confidence = 1, heading?: Heading): Draft {
  return { kind, heading, mark: undefined, markSpan: undefined, lines: [line], page: line.page, confidence }
}

function expected(state: State): number {
  return (state.number ?? 0) + 1
}

/** The mark stands apart from the text of its line; nothing may be left of the line. */
function marked(line: Line, mark: Mark, confidence: number): Draft {
  const [from, to] = line.span
  const text = line.text.slice(mark.length).trimStart()
  const lines: Line[] = text ? [{ ...line, text, span: [to - text.length, to] }] : []
  return {
    kind: 'paragraph',
    heading: undefined,
    mark,
    markSpan: [from, from + mark.length],
    lines,
    page: line.page,
    confidence,
  }
}

function awaitsText(open: Draft): boolean {
  return open.lines.length === 0
}

/** The expected number always; another one only where the text above has ended, so that a wrapped line is no paragraph. */
function acceptsNumber(mark: Mark, line: Line, state: State): boolean {
  if (state.previous === undefined || mark.value === expected(state)) return true
  const open = state.drafts.at(-1)
  if (open?.kind === 'heading') return true
  return (
    endsClause(state.previous.text) ||
    (line.gap && endsWithComma(state.previous.text) && mark.value > (state.number ?? 0))
  )
}

function acceptsMark(mark: Mark, state: State): boolean {
  const before = state.letter ?? state.outerLetter
  if (mark.kind === 'letter' && !followsLetter(mark, before)) return false
  if (mark.kind === 'bullet') return true
  if (mark.kind === 'decimal')
    return (
      mark.value === state.number && (endsClause(state.previous?.text ?? '') || isUnderTitle(mark, state))
    )
  return (
    !state.previous || endsClause(state.previous.text) || endsWithComma(state.previous.text) || mark.value > 1
  )
}

/** "1.1" right below "1. Opening", which needs no full stop. */
function isUnderTitle({ printed }: Mark, { drafts }: State): boolean {
  const open = drafts.at(-1)
  return /^\d+\.1$/.test(printed) && open?.mark?.kind === 'number' && isShort(open)
}
