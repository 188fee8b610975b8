/**
 * Which numbered resolution is meant, and of which year? Numbers come in chains behind one word ("resolutions 465,
 * 476 and 478 (1980)"); the organ stands before, between or after, or is only meant by "its resolution".
 */
import citationWords from '../../reference/citation-words.json' with { type: 'json' }
import knowledge from '../../reference/resolutions.json' with { type: 'json' }
import { series } from '../../symbols/tables.js'
import type { Mention } from './names.js'
import { spelling, type Word } from './words.js'

/** One number of a chain: `242`, `69/244`, `194 (III)`, `ES-10/15`, `1/44-POL`. */
export type Numbered = {
  from: number
  to: number
  number: string
  /** A year or roman session that is printed with it. */
  year?: number
  session?: string
  /** Whose numbers look like this. */
  organ?: 'S/RES' | 'A/RES' | 'A/HRC/RES' | 'OIC'
}

const SETS = {
  filler: set(citationWords.filler),
  and: set(citationWords.and),
  year: set(citationWords.year),
  es: set(citationWords.es),
  special: set(citationWords.special),
  letters: set(citationWords.letters),
  session: set(citationWords.session),
}
const ROMAN = new Map(citationWords.roman.map((roman) => [spelling(roman), roman]))
const SERIES = new Map([
  ...series.flatMap(({ code, names }) => names.map((name): [string, string] => [printedAs(name), code])),
  ...citationWords.series.map(([name = '', code = '']): [string, string] => [printedAs(name), code]),
])
const SUMMIT = set(citationWords.summit)
const BRACKETS = new Set(['(', '[', '"', '\u00AB', ':', '\u00B0', '\u00BA', '.'])
const DASHES = new Set(['-', '\u2013', '\u2014', '\u0640'])
const COMMAS = new Set([',', '\u060C'])
/** Numbers of the first General Assemblies were followed by the session; those of today have it before. */
const FIRST_SLASHED_ASSEMBLY = 31
const LAST_YEAR = 2100
const FIRST_YEAR = 1946

/** All numbers behind the word "resolution" at `at`, and the word after them. */
export function chainAfter(
  words: readonly Word[],
  at: number,
  organs: readonly Mention[],
): { items: Numbered[]; to: number } {
  const items: Numbered[] = []
  let to = skipFiller(words, at + 1, organs)
  for (;;) {
    const item = numberAt(words, to)
    if (!item) break
    items.push(item)
    to = item.to
    const next = skipLinks(words, to)
    if (next === undefined) break
    to = next
  }
  return { items, to: items.at(-1)?.to ?? at + 1 }
}

/** Past "no.", the organ, "relevant", an opening bracket; at the first number, or where none can be. */
function skipFiller(words: readonly Word[], from: number, organs: readonly Mention[]): number {
  let at = from
  for (let steps = 0; steps < 16; steps += 1) {
    const form = words[at]?.form
    if (!form || form.kind === 'number' || markAt(words, at)) return at
    const organ = organs.find(({ match }) => match.from === at)?.match.to
    const filler = BRACKETS.has(form.text) || form.stems.some((stem) => SETS.filler.has(stem))
    if (organ === undefined && !filler) return at
    at = organ ?? at + 1
  }
  return at
}

function skipLinks(words: readonly Word[], from: number): number | undefined {
  let at = from
  let linked = false
  for (let steps = 0; steps < 6; steps += 1) {
    const form = words[at]?.form
    if (!form) return undefined
    if (form.kind === 'number' || markAt(words, at)) return linked ? at : undefined
    if (COMMAS.has(form.text) || form.stems.some((stem) => SETS.and.has(stem))) linked = true
    else if (!(form.text === '(' && linked) && !BRACKETS.has(form.text)) return undefined
    at += 1
  }
  return undefined
}

/** The number at this word, with what is printed behind it; none where it is a year of its own. */
function numberAt(words: readonly Word[], at: number): Numbered | undefined {
  const form = words[at]?.form
  if (!form) return undefined
  const mark = markAt(words, at)
  if (mark) return ofSession(words, at, mark)
  if (form.kind !== 'number' || !(form.value > 0)) return undefined
  if (words[at + 1]?.form.text === '/' && words[at + 2]?.form.kind === 'number') return slashed(words, at)
  return plain(words, at)
}

/** Of an emergency or special session: `ES-10/20`, `S-31/1`. */
function markAt(words: readonly Word[], at: number): 'ES' | 'S' | undefined {
  const text = words[at]?.form.text ?? ''
  if (SETS.es.has(text)) return 'ES'
  return SETS.special.has(text) && DASHES.has(words[at + 1]?.form.text ?? '') ? 'S' : undefined
}

function ofSession(words: readonly Word[], at: number, mark: 'ES' | 'S'): Numbered | undefined {
  const first = DASHES.has(words[at + 1]?.form.text ?? '') ? at + 2 : at + 1
  const [session, slash, number] = words.slice(first, first + 3).map((word) => word.form)
  if (session?.kind !== 'number' || slash?.text !== '/' || number?.kind !== 'number') return undefined
  return { from: at, to: first + 3, number: `${mark}-${session.value}/${number.value}`, organ: 'A/RES' }
}

