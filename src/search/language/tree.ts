/**
 * What was asked, as a tree: terms that must all be there, each wanted or unwanted. Spans are UTF-16 offsets into
 * the question as typed.
 */
import type { Span } from '../../model.js'
import type { FieldName } from './fields.js'

/** All of these are required. */
export type All = readonly Clause[]
export type Clause = { term: Term; not: boolean }

export type Term =
  | { kind: 'word'; text: string; span: Span }
  /** `slop`: so many words may stand between; without it the words stand exactly so. */
  | { kind: 'phrase'; text: string; slop?: number; span: Span }
  /** Words that begin like this. */
  | { kind: 'prefix'; text: string; span: Span }
  | { kind: 'field'; field: FieldName; values: readonly Value[]; span: Span }
  /** One of these is enough. */
  | { kind: 'any'; of: readonly All[]; span: Span }

/** What a field may hold; of several values one is enough. */
export type Value =
  /** The field holds exactly this. */
  | { is: string }
  | { startsWith: string }
  /** Ends that are left open are absent. Numbers or dates as precise as typed. */
  | { from?: string; to?: string }
  /** A verb and its object, from one statement. */
  | { verb: string; object: string }
  /** The number of a resolution of whichever organ. */
  | { number: string }
  | { none: true }

/** Why a part of the question was not taken as it was meant, but searched as words or left out. */
export type Problem = { kind: ProblemKind; text: string; span: Span }
export type ProblemKind =
  | 'openQuote'
  | 'openGroup'
  | 'lonelyBracket'
  | 'lonelyOperator'
  | 'unknownField'
  | 'emptyField'
  | 'unknownValue'
  | 'shortPrefix'
  | 'tooManyTerms'
  | 'tooDeep'

export type Parsed = { all: All; problems: readonly Problem[] }

/** @returns all terms that are wanted, wherever they stand in the tree, in the order typed */
export function wanted(all: All): Term[] {
  return all
    .filter(({ not }) => !not)
    .flatMap(({ term }) => (term.kind === 'any' ? term.of.flatMap(wanted) : [term]))
}
