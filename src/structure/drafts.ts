/** What is known of a text while it is read from line to line. */
import type { Span } from '../model.js'
import type { Heading } from './headings.js'
import type { Line } from './lines.js'
import type { Mark } from './marks.js'
import type { Broken } from './width.js'

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

/** As far as the lines were read. */
export type State = {
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