/** `69/244`, `16/18`, `1/44-POL`, `38/20 - S`, `1/11-E (IS)`; `748/92` is a number with its year. */
function slashed(words: readonly Word[], at: number): Numbered {
  const first = words[at]?.form.value ?? 0
  const second = words[at + 2]?.form.value ?? 0
  const behind = seriesAt(words, at + 3)
  if (behind) return { from: at, to: behind.to, number: `${first}/${second}-${behind.name}`, organ: 'OIC' }
  const year = yearOf(first)
  if (year !== undefined && (second === year || second === year % 100)) {
    return { from: at, to: at + 3, number: String(first), year, organ: 'S/RES' }
  }
  const organ = first >= FIRST_SLASHED_ASSEMBLY ? 'A/RES' : 'A/HRC/RES'
  return { from: at, to: afterYear(words, at + 3).to, number: `${first}/${second}`, organ }
}

/** The series behind the dash (or without one), with the mark of the Summit. */
function seriesAt(words: readonly Word[], at: number): { name: string; to: number } | undefined {
  const from = DASHES.has(words[at]?.form.text ?? '') ? at + 1 : at
  if (from === at) return undefined
  const one = words[from]?.form.text ?? ''
  const apart = words[from + 1]?.form.text === '.' ? from + 2 : from + 1
  const two = `${one} ${words[apart]?.form.text ?? ''}`
  const pair = SERIES.get(two) ?? SERIES.get(two.replace(' ', ''))
  const name = pair ?? SERIES.get(one)
  if (!name) return undefined
  const to = pair ? apart + 1 : from + 1
  return summitMark(words, to, name)
}

function summitMark(words: readonly Word[], at: number, name: string): { name: string; to: number } {
  if (words[at]?.form.text !== '(') return { name, to: at }
  const close = [at + 2, at + 3, at + 4].find((index) => words[index]?.form.text === ')')
  const inside = words.slice(at + 1, close ?? at + 1).map((word) => word.form.text)
  const mark = inside.filter((text) => text !== '.' && !DASHES.has(text)).join(' ')
  return close && SUMMIT.has(mark) ? { name: `${name}(IS)`, to: close + 1 } : { name, to: at }
}

/** `2254`, `2254 (2015)`, `(2216)`, `194 (III)`, `217 A (III)`, `377 (د-5)`, `2254 of the year 2015`. */
function plain(words: readonly Word[], at: number): Numbered | undefined {
  const number = String(words[at]?.form.value)
  let to = words[at + 1]?.form.text === ')' ? at + 2 : at + 1
  if (SETS.letters.has(words[to]?.form.text ?? '') && words[to + 1]?.form.text === '(') to += 1
  const session = sessionAt(words, to)
  if (session) return { from: at, to: session.to, number, session: session.name, organ: 'A/RES' }
  const after = afterYear(words, to)
  return { from: at, to: after.to, number, year: after.year }
}

function sessionAt(words: readonly Word[], at: number): { name: string; to: number } | undefined {
  if (words[at]?.form.text !== '(') return undefined
  const roman = ROMAN.get(words[at + 1]?.form.text ?? '')
  if (roman && words[at + 2]?.form.text === ')') return { name: roman, to: at + 3 }
  if (!SETS.session.has(words[at + 1]?.form.text ?? '')) return undefined
  const number = DASHES.has(words[at + 2]?.form.text ?? '') ? at + 3 : at + 2
  const name = citationWords.roman[(words[number]?.form.value ?? 0) - 1]
  return name ? { name, to: number + 2 } : undefined
}

function afterYear(words: readonly Word[], at: number): { year?: number; to: number } {
  const bracket = words[at]?.form.text === '('
  const labelled = words[at]?.form.stems.some((stem) => SETS.year.has(stem)) === true
  const value = words[at + 1]?.form.value ?? Number.NaN
  if (!(bracket || labelled) || !(value >= FIRST_YEAR && value <= LAST_YEAR)) return { to: at }
  return { year: value, to: bracket ? at + 3 : at + 2 }
}

/** The year in which the Security Council reached this number. */
export function yearOf(number: number): number | undefined {
  if (!(number >= 1)) return undefined
  return YEAR_ENDS.find(([, last]) => number <= last)?.[0]
}

const YEAR_ENDS = Object.entries(knowledge.securityCouncilLast).map(
  ([year, last]) => [Number(year), last] as const,
)

/** The session of an early resolution of the General Assembly that is well known by its bare number. */
export function assemblySession(number: string): string | undefined {
  return (knowledge.generalAssembly as Record<string, string>)[number]
}

/** The dots of "A.F" stand between words. */
function printedAs(name: string): string {
  return spelling(name.replaceAll('.', ' '))
}

function set(list: string[]): Set<string> {
  return new Set(list.map(spelling))
}
