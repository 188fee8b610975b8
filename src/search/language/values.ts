/**
 * Which values does `field:value` mean? Codes, names in Arabic, English and French, ranges, beginnings. A field whose
 * values are all known takes no others; the rest takes what is typed.
 */
import { toAsciiDigits } from '../../arabic/digits.js'
import words from '../../reference/query-words.json' with { type: 'json' }
import { type FieldName, fieldNamed } from './fields.js'
import { codesNamed, comparableName, isKnown } from './names.js'
import type { Value } from './tree.js'

const SEPARATORS = new RegExp(`[,\\u060C;\\u061B]|\\s(?:${words.or.join('|')})\\s`, 'u')
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
/** Of years also with a dash, and without the year itself. */
const YEARS = /^(\d{3,4})\s*[-\u2010-\u2015\u2212]\s*(\d{3,4})$/u
const BEYOND = /^([<>])(\d{3,4})$/u
/** "AH", "AD" and their like behind a year. */
const ERA = /\s*(?:\u0647\u0640?|\u0645|ah|ad|ce|h)\.?$/iu
/** Day, month and year as they are written in running text. */
const WRITTEN_DAY = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/u
/** Years of the Hijri calendar in which there were states that met. */
const HIJRI = /^1[34]\d\d$/u
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
  return { field: calendarOf(field, values.flat()), values: values.flat() }
}

/** The bar stands between alternatives, but in a verb with its object; in brackets some need nothing between them. */
function partsOf(field: FieldName, text: string): string[] {
  const parts = text.split(SEPARATORS)
  const split = field === 'verb' ? parts : parts.flatMap((part) => part.split('|'))
  return split.flatMap((part) => {
    const words = part.split(/\s+/u)
    return words.length > 1 && words.every((word) => codesNamed(field, word).length > 0) ? words : [part]
  })
}

function meaningOf(field: FieldName, text: string): Value[] {
  if (NONE.has(comparableName(text))) return [{ none: true }]
  if (NUMBERS.has(field)) return dates(yearsIn(toAsciiDigits(text)), /^\d{3,4}$/)
  if (field === 'date') return dates(dayIn(toAsciiDigits(text)), /^/)
  const [verb = '', object] = text.split('|')
  if (field === 'verb' && object !== undefined) return pairs(verb, object)
  const codes = codesNamed(field, text)
  if (codes.length > 0) return codes.map((is) => ({ is }))
  if (LISTED.has(field)) return isKnown(field, text.toUpperCase()) ? [{ is: text.toUpperCase() }] : []
  return asTyped(field, text)
}

/** @returns one year or a range of them, both ends included */
function yearsIn(text: string): string {
  const plain = text.replace(ERA, '').replace(YEARS, '$1..$2')
  return plain.replace(BEYOND, (_, sign, year) =>
    sign === '>' ? `>=${Number(year) + 1}` : `<=${Number(year) - 1}`,
  )
}

function dayIn(text: string): string {
  return text.replace(WRITTEN_DAY, (_, day, month, year) => `${year}-${pad(month)}-${pad(day)}`)
}

function pad(number: string): string {
  return number.padStart(2, '0')
}

/** No document is of a Gregorian year like 1438. */
function calendarOf(field: FieldName, values: Value[]): FieldName {
  const hijri = values.every(
    (value) => 'from' in value && [value.from, value.to].every((year) => !year || HIJRI.test(year)),
  )
  return field === 'year' && hijri ? 'hijriYear' : field
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
