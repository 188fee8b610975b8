/** How does a line begin, by the word lists of `reference/structure.json`? */
import { comparableText } from '../arabic/comparable.js'
import { KEPT_LINES, once, remembered } from '../arabic/once.js'
import { ordinalBeginner } from '../arabic/ordinals.js'
import { beginner, type Found, finder } from '../arabic/phrases.js'
import { countWords } from '../arabic/word-bounds.js'
import cover from '../reference/cover.json' with { type: 'json' }
import structure from '../reference/structure.json' with { type: 'json' }

const lists = { ...structure, agencies: cover.agencies }

type ListName = Exclude<keyof typeof lists, 'listOrdinals' | 'listLetters'>

/** At most a quotation mark or bracket stands before the first word. */
const MAY_STAND_BEFORE = /^[^\p{L}\p{N}\s]?[\p{L}\p{N}]/u

/** Longer than any phrase of the lists with what may follow it; the rest of a long line is not looked at. */
const LONGEST_BEGINNING = 160
const LONGEST_TITLE = 2000
/** Words between "the text of" and its colon. */
const LEAD_REST = 8
/** A sentence that only says that the text follows. */
const LEAD_WORDS = 40

/** "the 44th", "La 44eme". */
const LEAD_END = /(?::|\. ?\.)\s*$/
const ARTICLE = /^(?:the |la |le |l')/
const openingOrdinal = once(ordinalBeginner)

const beginnings = once(() => {
  const names = Object.keys(lists).filter((name) => !name.startsWith('list')) as ListName[]
  return beginner(names.flatMap(namesOf))
})
const leadEnds = once(() => finder(namesOf('leadEnds')))
const introductions = once(() => finder(namesOf('introductions')))

/** The first letters of a line, and the phrases of the lists with which it begins. */
type Head = {
  text: string
  begins: readonly Found<ListName>[]
  words: number | undefined
  council: boolean | undefined
}

const headOf = remembered((line): Head => {
  const text = comparableText(line.slice(0, LONGEST_BEGINNING))
  const begins = MAY_STAND_BEFORE.test(text) ? beginnings()(text) : []
  return { text, begins, words: undefined, council: undefined }
}, KEPT_LINES)

/** True where the line begins with a word or phrase of the list. */
export function beginsWith(line: string, list: ListName): boolean {
  return isIn(headOf(line), list)
}

function isIn({ begins }: Head, list: ListName): boolean {
  return begins.some(({ value }) => value === list)
}

/** "The Council of Foreign Ministers …", "The Forty-fourth Session of the …": who speaks in a resolution or communiqué. */
export function opensAsCouncil(line: string): boolean {
  const head = headOf(line)
  head.council ??= isIn(head, 'councilOpenings') || opensAsSession(head.text)
  return head.council
}

function opensAsSession(text: string): boolean {
  const opening = text.replace(ARTICLE, '')
  const ordinal = openingOrdinal()(opening)
  return ordinal !== undefined && beginsWith(opening.slice(ordinal.end).trim(), 'sessionOpenings')
}

/** "… the text of which follows:"; without its colon only where nothing stands behind these words, or they begin a sentence. */
export function endsLead(line: string): boolean {
  const text = comparableText(line.slice(-LONGEST_BEGINNING))
  const last = leadEnds()(text).at(-1)
  if (!LEAD_END.test(line))
    return last?.end === text.length || (wordCount(line) <= LEAD_WORDS && beginsWith(line, 'leadEnds'))
  const near = last !== undefined && wordCount(text.slice(last.end)) <= LEAD_REST
  return near || beginsWith(line, 'leadEnds')
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
  const { text, begins } = headOf(line)
  const found = begins.find(({ value }) => value === list)
  return found && { rest: text.slice(found.end).trim() }
}

/** Words of a line, as far as it matters: a long line is neither title nor heading. */
export function wordCount(line: string): number {
  const head = headOf(line)
  head.words ??= countWords(line.slice(0, LONGEST_TITLE))
  return head.words
}

function namesOf<Name extends ListName>(name: Name): (readonly [phrase: string, list: Name])[] {
  return Object.values(lists[name])
    .flat()
    .map((phrase) => [phrase, name] as const)
}
