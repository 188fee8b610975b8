/** Whom does a call, demand or request address? The words between its subject and what is asked for. */
import { isNamed } from './anaphors.js'
import type { Clause, Draft } from './statements.js'

const LONGEST = 30
const COMMA = '\u060C'
const CONJUNCTION = '\u0648'

/** Ends of sentences, prepositions before an addressee, and verbal nouns, which are what is asked for. */
export type AddressWords = {
  ends: ReadonlySet<string>
  from: ReadonlySet<string>
  asked: (text: string) => boolean
}

/** @param end first word of the next statement */
export function addresseesOf(
  clause: Clause,
  { form, rest }: Draft,
  end: number,
  words: AddressWords,
): string[] {
  const { address, from } = form.verb
  if (!address || form.pronoun) return []
  if (from && !words.from.has(clause.words[rest]?.form.text ?? '')) return []
  const start = from ? rest + 1 : rest
  const stop = from ? afterName(clause, start) : firstAsked(clause, start, end, address, words)
  return stop === undefined || stop <= start ? [] : parts(clause, start, stop)
}

/** A request goes to a known body: its name ends where the name ends. */
function afterName({ mentions }: Clause, start: number): number | undefined {
  return mentions.find(({ match }) => match.from === start)?.match.to
}

/** The preposition, as a word or attached, behind which stands what is asked for. */
function firstAsked(
  clause: Clause,
  start: number,
  end: number,
  address: string[],
  { ends, asked }: AddressWords,
): number | undefined {
  const whole = address.filter((word) => word.length > 1)
  const attached = address.filter((word) => word.length === 1)
  for (let at = start; at < Math.min(end, start + LONGEST); at += 1) {
    const text = clause.words[at]?.form.text ?? ''
    if (ends.has(text) || text === COMMA) return undefined
    if (whole.includes(text) || (at > start && asked(text))) return at
    if (isNamed(clause.mentions, at)) continue
    if (text.length > 3 && attached.some((letter) => text.startsWith(letter)) && asks(clause, at)) return at
  }
  return undefined
}

/** "The members of the Organisation" holds the same letter: what is asked for has no article, or begins the object. */
function asks({ words }: Clause, at: number): boolean {
  const text = words[at]?.form.text ?? ''
  return !text.startsWith('\u0628\u0627\u0644\u0645\u0646\u0638')
}

function parts({ words, mentions, text }: Clause, start: number, stop: number): string[] {
  const first = mentions.find(({ match }) => match.from === start)
  const next = first && words[first.match.to]
  if (first && next && first.match.to < stop && next.form.text.startsWith(CONJUNCTION)) {
    return [
      slice(text, words[start]?.start, words[first.match.to - 1]?.end),
      slice(text, next.start + 1, words[stop - 1]?.end),
    ]
  }
  return [slice(text, words[start]?.start, words[stop - 1]?.end)]
}

function slice(text: string, from: number | undefined, to: number | undefined): string {
  return text.slice(from, to).trim()
}
