/**
 * Where do the parts of a question begin and end? Cuts it into words, quotations, brackets and signs; knows
 * no grammar and fails at nothing. Controls of direction count as spaces before a word and as nothing inside one.
 */
import { INVISIBLE } from '../../arabic/characters.js'
import type { Span } from '../../model.js'
import { type FieldName, fieldNamed } from './fields.js'
import { codesNamed } from './names.js'

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
const NAME = '[\\p{L}\\p{M}\\u0640_]{2,30}'
const VALUE = `(?:[${QUOTE}](?<quoted>[^${QUOTE}]*)[${QUOTE}]|\\((?<list>[^()${QUOTE}]*)\\)|(?<plain>(?:[^${GAP}${QUOTE}()]|[${INVISIBLE}](?=[^\\s])|\\(${NUMERAL}\\))+))`

const PARTS: [kind: Token['kind'], pattern: RegExp][] = [
  ['field', new RegExp(`(?<name>${NAME} ${NAME})[:\\uFF1A][${GAP}]{0,3}${VALUE}`, 'uy')],
  ['field', new RegExp(`(?<name>${NAME})(?<apart> ?)[:\\uFF1A][${GAP}]{0,3}${VALUE}`, 'uy')],
  ['quote', new RegExp(`[${QUOTE}](?<inside>[^${QUOTE}]*)[${QUOTE}](?:~(?<slop>\\d{1,2})?)?`, 'uy')],
  ['open', /\(/uy],
  ['close', /\)/uy],
  ['or', /\|+/uy],
  ['minus', new RegExp(`(?<=^|[${GAP}(|])[-\\u2212][${INVISIBLE}]*(?=[^${GAP}])`, 'uy')],
  ['word', new RegExp(WORD, 'uy')],
]
const SPACE = new RegExp(`[${GAP}]+`, 'uy')
const QUOTE_SIGN = new RegExp(`[${QUOTE}]`, 'uy')
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
  const { name = '', apart, quoted, list, plain, inside = '', slop } = match.groups ?? {}
  const text = match[0]
  if (kind === 'quote') return { kind, text: inside, closed: true, slop: slopOf(text, slop), span }
  if (kind === 'word') return LETTER.test(text) ? { kind, text, span } : undefined
  if (kind !== 'field') return { kind, text, span }
  const value = quoted ?? list ?? plain ?? ''
  const field = fieldNamed(name)
  if (!field || (apart && !isValue(field, value))) return undefined
  return { kind, name, text: value, quoted: quoted !== undefined, span }
}

/** French writes a space before a colon, and so do headlines: there a field is one only with a value that is known. */
function isValue(field: FieldName, value: string): boolean {
  return codesNamed(field, value).length > 0 || NUMBER.test(value)
}

/** `"two words"~` without a number means a handful. */
function slopOf(text: string, slop: string | undefined): number | undefined {
  if (slop !== undefined) return Number(slop)
  return text.endsWith('~') ? DEFAULT_SLOP : undefined
}
const DEFAULT_SLOP = 5

/** A quotation mark without its partner. */
function unclosed(question: string, at: number): Token | undefined {
  const sign = matchAt(QUOTE_SIGN, question, at)
  return sign ? { kind: 'quote', text: '', closed: false, span: [at, at + 1] } : undefined
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
