/**
 * Which of these names stand in a text, in any of their spellings? Whole words only, the longest name wins; an Arabic
 * name is also found behind the particles that are written onto it (and, so, with, as, for, and for + the).
 * Works on comparable text (`comparable.ts`).
 */
import { TATWEEL } from './characters.js'
import { comparableText } from './comparable.js'
import { remembered } from './once.js'
import { nextWord, type Stretch } from './word-bounds.js'

/** Offsets into the comparable text; `start` is behind the particles. */
export type Found<T> = Stretch & { value: T }
export type Finder<T> = (text: string) => Found<T>[]
/** Each name, as usually written, with what it stands for; one that ends in a tatweel goes on inside the word. */
export type Names<T> = Iterable<readonly [name: string, value: T]>

type Token = Stretch & { word: string }
type Name<T> = { words: string[]; value: T; openEnded: boolean; list: number }
/** The names that begin with a word, or with what is left of it behind so many letters of particles. */
type Beginning<T> = { names: readonly Name<T>[]; skipped: number }
type Index<T> = (word: string) => readonly Beginning<T>[]

const ALEF = '\u0627'
const LAM = '\u0644'
const AND = /^[\u0648\u0641]/
const PARTICLE = /^[\u0628\u0643\u0644]/
const FOR_THE = `${LAM}${LAM}`
/** Words come again and again: what begins with them is kept until so many others were read. */
const KEPT_WORDS = 50_000

export function finder<T>(names: Names<T>): Finder<T> {
  return finders<{ names: T }>({ names }).names
}

/** One finder for each list: a text is read once for all of them. What they give must not be changed. */
export function finders<Values extends Record<string, unknown>>(
  lists: {
    [List in keyof Values]: Names<Values[List]>
  },
): { [List in keyof Values]: Finder<Values[List]> } {
  const names = Object.keys(lists)
  const index = indexed(Object.values<Names<unknown>>(lists))
  const read = remembered((text) => findAll(split(text), index))
  const entries = names.map((name, list) => [name, (text: string) => read(text)[list] ?? []])
  return Object.fromEntries(entries) as { [List in keyof Values]: Finder<Values[List]> }
}

/** @returns the longest name of each value that begins at the first word of a text; none within the text is looked for */
export function beginner<T>(names: Names<T>): Finder<T> {
  const index = indexed([names])
  return (text) => {
    const first = nextWord(text, 0)
    const beginnings = first ? index(text.slice(first.start, first.end)) : []
    if (!first || beginnings.length === 0) return []
    const all = split(text)
    const found = new Map<T, Found<T>>()
    for (const { names, skipped } of beginnings)
      for (const name of names)
        if (!found.has(name.value) && matches(name, all, 0))
          found.set(name.value, { value: name.value, start: first.start + skipped, end: endOf(name, all, 0) })
    return [...found.values()]
  }
}

function indexed<T>(lists: Names<T>[]): Index<T> {
  const byFirst = new Map<string, Name<T>[]>()
  for (const [list, names] of lists.entries())
    for (const [name, value] of names) {
      const words = split(comparableText(name)).map(({ word }) => word)
      const [first] = words
      if (first === undefined) continue
      const known = byFirst.get(first) ?? []
      byFirst.set(first, known)
      known.push({ words, value, openEnded: name.endsWith(TATWEEL), list })
    }
  for (const names of byFirst.values()) names.sort((a, b) => b.words.length - a.words.length)
  return remembered(
    (word) =>
      withoutParticles(word).flatMap(({ word, skipped }) => {
        const names = byFirst.get(word)
        return names ? [{ names, skipped }] : []
      }),
    KEPT_WORDS,
  )
}

function split(text: string): Token[] {
  const found: Token[] = []
  for (let at = nextWord(text, 0); at; at = nextWord(text, at.end))
    found.push({ start: at.start, end: at.end, word: text.slice(at.start, at.end) })
  return found
}

/** By list the names from left to right, none within another one of the list; nothing for a list of which there is none. */
function findAll<T>(text: Token[], index: Index<T>): (Found<T>[] | undefined)[] {
  const found: (Found<T>[] | undefined)[] = []
  const free: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const { word, start } = text[at] as Token
    for (const { names, skipped } of index(word)) {
      for (const name of names) {
        const { list, value, words } = name
        if ((free[list] ?? 0) > at || !matches(name, text, at)) continue
        const own = found[list] ?? []
        own.push({ value, start: start + skipped, end: endOf(name, text, at) })
        found[list] = own
        free[list] = at + words.length
      }
    }
  }
  return found
}

/** The first word is known to match: it was looked up. */
function matches<T>({ words, openEnded }: Name<T>, text: Token[], at: number): boolean {
  for (let n = 1; n < words.length; n += 1) {
    const [word = '', other] = [words[n], text[at + n]?.word]
    if (openEnded && n === words.length - 1 ? !other?.startsWith(word) : other !== word) return false
  }
  return true
}

function endOf<T>({ words, openEnded }: Name<T>, text: Token[], at: number): number {
  const last = text[at + words.length - 1] as Token
  return openEnded ? last.start + (words.at(-1)?.length ?? 0) : last.end
}

/** The word, and what is left of it without one or two particles. */
function withoutParticles(word: string): { word: string; skipped: number }[] {
  const readings = [{ word, skipped: 0 }]
  if (AND.test(word)) readings.push({ word: word.slice(1), skipped: 1 })
  for (const reading of [...readings]) {
    if (reading.word.startsWith(FOR_THE)) {
      readings.push({ word: ALEF + reading.word.slice(1), skipped: reading.skipped + 1 })
      readings.push({ word: ALEF + LAM + reading.word.slice(1), skipped: reading.skipped + 1 })
    }
    if (PARTICLE.test(reading.word))
      readings.push({ word: reading.word.slice(1), skipped: reading.skipped + 1 })
  }
  return readings
}
