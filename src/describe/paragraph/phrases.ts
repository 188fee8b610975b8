/**
 * Which of the known phrases begins at this word? A tree of words, walked from each word of a text: the longest
 * phrase wins, Arabic particles may be attached to its first word, hyphens between words do not matter.
 */
import { type Word, wordReader } from './words.js'

export type Match<T> = {
  value: T
  /** Words of the match: from `from` up to, not including, `to`. */
  from: number
  to: number
}

export type PhraseBook<T> = {
  /** The longest phrase that begins at word `at`. */
  at(words: readonly Word[], at: number): Match<T> | undefined
  /** The longest phrases from left to right, none within another. */
  all(words: readonly Word[]): Match<T>[]
}

type Node<T> = { value?: T; next?: Map<string, Node<T>> }

const HYPHENS = new Set(['-', '\u2010', '\u2011', '\u2013'])

/** @param entries phrases as one writes them, with what they stand for; of two alike the first counts */
export function phraseBook<T>(entries: Iterable<readonly [phrase: string, value: T]>): PhraseBook<T> {
  const root = new Map<string, Node<T>>()
  const read = wordReader()
  for (const [phrase, value] of entries) {
    insert(
      root,
      read(phrase).flatMap((word) => (word.form.kind === 'sign' ? [] : [word.form.text])),
      value,
    )
  }
  const at = (words: readonly Word[], from: number) => longest(root, words, from)
  return { at, all: (words) => all(at, words) }
}

function insert<T>(root: Map<string, Node<T>>, phrase: string[], value: T): void {
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

function longest<T>(root: Map<string, Node<T>>, words: readonly Word[], from: number): Match<T> | undefined {
  const stems = words[from]?.form.stems ?? []
  let best: Match<T> | undefined
  for (const stem of stems) {
    const node = root.get(stem)
    if (node) best = walk(node, words, from, best)
  }
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
    while (HYPHENS.has(words[at]?.form.text ?? '')) at += 1
    const following = current.next.get(words[at]?.form.text ?? '')
    if (!following) return found
    current = following
    at += 1
  }
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
