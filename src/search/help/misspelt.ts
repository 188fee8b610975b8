/**
 * Which value of a field was meant by one that is none? Pure: `country:سورييا` to `country:سوريا`, by the known name that
 * is spelt most like it.
 */
import { type FieldName, fieldNamed } from '../language/fields.js'
import { codesNamed, comparableName, writtenNames } from '../language/names.js'
import type { Reading } from '../language/reading.js'
import { type Term, wanted } from '../language/tree.js'
import { distance, tolerance } from './spelling.js'
import { changed, type Suggested } from './suggestion.js'

const FIELD = /^-?(?<name>[\p{L}\p{M}\u0640_]+)[:\uFF1A]\s*(?<value>.*)$/su
const SIGNS = /[,\u060C;\u061B|()"*\u00AB\u00BB\u201C\u201D]+/u
const QUOTED = /^["\u00AB\u201C]/u
/** Codes, numbers and letters or two are no misspelt names. */
const SHORTEST = 4

/** @returns the question with every such value in the spelling that it is near to; nothing where there is none */
export function withNearValues({ typed: q, all, problems }: Reading): Suggested | undefined {
  const unknown = problems.filter(({ kind }) => kind === 'unknownValue')
  const typed = wanted(all).filter((term: Term) => term.kind === 'field')
  const changes = [...unknown, ...typed].flatMap(({ span }) => {
    const field = q.slice(...span)
    const meant = mended(field)
    return meant === field ? [] : [{ span, words: [meant], cost: 0 }]
  })
  return changes.length > 0 ? { q: changed(q, changes), changes } : undefined
}

/** @param field name and values as typed */
function mended(field: string): string {
  const { name = '', value = '' } = FIELD.exec(field)?.groups ?? {}
  const known = fieldNamed(name)
  if (!known) return field
  const values = value.split(SIGNS).map((one) => one.trim())
  return values.reduce((text, one) => {
    const near = nearest(known, one)
    return near === undefined ? text : text.replace(one, QUOTED.test(value) ? near : inQuotes(near))
  }, field)
}

/** Of names that are equally near, the one that is listed first. */
function nearest(field: FieldName, value: string): string | undefined {
  const key = comparableName(value)
  if (key.length < SHORTEST || codesNamed(field, value).length > 0) return undefined
  const names = writtenNames(field).map((name) => ({ name, key: comparableName(name) }))
  const near = names
    .filter((name) => Math.abs(name.key.length - key.length) <= 2)
    .map((name) => ({ ...name, apart: distance(key, name.key) }))
    .filter((name) => name.apart <= tolerance(Math.min(key.length, name.key.length)))
    .sort((a, b) => a.apart - b.apart)[0]
  return near?.name
}

/** @returns the name as the value of a field is written */
export function inQuotes(name: string): string {
  return name.includes(' ') ? `"${name}"` : name
}
