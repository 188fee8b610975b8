/**
 * What do typing and files do to a text? The damages that a search must not feel, put into passages or questions; the
 * same text is damaged in the same way each time.
 */
import { ARABIC_LETTERS } from '../arabic/characters.js'
import { repeatable } from './measures.js'
import type { JudgedSet } from './sets.js'

type Change = (text: string, random: () => number) => string
type Damage = { name: string; of: 'passages' | 'questions'; change: Change }

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const LETTER = new RegExp(`[${ARABIC_LETTERS}]`, 'gu')
const RLM = '\u200F'
/** Fathatan to sukun. */
const MARK = { first: 0x64b, count: 8 }
const SHARE_OF_MARKED_LETTERS = 0.4
const SHARE_OF_WORDS = 0.3
/** Letters of a word that can be swapped without its ends, as fingers do. */
const SWAPPABLE = 4

export const DAMAGES: readonly Damage[] = [
  { name: 'marks', of: 'passages', change: (text, random) => text.replace(LETTER, (c) => c + mark(random)) },
  { name: 'presentation forms', of: 'passages', change: (text) => text.replace(LETTER, shaped) },
  {
    name: 'Farsi letters',
    of: 'passages',
    change: (text) => text.replaceAll('\u064A', '\u06CC').replaceAll('\u0643', '\u06A9'),
  },
  { name: 'NFD', of: 'passages', change: (text) => text.normalize('NFD') },
  { name: 'RLM', of: 'passages', change: (text, random) => text.replace(WORD, (w) => w + rlm(random)) },
  { name: 'swapped letters', of: 'questions', change: swapped },
]

/** @returns the set with this damage in every passage or every question */
export function damaged(set: JudgedSet, { of, change }: Damage): JudgedSet {
  const each = <T extends { text: string }>(things: T[]): T[] =>
    things.map((thing, at) => ({ ...thing, text: change(thing.text, repeatable(at + 1)) }))
  return of === 'passages'
    ? { ...set, passages: each(set.passages) }
    : { ...set, questions: each(set.questions) }
}

function mark(random: () => number): string {
  if (random() > SHARE_OF_MARKED_LETTERS) return ''
  return String.fromCodePoint(MARK.first + Math.floor(random() * MARK.count))
}

function rlm(random: () => number): string {
  return random() < SHARE_OF_WORDS ? RLM : ''
}

/** The isolated form of a letter, as some programs write every letter. */
function shaped(letter: string): string {
  return forms.get(letter) ?? letter
}

const forms = new Map(
  Array.from({ length: 0xfefd - 0xfe80 }, (_, n) => String.fromCodePoint(0xfefc - n)).map((form) => [
    form.normalize('NFKC'),
    form,
  ]),
)

/** Two neighbouring letters of the longest word change places. */
function swapped(text: string, random: () => number): string {
  const [longest] = [...text.matchAll(WORD)].sort((a, b) => b[0].length - a[0].length)
  if (!longest || longest[0].length < SWAPPABLE) return text
  const at = longest.index + 1 + Math.floor(random() * (longest[0].length - 3))
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
}
