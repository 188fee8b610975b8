/**
 * Which of the known phrases begins at this word? A tree of words, walked from each word of a text: the longest
 * phrase wins, Arabic particles may be attached to its first word, hyphens between words and dots of abbreviations do not matter.
 */
import { type Form, perForm, type Word, wordReader } from './words.js'

export type Match<T> = {
  value: T
  /** Words of the match: from `from` up to, not including, `to`. */
  from: number
  to: number
}

export type PhraseBook<T> = {
  /** Whether a phrase begins with this word. */
  begins(form: Form): boolean
  /** The longest phrase that begins at word `at`. */
  at(words: readonly Word[], at: number): Match<T> | undefined
  /** The longest phrases from left to right, none within another. */
  all(words: readonly Word[]): Match<T>[]
}

type Node<T> = { value?: T; next?: Level<T> }
type Level<T> = Map<string, Node<T>>

const NONE: readonly never[] = []
const HYPHENS = new Set(['-', '\u2010', '\u2011', '\u2013'])

/** The phrases with all that they stand for, where several share one spelling. */
export function grouped<T>(
  entries: Iterable<readonly [phrase: string, value: T]>,
): [phrase: string, values: T[]][] {
  const read = wordReader()
  const byKey = new Map<string, [phrase: string, values: T[]]>()
  for (const [phrase, value] of entries) {
    const key = keyOf(read(phrase)).join(' ')
    const known = byKey.get(key)
    if (known) known[1].push(value)
    else byKey.set(key, [phrase, [value]])
  }
  return [...byKey.values()]
}

function keyOf(words: readonly Word[]): string[] {
  return words.flatMap(({ form }) => (form.kind === 'sign' ? [] : [form.text]))
}

/** @param entries phrases as one writes them, with what they stand for; of two alike the first counts */
export function phraseBook<T>(entries: Iterable<readonly [phrase: string, value: T]>): PhraseBook<T> {
  const root = new Map<string, Node<T>>()
  const read = wordReader()
  for (const [phrase, value] of entries) {
    insert(root, keyOf(read(phrase)), value)
  }
  const beginnings = perForm((form): readonly Node<T>[] => {
    const nodes = form.stems.flatMap((stem) => root.get(stem) ?? [])
    return nodes.length === 0 ? NONE : nodes
  })
  const begins = (form: Form) => beginnings(form) !== NONE
  const at = (words: readonly Word[], from: number) => longest(beginnings, words, from)
  return { begins, at, all: (words) => all(at, words) }
}

function insert<T>(root: Level<T>, phrase: string[], value: T): void {
  let level = root
  for (const [index, word] of phrase.entries()) {
    const node = level.get(word) ?? {}
    level.set(word, node)
    if (index === phrase.length - 1) {
      node.value ??= value
    } else {
      node.next ??= new Map()
      level = node.next
    }
  }
}

function longest<T>(
  beginnings: (form: Form) => readonly Node<T>[],
  words: readonly Word[],
  from: number,
): Match<T> | undefined {
  const form = words[from]?.form
  if (!form) return undefined
  let best: Match<T> | undefined
  for (const node of beginnings(form)) best = walk(node, words, from, best)
  return best
}

function walk<T>(
  node: Node<T>,
  words: readonly Word[],
  from: number,
  best: Match<T> | undefined,
): Match<T> | undefined {
  let [at, found, current] = [from + 1, best, node]
  for (;;) {
    if (current.value !== undefined && at > (found?.to ?? 0)) found = { value: current.value, from, to: at }
    if (!current.next) return found
    while (isLink(words, at)) at += 1
    const following = current.next.get(words[at]?.form.text ?? '')
    if (!following) return found
    current = following
    at += 1
  }
}

/** A hyphen, or the dot of "U.N.". */
function isLink(words: readonly Word[], at: number): boolean {
  const text = words[at]?.form.text ?? ''
  return HYPHENS.has(text) || (text === '.' && words[at - 1]?.form.text.length === 1)
}

function all<T>(find: PhraseBook<T>['at'], words: readonly Word[]): Match<T>[] {
  const matches: Match<T>[] = []
  for (let index = 0; index < words.length; ) {
    const match = find(words, index)
    if (match) matches.push(match)
    index = match?.to ?? index + 1
  }
  return matches
}
