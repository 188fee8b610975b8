/**
 * How far is one spelling from another? Pure: letters that are often confused, swapped or doubled cost less than
 * others; also where two words may have grown into one, and what else an Arabic word may be looked for as.
 */
import { ARABIC_LETTERS } from '../../arabic/characters.js'
import { once } from '../../arabic/once.js'
import spelling from '../../reference/spelling.json' with { type: 'json' }

const SWAPPED = 0.5
const CONFUSED = 0.5
/** Of a letter that is doubled, or a weak one that is hardly heard. */
const SLIGHT = 0.5
const PLAIN = 1
/** Letters of a word that can have lost the space before it. */
const SHORTEST_PART = 2
const SHORTEST_GLUED = 5
const ARABIC = new RegExp(`^[${ARABIC_LETTERS}]+$`, 'u')

const pairs = once(() => new Set(spelling.confused.flatMap(([a = '', b = '']) => [a + b, b + a])))
const slight = once(() => new Set(spelling.slight))

/** What a reader may mistake in a word of this many letters: one thing in a short one, about two in a long one. */
export function tolerance(letters: number): number {
  if (letters < 4) return 0.5
  if (letters < 6) return 1
  return letters < 9 ? 1.5 : 2
}

/** @returns the cost of writing `b` for `a`; 0 where they are equal, 1 for any other letter */
export function distance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]]
  const rows: number[][] = [[0]]
  for (let j = 1; j <= to.length; j += 1) at(rows, 0)[j] = cost(rows, 0, j - 1) + gapCost(to, j - 1)
  for (let i = 1; i <= from.length; i += 1) {
    rows[i] = [cost(rows, i - 1, 0) + gapCost(from, i - 1)]
    for (let j = 1; j <= to.length; j += 1) at(rows, i)[j] = cheapest(rows, from, to, i, j)
  }
  return cost(rows, from.length, to.length)
}

function cheapest(rows: number[][], from: string[], to: string[], i: number, j: number): number {
  const [a = '', b = ''] = [from[i - 1], to[j - 1]]
  const ways = [
    cost(rows, i - 1, j - 1) + swapCost(a, b),
    cost(rows, i - 1, j) + gapCost(from, i - 1),
    cost(rows, i, j - 1) + gapCost(to, j - 1),
  ]
  const swapped = i > 1 && j > 1 && a === to[j - 2] && from[i - 2] === b
  return Math.min(...ways, swapped ? cost(rows, i - 2, j - 2) + SWAPPED : Number.POSITIVE_INFINITY)
}

function swapCost(a: string, b: string): number {
  if (a === b) return 0
  return pairs().has(a + b) ? CONFUSED : PLAIN
}

/** Of a letter that one of the two has not. */
function gapCost(letters: string[], place: number): number {
  const letter = letters[place] ?? ''
  const doubled = letter === letters[place - 1] || letter === letters[place + 1]
  return doubled || slight().has(letter) ? SLIGHT : PLAIN
}

function at(rows: number[][], i: number): number[] {
  return rows[i] ?? []
}

function cost(rows: number[][], i: number, j: number): number {
  return rows[i]?.[j] ?? Number.POSITIVE_INFINITY
}

/** @returns each way to put one space into the word, as pairs of words */
export function partings(word: string): [string, string][] {
  const letters = [...word]
  if (letters.length < SHORTEST_GLUED) return []
  const places = Array.from({ length: letters.length - 2 * SHORTEST_PART + 1 }, (_, n) => n + SHORTEST_PART)
  return places.map((place) => [letters.slice(0, place).join(''), letters.slice(place).join('')])
}

/** The word itself, and an Arabic one also with its article and without the particles that are written in one with it. */
export function articleForms(word: string): string[] {
  if (!ARABIC.test(word)) return [word]
  const { article } = spelling
  const core = withoutParticles(word)
  const particle = word.slice(0, word.length - core.length)
  return [
    ...new Set([word, `${article}${core}`, core, ...(particle.length === 1 ? [`${article}${word}`] : [])]),
  ]
}

/** What is left of an Arabic word without the particles and the article that are written in one with it. */
export function withoutParticles(word: string): string {
  const particle = spelling.proclitics.find((one) => word.startsWith(one) && word.length - one.length > 2)
  return word.slice(particle?.length ?? 0)
}
