/**
 * Where do the parts of a question begin and end? Cuts it into words, quotations, brackets and signs; knows
 * no grammar and fails at nothing. Controls of direction count as spaces before a word and as nothing inside one.
 */
import { INVISIBLE } from '../../arabic/characters.js'
import type { Span } from '../../model.js'
import { fieldNamed } from './fields.js'
import { codesNamed } from './names.js'
import { RANGE } from './ranges.js'
import { valuesOf } from './values.js'

export type Token =
  | { kind: 'word'; text: string; span: Span }
  | { kind: 'quote'; text: string; closed: boolean; slop?: number; span: Span }
  | { kind: 'field'; name: string; text: string; quoted: boolean; span: Span }
  | { kind: 'open' | 'close' | 'or' | 'minus'; text: string; span: Span }

const QUOTE = '"\\u201C-\\u201F\\u00AB\\u00BB\\u2033\\uFF02'
const GAP = `\\s${INVISIBLE}`
const NUMERAL = '[IVXLS\\d-]{1,8}'
/** A word may hold a short bracket without a space before it, as A/RES/377(V) does. */
const WORD = `(?:[^${GAP}${QUOTE}()|]|[${INVISIBLE}](?=[^\\s])|(?<=[^${GAP}${QUOTE}()|])\\(${NUMERAL}\\))+`
const COMMA = '[,\\u060C;\\u061B]'
const NAME = '[\\p{L}\\p{M}\\u0640_]{2,30}'
const PLAIN = `(?:[^${GAP}${QUOTE}()]|[${INVISIBLE}](?=[^\\s])|\\(${NUMERAL}\\))+`
/** A quotation mark or bracket that is never closed reaches to the end. */
const VALUE = `(?:[${QUOTE}](?<quoted>[^${QUOTE}]*)[${QUOTE}]|\\((?<list>[^()${QUOTE}]*)\\)|[${QUOTE}(](?<open>[^${QUOTE}()]+)$|(?<plain>${PLAIN}))`
/** Values with spaces between them, where there can be no doubt. */
const SPACED = `(?:(?<several>${PLAIN}(?:(?<=${COMMA})[${GAP}]+${PLAIN})+)|(?<range>${RANGE})(?![^${GAP}${QUOTE}()]))`
const COLON = `[:\\uFF1A][${GAP}]{0,3}`

const PARTS: [kind: Token['kind'], pattern: RegExp][] = [
  ['field', new RegExp(`(?<name>${NAME}(?: ${NAME})?) ?${COLON}${SPACED}`, 'uy')],
  ['field', new RegExp(`(?<name>${NAME} ${NAME})${COLON}${VALUE}`, 'uy')],
  ['field', new RegExp(`(?<name>${NAME})(?<apart> ?)${COLON}${VALUE}`, 'uy')],
  ['quote', new RegExp(`[${QUOTE}](?<inside>[^${QUOTE}]*)[${QUOTE}](?:~(?<slop>\\d*))?`, 'uy')],
  ['open', /\(/uy],
  ['close', /\)/uy],
  ['or', /\|+/uy],
  ['minus', new RegExp(`(?<=^|[${GAP}(|])[-\\u2212][${INVISIBLE}]*(?=[^${GAP}])`, 'uy')],
  ['word', new RegExp(WORD, 'uy')],
]
const SPACE = new RegExp(`[${GAP}]+`, 'uy')
const QUOTE_SIGN = new RegExp(`[${QUOTE}]`, 'uy')
const COMMAS = new RegExp(`${COMMA}[${GAP}]+`, 'u')
const NUMBER = /^\p{N}/u
const LETTER = /[\p{L}\p{N}]/u

export function tokens(question: string): Token[] {
  const found: Token[] = []
  let at = 0
  while (at < question.length) {
    const space = matchAt(SPACE, question, at)
    if (space) {
      at += space[0].length
      continue
    }
    const token = tokenAt(question, at)
    if (token) found.push(token)
    at = Math.max(token?.span[1] ?? 0, at + 1)
  }
  return found
}

function tokenAt(question: string, at: number): Token | undefined {
  for (const [kind, pattern] of PARTS) {
    const match = matchAt(pattern, question, at)
    const token = match && asToken(kind, match, [at, at + match[0].length])
    if (token) return token
  }
  return unclosed(question, at)
}

function asToken(kind: Token['kind'], match: RegExpExecArray, span: Span): Token | undefined {
  const { inside = '', slop } = match.groups ?? {}
  const text = match[0]
  if (kind === 'quote') return { kind, text: inside, closed: true, slop: slopOf(slop), span }
  if (kind === 'word') return LETTER.test(text) ? { kind, text, span } : undefined
  return kind === 'field' ? fieldToken(match.groups ?? {}, span) : { kind, text, span }
}

function fieldToken(found: Record<string, string | undefined>, span: Span): Token | undefined {
  const { name = '', apart, quoted, list, plain, open, range, several } = found
  const text = quoted ?? list ?? plain ?? open ?? range ?? several ?? ''
  const whole = quoted ?? open
  const token = { kind: 'field', name, text, quoted: whole !== undefined, span } as const
  if (range !== undefined) return isRange(name, range) ? token : undefined
  const isSure = !apart && open === undefined && several === undefined && fieldNamed(name) !== undefined
  return isSure || text.split(COMMAS).every((value) => isValue(name, value)) ? token : undefined
}

/**
 * French writes a space before a colon, and so do headlines; "from" and "to" begin many a sentence: there a field is one
 * only with a value that is known.
 */
function isValue(name: string, value: string): boolean {
  const field = fieldNamed(name)
  return field === undefined
    ? valuesOf(name, value, true) !== undefined
    : codesNamed(field, value).length > 0 || NUMBER.test(value)
}

function isRange(name: string, text: string): boolean {
  return valuesOf(name, text, false)?.values.every((value) => 'from' in value || 'to' in value) ?? false
}

/** `"two words"~` without a number means a handful. */
function slopOf(typed: string | undefined): number | undefined {
  return typed === undefined ? undefined : Math.min(Number(typed || DEFAULT_SLOP), MOST_SLOP)
}
const DEFAULT_SLOP = 5
const MOST_SLOP = 99

/** A quotation mark without its partner. */
function unclosed(question: string, at: number): Token | undefined {
  const sign = matchAt(QUOTE_SIGN, question, at)
  return sign ? { kind: 'quote', text: '', closed: false, span: [at, at + 1] } : undefined
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
