/**
 * Where does one paragraph end and the next begin? Reads the lines of the text once, from the first to the last.
 * The rule that matters most: a line that does not begin with the number to be expected, below a line that did not
 * end its sentence, goes on with the paragraph, over blank lines and page breaks.
 */
import type { Span } from '../model.js'
import { closes, isCalled, NOTE } from './closing.js'
import { type Heading, readHeading } from './headings.js'
import { isApart, type Line } from './lines.js'
import { followsLetter, type Mark, readMark } from './marks.js'
import { endsClause, endsSentence, endsWithComma } from './punctuation.js'
import type { Broken } from './width.js'
import { beginsWith, opensAsCouncil, wordCount } from './words.js'

/** A paragraph in the making. `mark` and its span stand before the text, on the first line. */
export type Draft = {
  kind: 'heading' | 'paragraph' | 'note' | 'signature'
  heading?: Heading
  mark?: Mark
  markSpan?: Span
  /** A letter that goes on behind numbers: it belongs to none of them. */
  apart?: boolean
  /** One for each unbroken stretch of its text. */
  lines: Line[]
  page: number
  /** Lower where the place of the break was a guess. */
  confidence: number
}

/** How the text is laid out, as far as it decides what a line break means. */
export type Manner = {
  /** Lines are broken by the width of the page, not by the sense. */
  wrapped: boolean
  broken: Broken
  /** A blank line stands after nearly every line, and so means nothing. */
  gapsMeanNothing: boolean
  /** A blank line or the layout parts the clauses of a preamble, so that one without it is none. */
  clausesApart: boolean
  /** Lines right below a rule across the page. */
  belowRule: Set<Line>
}

type State = {
  drafts: Draft[]
  previous?: Line
  /** Last number of the running count; undefined before the first. */
  number?: number
  letter?: Mark
  /** The last letter of the list that a list of numbers stands in: "b) … 1. … 2. … c)". */
  outerLetter?: Mark
  /** The open paragraph is one of a list without marks: short lines apart from each other, below a colon. */
  listed?: boolean
}

/** A head of state with name and titles. */
const ITEM_WORDS = 25
const HEADING_WORDS = 9
/** "Decides", on a line of its own. */
const DECISION_WORDS = 2

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

/** Does a line without a mark go on with the paragraph above it? */
function goesOn(line: Line, state: State, manner: Manner): boolean {
  const alone = /:$/.test(line.text) || (line.gap && wordCount(line.text) <= DECISION_WORDS)
  if (alone && beginsWith(line.text, 'openers')) return false
  const above = state.previous?.text ?? ''
  const gap = line.gap && !manner.gapsMeanNothing
  const tight = isTight(line, state, manner) && wordCount(line.text) > 1
  if (((gap && isApart(line)) || tight) && isItem(state)) return false
  if (gap && (isDecision(state) || isPoint(state.drafts.at(-1)))) return false
  if (beginsWith(line.text, 'persons') && (isItem(state) || endsInColon(state))) return false
  if (endsSentence(above) || endsClause(above)) return manner.wrapped && !gap && !hadRoom(line, state, manner)
  if (beginsWith(line.text, 'preambular'))
    return (
      manner.wrapped && !gap && !(endsWithComma(above) && inPreamble(state) && beginsClause(line, manner))
    )
  if (gap && endsWithComma(above) && inPreamble(state)) return false
  return !(endsWithComma(above) && gap && /^["'\u00AB\u201C(]?\p{Lu}/u.test(line.text))
}

/** The line above was broken before the first word of this one, and not where a clause ends. */
function runsOn(line: Line, { previous }: State, { broken }: Manner): boolean {
  return previous !== undefined && !endsClause(previous.text) && broken(previous, line) === true
}

/** "Recalling" below the comma of another clause; a small letter begins none. */
function opensClause(line: Line, state: State, manner: Manner): boolean {
  const below = endsWithComma(state.previous?.text ?? '') && inPreamble(state)
  return (
    below && beginsWith(line.text, 'preambular') && beginsClause(line, manner) && !/^\p{Ll}/u.test(line.text)
  )
}

/** The first word would have fitted into the line above: its author ended it. */
function hadRoom(line: Line, { previous }: State, { broken }: Manner): boolean {
  return previous !== undefined && broken(previous, line) === false
}

/** "Recalling" with a capital always; where clauses stand apart, one without white above it and without a capital does not. */
function beginsClause(line: Line, manner: Manner): boolean {
  return /^\p{Lu}/u.test(line.text) || !manner.clausesApart
}

function endsInColon({ previous }: State): boolean {
  return /(?::|\. \.)\s*$/.test(previous?.text ?? '')
}

/** One line of few words below the colon, or below another such line. */
function isItem({ listed, drafts }: State): boolean {
  const open = drafts.at(-1)
  return (
    listed === true &&
    open !== undefined &&
    wordCount(open.lines.map((line) => line.text).join(' ')) <= ITEM_WORDS
  )
}

/** A point of a list, on one line of few words: it needs no full stop. */
function isPoint(open: Draft | undefined): boolean {
  return open?.mark?.kind === 'bullet' && isShort(open)
}

function isShort({ lines }: Draft): boolean {
  return lines.length === 1 && wordCount(lines[0]?.text ?? '') <= HEADING_WORDS
}

/** No white stands between the items, and the line above was not broken by the width of the page; a word alone still ends the item above. */
function isTight({ close }: Line, { drafts }: State, { wrapped }: Manner): boolean {
  const [first] = drafts.at(-1)?.lines ?? []
  return (close || !wrapped) && first !== undefined && !isApart(first)
}

/** "Decides" alone, without its colon. */
function isDecision({ drafts }: State): boolean {
  const [line, more] = drafts.at(-1)?.lines ?? []
  return (
    line !== undefined && !more && wordCount(line.text) <= DECISION_WORDS && beginsWith(line.text, 'openers')
  )
}

/** The paragraph above opens a resolution or declaration, or is a clause of its preamble. */
function inPreamble(state: State): boolean {
  const first = state.drafts.at(-1)?.lines[0]?.text ?? ''
  return beginsWith(first, 'preambular') || beginsWith(first, 'openers') || opensAsCouncil(first)
}
