/** How does `field:value` narrow? Pure: a field with its values to a query on the fields that both indices have. */
import type { estypes } from '@elastic/elasticsearch'
import { firstDay, lastDay } from '../../elastic/days.js'
import type { FieldName } from '../language/fields.js'
import { codesNamed } from '../language/names.js'
import type { Term, Value } from '../language/tree.js'

type Query = estypes.QueryDslQueryContainer
type Fielded = Extract<Term, { kind: 'field' }>

/** Signs that mean something in a regular expression of Lucene. */
const SPECIAL = /[.?+*|{}[\]()"\\#@&<>~^$]/g
/** What may follow the number of a resolution: its session. */
const SESSION = '(\\([^)]*\\))?'

/** One of the values is enough. */
export function fieldQuery({ field, values }: Fielded): Query {
  const should = values.flatMap((value) => queriesOf(field, value))
  return { bool: { should, minimum_should_match: 1 } }
}

function queriesOf(field: FieldName, value: Value): Query[] {
  if ('none' in value) return [{ bool: { must_not: { exists: { field: indexed(field) } } } }]
  if ('verb' in value) return [{ term: { verbObject: `${value.verb}|${value.object}` } }]
  if ('number' in value) return [numbered(value.number)]
  if ('startsWith' in value) return [beginning(field, value.startsWith)]
  if ('is' in value) return is(field, value.is)
  return [field === 'date' ? days(value) : { range: { [field]: { gte: value.from, lte: value.to } } }]
}

function is(field: FieldName, value: string): Query[] {
  if (field === 'meeting') return meeting(value)
  if (field === 'document') return ['document', 'key', '_id'].map((name) => ({ term: { [name]: value } }))
  if (field === 'symbol' || field === 'cites')
    return [{ term: { [field]: { value, case_insensitive: true } } }]
  return [{ term: { [field]: value } }]
}

/** A meeting is meant by its key, its number, its body or its city. */
function meeting(value: string): Query[] {
  return [
    { term: { meeting: { value, case_insensitive: true } } },
    ...(/^\d{1,3}$/.test(value) ? [{ term: { meetingOrdinal: value } }] : []),
    ...codesNamed('body', value).map((body): Query => ({ term: { body } })),
    ...codesNamed('place', value).map((city): Query => ({ term: { city } })),
  ]
}

function beginning(field: FieldName, value: string): Query {
  return { prefix: { [indexed(field)]: { value, case_insensitive: true } } }
}

function numbered(number: string): Query {
  return { regexp: { cites: { value: `.*/${number.replace(SPECIAL, '\\$&')}${SESSION}` } } }
}

/** Days of meetings that lie in, or overlap with, these days. */
function days({ from, to }: { from?: string; to?: string }): Query {
  const range = { ...(from && { gte: firstDay(from) }), ...(to && { lte: lastDay(to) }) }
  return { range: { date: { ...range, relation: 'intersects' } } }
}

function indexed(field: FieldName): string {
  return field === 'document' ? 'key' : field
}
