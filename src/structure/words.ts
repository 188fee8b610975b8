/** How does a line begin, by the word lists of `reference/structure.json`? */
import { comparableText } from '../arabic/comparable.js'
import { once } from '../arabic/once.js'
import { ordinalFinder } from '../arabic/ordinals.js'
import { beginner, finder } from '../arabic/phrases.js'
import lists from '../reference/structure.json' with { type: 'json' }

type ListName = Exclude<keyof typeof lists, 'listOrdinals' | 'listLetters'>

/** At most a quotation mark or bracket stands before the first word. */
const MAY_STAND_BEFORE = /^[^\p{L}\p{N}\s]?[\p{L}\p{N}]/u

/** Longer than any phrase of the lists with what may follow it; the rest of a long line is not looked at. */
const LONGEST_BEGINNING = 160
const LONGEST_TITLE = 2000
/** Words between "the text of" and its colon. */
const LEAD_REST = 8

/** "the 44th", "La 44eme", nothing. */
const ARTICLE = /^(?:the |la |le |l')?$/
const ordinalsOf = once(ordinalFinder)

const beginnings = once(() => {
  const names = Object.keys(lists).filter((name) => !name.startsWith('list')) as ListName[]
  return beginner(names.flatMap(namesOf))
})
const leadEnds = once(() => finder(namesOf('leadEnds')))
const introductions = once(() => finder(namesOf('introductions')))

/** The first letters of a line, and where the phrases of each list end that it begins with. */
type Head = { text: string; ends: ReadonlyMap<ListName, number>; words?: number; council?: boolean }

/** Every line is looked at by many rules: what was read of it is kept until this many others were read. */
const REMEMBERED = 4000
const heads = once(() => new Map<string, Head>())

function headOf(line: string): Head {
  const known = heads().get(line)
  if (known) return known
  if (heads().size >= REMEMBERED) heads().clear()
  const text = comparableText(line.slice(0, LONGEST_BEGINNING))
  const head: Head = { text, ends: MAY_STAND_BEFORE.test(text) ? beginnings()(text) : NONE }
  heads().set(line, head)
  return head
}

const NONE: ReadonlyMap<ListName, number> = new Map()

/** True where the line begins with a word or phrase of the list. */
export function beginsWith(line: string, list: ListName): boolean {
  return headOf(line).ends.has(list)
}

/** "The Council of Foreign Ministers …", "The Forty-fourth Session of the …": who speaks in a resolution or communiqué. */
export function opensAsCouncil(line: string): boolean {
  const head = headOf(line)
  head.council ??= head.ends.has('councilOpenings') || opensAsSession(head.text)
  return head.council
}

function opensAsSession(text: string): boolean {
  const [ordinal] = ordinalsOf()(text)
  if (!ordinal || !ARTICLE.test(text.slice(0, ordinal.start))) return false
  return beginsWith(text.slice(ordinal.end).trim(), 'sessionOpenings')
}

/** "… the text of which follows:" */
export function endsLead(line: string): boolean {
  if (!/:\s*$/.test(line)) return false
  const text = comparableText(line.slice(-LONGEST_BEGINNING))
  const last = leadEnds()(text).at(-1)
  return last !== undefined && /:\s*$/.test(text) && wordCount(text.slice(last.end)) <= LEAD_REST
}

/** "… the following:" */
export function introducesList(line: string): boolean {
  if (!/:\s*$/.test(line)) return false
  const text = comparableText(line.slice(-LONGEST_BEGINNING))
  const last = introductions()(text).at(-1)
  return last !== undefined && /^\s*:$/.test(text.slice(last.end))
}

/** What follows the word of the list with which the line begins, in comparable letters. */
export function beginning(line: string, list: ListName): { rest: string } | undefined {
  const { text, ends } = headOf(line)
  const end = ends.get(list)
  return end === undefined ? undefined : { rest: text.slice(end).trim() }
}

/** Words of a line, as far as it matters: a long line is neither title nor heading. */
export function wordCount(line: string): number {
  const head = headOf(line)
  head.words ??= line.slice(0, LONGEST_TITLE).match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return head.words
}

function namesOf<Name extends ListName>(name: Name): (readonly [phrase: string, list: Name])[] {
  return Object.values(lists[name])
    .flat()
    .map((phrase) => [phrase, name] as const)
}
