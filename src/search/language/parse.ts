/**
 * What does the reader mean by these signs? A parser by descent that cannot fail: what does not fit is taken as
 * words, and the answer says so. OR binds the two terms beside it, NOT the one after it; all else is required.
 */
import type { Span } from '../../model.js'
import { fieldNamed, operatorOf } from './fields.js'
import { type Token, tokens } from './tokens.js'
import type { Clause, Parsed, Problem, ProblemKind, Term } from './tree.js'
import { valuesOf } from './values.js'

/** More than a sentence has; what comes after is left out. */
const MAX_TERMS = 32
const MAX_DEPTH = 5
/** Letters before the star; shorter beginnings fit half the dictionary. */
const MIN_PREFIX = 3
const UNKNOWN_FIELD = /^(?<name>\p{L}[\p{L}\p{M}_]+):(?<rest>[^/].*)$/u
/** Weights and nearness, as other query languages have them behind a word: here they mean nothing. */
const WEIGHT = /(?<=[\p{L}\p{M}\p{N}])(?:\^[\d.]*|~[\d.]*)$/u
/** A field with nothing behind its colon. */
const EMPTY_FIELD = /^(?<name>[\p{L}\p{M}\u0640_]+)[:\uFF1A]$/u
const LETTER = /[\p{L}\p{N}]/u
const LETTERS = /[\p{L}\p{N}]/gu

type State = { tokens: Token[]; at: number; terms: number; depth: number; problems: Problem[] }

/** @param question as typed, at most as long as `request.ts` lets through */
export function parse(question: string): Parsed {
  const state: State = { tokens: tokens(question), at: 0, terms: 0, depth: 0, problems: [] }
  const all: Clause[] = []
  while (state.at < state.tokens.length) {
    all.push(...clauses(state))
    const left = state.tokens[state.at]
    if (left) problem(state, 'lonelyBracket', left)
    state.at += 1
  }
  return { all, problems: state.problems }
}

/** Up to the bracket that closes the group, or the end. */
function clauses(state: State): Clause[] {
  const all: Clause[] = []
  while (peek(state) && peek(state)?.kind !== 'close') {
    const from = state.at
    const first = clause(state)
    const others: Clause[] = []
    while (first && isOperator(peek(state), 'or')) {
      const sign = next(state)
      const other = clause(state)
      if (other) others.push(other)
      else if (sign) problem(state, 'lonelyOperator', sign)
    }
    if (first) all.push(others.length > 0 ? either([first, ...others], spanFrom(state, from)) : first)
  }
  return all
}

function either(of: Clause[], span: Span): Clause {
  return plain({ kind: 'any', of: of.map((clause) => [clause]), span })
}

/** What was read from a token on, with its signs and brackets, without operators that join it to what stands before. */
function spanFrom({ tokens, at }: State, from: number): Span {
  const read = tokens.slice(from, at)
  const first = read.find((token) => !isOperator(token, 'or') && !isOperator(token, 'and'))
  return [first?.span[0] ?? 0, read.at(-1)?.span[1] ?? 0]
}

/** A term with the signs of negation before it; nothing where only signs stand. */
function clause(state: State): Clause | undefined {
  let not = false
  for (;;) {
    const token = peek(state)
    if (!token || token.kind === 'close') return undefined
    if (isOperator(token, 'or')) {
      problem(state, 'lonelyOperator', token)
      next(state)
    } else if (isOperator(token, 'and')) next(state)
    else if (token.kind === 'minus' || isOperator(token, 'not')) {
      next(state)
      not = !not
      if (!peek(state)) problem(state, 'lonelyOperator', token)
    } else {
      const found = term(state, token)
      if (found) return { term: found.term, not: found.not !== not }
    }
  }
}

/** Reads one term. @returns nothing where it holds no word, or too many terms came before */
function term(state: State, token: Token): Clause | undefined {
  next(state)
  if (token.kind === 'open') return group(state, token)
  if (token.kind === 'quote' && !token.closed) return void problem(state, 'openQuote', token)
  if (!LETTER.test(token.text)) return undefined
  state.terms += 1
  if (state.terms > MAX_TERMS)
    return void (state.terms === MAX_TERMS + 1 && problem(state, 'tooManyTerms', token))
  if (token.kind === 'quote')
    return plain({ kind: 'phrase', text: token.text.trim(), slop: token.slop, span: token.span })
  if (token.kind === 'field') return field(state, token)
  if (fieldNamed(EMPTY_FIELD.exec(token.text)?.groups?.name ?? ''))
    return void problem(state, 'emptyField', token)
  return plain(word(state, token))
}

function group(state: State, open: Token): Clause | undefined {
  const deep = state.depth >= MAX_DEPTH
  if (deep) problem(state, 'tooDeep', open)
  state.depth += 1
  const all = clauses(state)
  state.depth -= 1
  const close = next(state)
  if (!close) problem(state, 'openGroup', open)
  const [only] = all
  if (all.length === 0) return undefined
  if (all.length === 1 && only && !deep) return only
  const span: Span = [open.span[0], close?.span[1] ?? all.at(-1)?.term.span[1] ?? open.span[1]]
  return plain({ kind: 'any', of: [deep ? leaves(all) : all], span })
}

/** What lies deeper than brackets may go is required as if they were not there. */
function leaves(all: readonly Clause[]): Clause[] {
  return all.flatMap((clause) => (clause.term.kind === 'any' ? clause.term.of.flatMap(leaves) : [clause]))
}

function field(state: State, token: Extract<Token, { kind: 'field' }>): Clause {
  const { span, text } = token
  const not = text.startsWith('-') && !token.quoted
  const read = valuesOf(token.name, not ? text.slice(1) : text, token.quoted)
  if (read) return { not, term: { kind: 'field', ...read, span } }
  problem(state, 'unknownValue', token)
  return { not, term: token.quoted ? { kind: 'phrase', text, span } : { kind: 'word', text, span } }
}

function word(state: State, token: Token): Term {
  const { span } = token
  const text = token.text.replace(WEIGHT, '')
  const unknown = UNKNOWN_FIELD.exec(text)?.groups
  if (unknown) problem(state, 'unknownField', { ...token, text: unknown.name ?? '' })
  if (!text.endsWith('*')) return { kind: 'word', text, span }
  const stem = text.replace(/\*+$/u, '')
  if ((stem.match(LETTERS)?.length ?? 0) >= MIN_PREFIX) return { kind: 'prefix', text: stem, span }
  problem(state, 'shortPrefix', token)
  return { kind: 'word', text: stem, span }
}

function plain(term: Term): Clause {
  return { term, not: false }
}

function peek(state: State): Token | undefined {
  return state.tokens[state.at]
}

function next(state: State): Token | undefined {
  const token = state.tokens[state.at]
  state.at += 1
  return token
}

function isOperator(token: Token | undefined, operator: 'or' | 'and' | 'not'): boolean {
  return token?.kind === 'word' ? operatorOf(token.text) === operator : token?.kind === operator
}

function problem(state: State, kind: ProblemKind, { text, span }: Pick<Token, 'text' | 'span'>): void {
  state.problems.push({ kind, text, span })
}
