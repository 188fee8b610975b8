/**
 * Which of these names stand in a text, in any of their spellings? Whole words only, the longest name wins; an Arabic
 * name is also found behind the particles that are written onto it (and, so, with, as, for, and for + the).
 * Works on comparable text (`comparable.ts`).
 */
import { TATWEEL } from './characters.js'
import { comparableText } from './comparable.js'
import { remembered } from './once.js'

/** Offsets into the comparable text; `start` is behind the particles. */
export type Found<T> = { value: T; start: number; end: number }
export type Finder<T> = (text: string) => Found<T>[]

type Token = { word: string; start: number; end: number; readings: readonly Reading[] }
/** A word, or what is left of it behind so many letters of particles. */
type Reading = { word: string; skipped: number }
type Name<T> = { words: string[]; value: T; openEnded: boolean }

const WORDS = /[\p{L}\p{N}]+/gu
const ALEF = '\u0627'
const LAM = '\u0644'
const AND = /^[\u0648\u0641]/
const PARTICLE = /^[\u0628\u0643\u0644]/
const FOR_THE = `${LAM}${LAM}`

/** @param names each name, as usually written, with what it stands for; a name that ends in a tatweel goes on inside the word */
export function finder<T>(names: Iterable<readonly [name: string, value: T]>): Finder<T> {
  const byFirst = indexed(names)
  return (text) => findAll(tokens(text), byFirst)
}

function indexed<T>(names: Iterable<readonly [name: string, value: T]>): Map<string, Name<T>[]> {
  const byFirst = new Map<string, Name<T>[]>()
  for (const [name, value] of names) {
    const words = tokens(comparableText(name)).map((token) => token.word)
    const first = words[0]
    if (first === undefined) continue
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, value, openEnded: name.endsWith(TATWEEL) }])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}

/** @returns for the first word of a text: where the longest name of each value ends that begins there; none within the text is looked for */
export function beginner<T>(
  names: Iterable<readonly [name: string, value: T]>,
): (text: string) => Map<T, number> {
  const byFirst = indexed(names)
  return (text) => {
    const found = new Map<T, number>()
    const all = split(text)
    const first = all[0]
    if (!first) return found
    for (const { word } of first.readings) {
      for (const name of byFirst.get(word) ?? []) {
        if (found.has(name.value) || !matches(name, all, 0)) continue
        const last = all[name.words.length - 1] as Token
        found.set(name.value, name.openEnded ? last.start + (name.words.at(-1)?.length ?? 0) : last.end)
      }
    }
    return found
  }
}

/** The words of a text; many lists of names are looked for in the same one. */
export const tokens: (text: string) => Token[] = remembered(split)

function split(text: string): Token[] {
  const found: Token[] = []
  for (const { 0: word, index } of text.matchAll(WORDS))
    found.push({ word, start: index, end: index + word.length, readings: readingsOf(word) })
  return found
}

/** Words come again and again: their readings are kept until so many others were read. */
const KEPT_WORDS = 50_000
const known = new Map<string, readonly Reading[]>()

function readingsOf(word: string): readonly Reading[] {
  const before = known.get(word)
  if (before) return before
  if (known.size >= KEPT_WORDS) known.clear()
  const readings = withoutParticles(word)
  known.set(word, readings)
  return readings
}

function findAll<T>(text: Token[], byFirst: Map<string, Name<T>[]>): Found<T>[] {
  const found: Found<T>[] = []
  for (let at = 0; at < text.length; at += 1) {
    const hit = findAt(text, at, byFirst)
    if (!hit) continue
    found.push(hit.found)
    at += hit.words - 1
  }
  return found
}

function findAt<T>(text: Token[], at: number, byFirst: Map<string, Name<T>[]>) {
  const token = text[at] as Token
  for (const { word, skipped } of token.readings) {
    const names = byFirst.get(word)
    if (names === undefined) continue
    const name = names.find((candidate) => matches(candidate, text, at))
    if (!name) continue
    const last = text[at + name.words.length - 1] as Token
    const end = name.openEnded ? last.start + (name.words.at(-1)?.length ?? 0) : last.end
    return { words: name.words.length, found: { value: name.value, start: token.start + skipped, end } }
  }
  return undefined
}

/** The first word is known to match: it was looked up. */
function matches<T>(name: Name<T>, text: Token[], at: number): boolean {
  const { words, openEnded } = name
  for (let n = 1; n < words.length; n += 1) {
    const [word = '', other] = [words[n], text[at + n]?.word]
    if (openEnded && n === words.length - 1 ? !other?.startsWith(word) : other !== word) return false
  }
  return true
}

/** The word, and what is left of it without one or two particles. */
function withoutParticles(word: string): Reading[] {
  const readings: Reading[] = [{ word, skipped: 0 }]
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
