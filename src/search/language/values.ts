/**
 * Which values does `field:value` mean? Codes, names in Arabic, English and French, ranges, beginnings. A field whose
 * values are all known takes no others; the rest takes what is typed.
 */
import { toAsciiDigits } from '../../arabic/digits.js'
import words from '../../reference/query-words.json' with { type: 'json' }
import { boundNamed, type FieldName, fieldNamed } from './fields.js'
import { codesNamed, comparableName, isKnown, NAMING } from './names.js'
import { isHijri, isOfYears, type Range, rangeIn } from './ranges.js'
import type { Value } from './tree.js'

const SEPARATORS = new RegExp(`[,\\u060C;\\u061B]|\\s(?:${words.or.join('|')})\\s`, 'u')
const NONE = new Set(words.none.map(comparableName))
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
const YEAR = /^\p{Nd}{4}$/u

type Found = { field: FieldName; values: Value[] }

/**
 * @param name of the field, as typed @param text after the colon @param whole quoted: one value, not several
 * @returns nothing where one of them is no value of this field
 */
export function valuesOf(name: string, text: string, whole: boolean): Found | undefined {
  const sign = boundNamed(name)
  if (sign) return found('date', ranges(`${sign}${text}`))
  const field = fieldNamed(name)
  if (!field) return undefined
  const parts = (whole ? [text] : partsOf(field, text)).map((part) => part.trim()).filter((part) => part)
  const values = parts.map((part) => meaningOf(field, part))
  return values.every((meant) => meant.length > 0) ? found(field, values.flat()) : undefined
}

function found(field: FieldName, values: Value[]): Found | undefined {
  return values.length > 0 ? { field: calendarOf(field, values), values } : undefined
}

/** The bar stands between alternatives, but in a verb with its object; in brackets some need nothing between them. */
function partsOf(field: FieldName, text: string): string[] {
  const parts = text.split(SEPARATORS)
  const split = field === 'verb' ? parts : parts.flatMap((part) => part.split('|'))
  return split.flatMap((part) => {
    const words = part.split(/\s+/u)
    return words.length > 1 && words.every((word) => codesNamed(field, word).length > 0 || YEAR.test(word))
      ? words
      : [part]
  })
}

function meaningOf(field: FieldName, text: string): Value[] {
  if (NONE.has(comparableName(text))) return [{ none: true }]
  if (field === 'year' || field === 'hijriYear') return ranges(text).filter(isOfYears)
  if (field === 'date') return ranges(text)
  const [verb = '', object] = text.split('|')
  if (field === 'verb' && object !== undefined) return pairs(verb, object)
  const codes = codesNamed(field, text)
  if (codes.length > 0) return codes.map((is) => ({ is }))
  if (LISTED.has(field)) return isKnown(field, text.toUpperCase()) ? [{ is: text.toUpperCase() }] : []
  return asTyped(field, text)
}

/** No document is of a Gregorian year like 1438. */
function calendarOf(field: FieldName, values: Value[]): FieldName {
  const inYears = field === 'year' || field === 'date'
  return inYears && values.every((value) => isRange(value) && isHijri(value)) ? 'hijriYear' : field
}

function ranges(text: string): Range[] {
  const range = rangeIn(text)
  return range ? [range] : []
}

function isRange(value: Value): value is Range {
  return 'from' in value || 'to' in value
}

function pairs(verb: string, object: string): Value[] {
  const verbs = codesNamed('verb', verb)
  const objects = NAMING.flatMap((kind) => codesNamed(kind, object))
  return verbs.flatMap((one) => objects.map((other) => ({ verb: one, object: other })))
}

function asTyped(field: FieldName, text: string): Value[] {
  const plain = toAsciiDigits(text)
  if (plain.endsWith('*')) return plain.length > 1 ? [{ startsWith: plain.slice(0, -1) }] : []
  if (field === 'cites' && /^\d{1,4}$/.test(plain)) return [{ number: plain }]
  return [{ is: plain }]
}
