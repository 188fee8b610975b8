/** How does a query string become a question? Held to the parameters that there are, each mistake with a sentence that names it. */
import Type, { type Static, type TObject } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import Value from 'typebox/value'
import { firstDay, isDay, lastDay } from '../elastic/days.js'
import { BayanError } from '../errors.js'
import { MAX_RESULTS, type Question, SearchParameters } from './parameters.js'

const MAX_QUERY_LETTERS = 512
const INTEGER = /^-?\d+$/

/** A query string as it was taken apart: one value, or several where a name repeats. */
export type RawQuestion = Record<string, string | string[] | undefined>

/** @throws BayanError QUERY_INVALID (naming the parameter) or QUERY_TOO_LONG */
export function readQuestion(raw: RawQuestion): Question {
  return readParameters(SearchParameters, raw)
}

/**
 * @param schema object of parameters; `q`, where it has one, is held to its length
 * @throws BayanError QUERY_INVALID (naming the parameter) or QUERY_TOO_LONG
 */
export function readParameters<T extends TObject>(schema: T, raw: RawQuestion): Static<T> {
  const question = checked(schema, raw)
  if (!('q' in question) || typeof question.q !== 'string') return question
  // One sign may stand for many letters, each of which costs.
  const length = [...question.q.normalize('NFKC')].length
  if (length > MAX_QUERY_LETTERS) throw new BayanError('QUERY_TOO_LONG', { length, limit: MAX_QUERY_LETTERS })
  return {
    ...question,
    q: question.q
      .replace(/\p{Surrogate}/gu, ' ')
      .normalize('NFC')
      .trim(),
  }
}

function checked<T extends TObject>(schema: T, raw: RawQuestion): Static<T> {
  const { check, defaults } = compiled(schema)
  const given = Object.entries(raw).map(([name, value]) => [name, shaped(schema, name, value)])
  const question = { ...defaults, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) }
  const [error] = check.Errors(question)
  if (error) throw invalid(schema, error, question)
  checkRange(question as Partial<Question>)
  return pairsApart(question as Partial<Question>) as Static<T>
}

type Compiled = { check: Validator; defaults: object }

/** Once for each schema: to go through it for each question would take longer than all else that is done with it. */
function compiled(schema: TObject): Compiled {
  const known = COMPILED.get(schema)
  if (known) return known
  const made = { check: Compile(schema) as Validator, defaults: Value.Default(schema, {}) as object }
  COMPILED.set(schema, made)
  return made
}
const COMPILED = new WeakMap<TObject, Compiled>()

/** A verb that names its object is one of the pairs. */
function pairsApart(question: Partial<Question>): Partial<Question> {
  const { verb, verbObject = [] } = question
  const pairs = verb?.filter((value) => value.includes('|')) ?? []
  if (!verb || pairs.length === 0) return question
  const rest = verb.filter((value) => !value.includes('|'))
  return { ...question, verb: rest, verbObject: [...new Set([...verbObject, ...pairs])] }
}

/** Lists become arrays, empty fields disappear; what cannot be right is refused. */
function shaped(schema: TObject, name: string, given: RawQuestion[string]) {
  const property = Object.hasOwn(schema.properties, name) && schema.properties[name]
  if (!property) throw refuse(`There is no parameter "${name}"; known are ${names(schema)}.`)
  const values = [given].flat().filter((each) => each !== undefined && each !== '')
  if (Type.IsArray(property)) return values
  if (values.length > 1) throw refuse(`"${name}" can be given only once.`)
  const [value] = values
  if (value === undefined) return undefined
  // Else 1.5 would be taken for 1.
  return Type.IsInteger(property) && !INTEGER.test(value) ? value : Value.Convert(property, value)
}

function checkRange({ page = 1, size = 1, from, to }: Partial<Question>): void {
  if (page * size > MAX_RESULTS) {
    throw refuse(`Only the first ${MAX_RESULTS} results can be paged through; narrow the question.`)
  }
  for (const [name, date] of Object.entries({ from, to })) {
    if (date && !isDay(date)) throw refuse(`"${name}" is not a date: ${date}.`)
  }
  if (from && to && firstDay(from) > lastDay(to)) throw refuse('"from" is later than "to".')
}

type SchemaError = { keyword: string; instancePath: string; message: string; params: object }

/** What a pattern or a list of choices says is no help; what was given, and the description, are. */
function invalid(schema: TObject, error: SchemaError, question: object): BayanError {
  const { keyword, instancePath, message } = error
  const [missing = ''] =
    'requiredProperties' in error.params ? (error.params.requiredProperties as string[]) : []
  const name = instancePath.split('/')[1] ?? missing
  const hint = (schema.properties[name] as { description?: string } | undefined)?.description ?? ''
  if (keyword === 'required') return refuse(`"${name}" is missing. ${hint}`.trim())
  const given = instancePath ? Value.Pointer.Get(question, instancePath) : ''
  const reason = keyword === 'pattern' || keyword === 'enum' ? `cannot be "${given}"` : message
  return refuse(`"${name}" is wrong: it ${reason}. ${hint}`.trim())
}

function names(schema: TObject): string {
  return Object.keys(schema.properties).join(', ')
}

function refuse(reason: string): BayanError {
  return new BayanError('QUERY_INVALID', { reason })
}
