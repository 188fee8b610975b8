/** Which field does a name before a colon mean, in Arabic, English or French? The names are data. */
import { clean } from '../../arabic/clean.js'
import { comparableText } from '../../arabic/comparable.js'
import { once } from '../../arabic/once.js'
import words from '../../reference/query-words.json' with { type: 'json' }

export type FieldName = keyof typeof words.fields

const names = once(
  () =>
    new Map(
      Object.entries(words.fields).flatMap(([field, known]) =>
        known.map((name) => [comparableText(name), field as FieldName] as const),
      ),
    ),
)

/** @param name as typed; marks, hamza seats and case do not matter, `_` may stand for a space */
export function fieldNamed(name: string): FieldName | undefined {
  return names().get(comparableText(clean(name).replace(/_/g, ' ')).trim())
}

const bounds = once(
  () =>
    new Map(
      words.bounds.flatMap(({ sign, names }) => names.map((name) => [comparableText(name), sign] as const)),
    ),
)

/** @returns the sign that stands for a name like "since" or "before", which is followed by a day */
export function boundNamed(name: string): string | undefined {
  return bounds().get(comparableText(clean(name)).trim())
}

type Operator = 'or' | 'and' | 'not'
const OPERATORS = new Map<string, Operator>(
  (['or', 'and', 'not'] as const).flatMap((operator) =>
    words[operator].map((word) => [word, operator] as const),
  ),
)

/** Operators are written in capitals, so that no ordinary word, and no Arabic word at all, is one. */
export function operatorOf(word: string): Operator | undefined {
  return OPERATORS.get(word)
}
