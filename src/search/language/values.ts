/**
 * Which values does `field:value` mean? Codes, names in Arabic, English and French, ranges, beginnings. A field whose
 * values are all known takes no others; the rest takes what is typed.
 */
import { toAsciiDigits } from '../../arabic/digits.js'
import words from '../../reference/query-words.json' with { type: 'json' }
import { type FieldName, fieldNamed } from './fields.js'
import { codesNamed, comparableName, isKnown } from './names.js'
import type { Value } from './tree.js'

const SEPARATORS = /[,\u060C;\u061B]/u
const NONE = new Set(words.none.map(comparableName))
const NUMBERS: ReadonlySet<FieldName> = new Set(['year', 'hijriYear'])
/** Fields whose values come from a list. */
const LISTED: ReadonlySet<FieldName> = new Set([
  'body',
  'type',
  'hostCountry',
  'country',
  'verb',
  'role',
  'language',
  'quality',
])
const DAY = '\\d{3,4}(?:-\\d{2}(?:-\\d{2})?)?'
const RANGE = new RegExp(`^(?<from>${DAY})?(?<to>\\.{2,3}|\u2026)(?<until>${DAY})?$`, 'u')
const COMPARED = new RegExp(`^(?<sign>[<>])=(?<day>${DAY})$`, 'u')
const SINGLE = new RegExp(`^${DAY}$`, 'u')

/**
 * @param name of the field, as typed @param text after the colon @param whole quoted: one value, not several
 * @returns nothing where one of them is no value of this field
 */
export function valuesOf(
  name: string,
  text: string,
  whole: boolean,
): { field: FieldName; values: Value[] } | undefined {
  const field = fieldNamed(name)
  if (!field) return undefined
  const parts = (whole ? [text] : partsOf(field, text)).map((part) => part.trim()).filter((part) => part)
  const values = parts.map((part) => meaningOf(field, part))
  if (values.length === 0 || values.some((found) => found.length === 0)) return undefined
  return { field, values: values.flat() }
}

/** The bar stands between alternatives, but in a verb with its object. */
function partsOf(field: FieldName, text: string): string[] {
  const parts = text.split(SEPARATORS)
  return field === 'verb' ? parts : parts.flatMap((part) => part.split('|'))
}

function meaningOf(field: FieldName, text: string): Value[] {
  if (NONE.has(comparableName(text))) return [{ none: true }]
  if (NUMBERS.has(field)) return dates(toAsciiDigits(text), /^\d{3,4}$/)
  if (field === 'date') return dates(toAsciiDigits(text), /^/)
  const [verb = '', object] = text.split('|')
  if (field === 'verb' && object !== undefined) return pairs(verb, object)
  const codes = codesNamed(field, text)
  if (codes.length > 0) return codes.map((is) => ({ is }))
  if (LISTED.has(field)) return isKnown(field, text.toUpperCase()) ? [{ is: text.toUpperCase() }] : []
  return asTyped(field, text)
}

/** @param precision what an end of a range must look like */
function dates(text: string, precision: RegExp): Value[] {
  const { from, to, until } = RANGE.exec(text)?.groups ?? {}
  const { sign, day } = COMPARED.exec(text)?.groups ?? {}
  const single = SINGLE.test(text) ? text : undefined
  const value = single
    ? { from: single, to: single }
    : { from: sign === '>' ? day : from, to: sign === '<' ? day : until }
  const ends = [value.from, value.to].filter((end) => end !== undefined)
  const fits = ends.length > 0 && ends.every((end) => precision.test(end))
  return (single || to || sign) && fits ? [value] : []
}

function pairs(verb: string, object: string): Value[] {
  const verbs = codesNamed('verb', verb)
  const objects = (['country', 'organisation', 'place'] as const).flatMap((kind) => codesNamed(kind, object))
  return verbs.flatMap((one) => objects.map((other) => ({ verb: one, object: other })))
}

function asTyped(field: FieldName, text: string): Value[] {
  const plain = toAsciiDigits(text)
  if (plain.endsWith('*')) return plain.length > 1 ? [{ startsWith: plain.slice(0, -1) }] : []
  if (field === 'cites' && /^\d{1,4}$/.test(plain)) return [{ number: plain }]
  return [{ is: plain }]
}
