/** Does a line without a mark go on with the paragraph above it, and what kind of paragraph is that? */
import type { Draft, Manner, State } from './drafts.js'
import { isApart, type Line } from './lines.js'
import { endsClause, endsSentence, endsWithComma } from './punctuation.js'
import { beginsWith, opensAsCouncil, wordCount } from './words.js'

/** A head of state with name and titles. */
const ITEM_WORDS = 25
const HEADING_WORDS = 9
/** "Decides", on a line of its own. */
const DECISION_WORDS = 2

/** Does a line without a mark go on with the paragraph above it? */
export function goesOn(line: Line, state: State, manner: Manner): boolean {
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
export function runsOn(line: Line, { previous }: State, { broken }: Manner): boolean {
  return previous !== undefined && !endsClause(previous.text) && broken(previous, line) === true
}

/** "Recalling" below the comma of another clause; a small letter begins none. */
export function opensClause(line: Line, state: State, manner: Manner): boolean {
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

export function endsInColon({ previous }: State): boolean {
  return /(?::|\. \.)\s*$/.test(previous?.text ?? '')
}

/** One line of few words below the colon, or below another such line. */
export function isItem({ listed, drafts }: State): boolean {
  const open = drafts.at(-1)
  return (
    listed === true &&
    open !== undefined &&
    wordCount(open.lines.map((line) => line.text).join(' ')) <= ITEM_WORDS
  )
}

/** A point of a list, on one line of few words: it needs no full stop. */
export function isPoint(open: Draft | undefined): boolean {
  return open?.mark?.kind === 'bullet' && isShort(open)
}

export function isShort({ lines }: Draft): boolean {
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
