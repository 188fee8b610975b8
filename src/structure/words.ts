/** How does a line begin, by the word lists of `reference/structure.json`? */
import { comparableText } from '../arabic/comparable.js'
import { once } from '../arabic/once.js'
import { ordinalFinder } from '../arabic/ordinals.js'
import { type Finder, finder } from '../arabic/phrases.js'
import lists from '../reference/structure.json' with { type: 'json' }

type ListName = Exclude<keyof typeof lists, 'listOrdinals' | 'listLetters'>

/** A quotation mark or bracket, and at most two particles that are written onto the first word. */
const MAY_STAND_BEFORE = /^[^\p{L}\p{N}\s]?\p{L}{0,2}$/u

/** Longer than any phrase of the lists with what may follow it; the rest of a long line is not looked at. */
const LONGEST_BEGINNING = 160
const LONGEST_TITLE = 2000
/** Words between "the text of" and its colon. */
const LEAD_REST = 8

/** "the 44th", "La 44eme", nothing. */
const ARTICLE = /^(?:the |la |le |l')?$/
const ordinalsOf = once(ordinalFinder)

const finders = once(() => {
  const names = Object.keys(lists).filter((name) => !name.startsWith('list')) as ListName[]
  return Object.fromEntries(names.map((name) => [name, finderOf(name)])) as Record<ListName, Finder<ListName>>
})

/** True where the line begins with a word or phrase of the list. */
export function beginsWith(line: string, list: ListName): boolean {
  return beginning(line, list) !== undefined
}

/** "The Council of Foreign Ministers …", "The Forty-fourth Session of the …": who speaks in a resolution or communiqué. */
export function opensAsCouncil(line: string): boolean {
  if (beginsWith(line, 'councilOpenings')) return true
  const text = comparableText(line.slice(0, LONGEST_BEGINNING))
  const [ordinal] = ordinalsOf()(text)
  if (!ordinal || !ARTICLE.test(text.slice(0, ordinal.start))) return false
  return beginsWith(text.slice(ordinal.end).trim(), 'sessionOpenings')
}

/** "… the text of which follows:" */
export function endsLead(line: string): boolean {
  const text = comparableText(line.slice(-LONGEST_BEGINNING))
  const last = finders().leadEnds(text).at(-1)
  return last !== undefined && /:\s*$/.test(text) && wordCount(text.slice(last.end)) <= LEAD_REST
}

/** "… the following:" */
export function introducesList(line: string): boolean {
  const text = comparableText(line.slice(-LONGEST_BEGINNING))
  const last = finders().introductions(text).at(-1)
  return last !== undefined && /^\s*:$/.test(text.slice(last.end))
}

/** What follows the word of the list with which the line begins, in comparable letters. */
export function beginning(line: string, list: ListName): { rest: string } | undefined {
  const text = comparableText(line.slice(0, LONGEST_BEGINNING))
  const [first] = finders()[list](text)
  if (!first || !MAY_STAND_BEFORE.test(text.slice(0, first.start))) return undefined
  return { rest: text.slice(first.end).trim() }
}

/** Words of a line, as far as it matters: a long line is neither title nor heading. */
export function wordCount(line: string): number {
  return line.slice(0, LONGEST_TITLE).match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}

function finderOf(name: ListName): Finder<ListName> {
  return finder(
    Object.values(lists[name])
      .flat()
      .map((phrase) => [phrase, name] as const),
  )
}
