/**
 * Which paragraphs of different documents say the same? Those with the same value here, which each has by itself: one
 * that knows of no other text can tell equal ones for certain and nearly equal ones mostly.
 */
import { createHash } from 'node:crypto'
import { plain } from '../arabic/fold.js'
import { monthNames } from '../arabic/months.js'
import { once } from '../arabic/once.js'
import { ordinalNames } from '../arabic/ordinals.js'
import { stem } from '../arabic/stem.js'
import type { Paragraph } from '../model.js'
import calendar from '../reference/calendar.json' with { type: 'json' }
import negations from '../reference/negations.json' with { type: 'json' }

/** What of a paragraph decides. */
export type Said = Pick<Paragraph, 'text' | 'countries' | 'places' | 'organisations' | 'statements'>

const LETTERS = /[\p{L}\p{N}]+/gu
const NUMBER = /\p{N}|^[ivxl]{2,}$/u
const DIGITS = 16
/** A shorter text says something else where any word, or a number, is another. */
const SHORT = 12
/** In a longer text some words may be others. */
const LONG = 20
/**
 * So many words stand for a long text, those with the least hash: a word that is added, dropped or replaced hits one
 * of them seldom, and two texts of the same kind hardly ever have the same ones.
 */
const SAMPLE = 4
/** Shorter words tell little. */
const TELLING = 3

/**
 * @param paragraphs of one document, in order
 * @returns a value for each. What a document says twice differs, so that paragraphs are told to be the same only
 * across documents.
 */
export function sameness(paragraphs: readonly Said[]): string[] {
  const seen = new Map<string, number>()
  return paragraphs.map((paragraph) => {
    const value = hashOf(signOf(paragraph))
    const before = seen.get(value) ?? 0
    seen.set(value, before + 1)
    return before === 0 ? value : `${value}.${before}`
  })
}

/**
 * What has to agree: of a short text every word; of a longer one all but its numbers, years and months; of a long one
 * a sample of its words, and whatever it names, states and denies.
 */
function signOf(paragraph: Said): string {
  const words = wordsOf(paragraph.text)
  if (words.length < SHORT) return words.join(' ') || paragraph.text
  const lasting = words.filter((word) => !NUMBER.test(word)).map(stem)
  const telling = lasting.filter((word) => !PASSING().has(word))
  if (telling.length < LONG) return telling.join(' ')
  const long = telling.filter((word) => word.length >= TELLING)
  return [...names(paragraph), denied(words), ...sampleOf(long)].join(' ')
}

/** As a search compares them. */
function wordsOf(text: string): string[] {
  return plain(text).match(LETTERS) ?? []
}

function names({ countries, places, organisations, statements }: Said): string[] {
  const named = [...countries, ...places, ...organisations].map(({ value }) => value)
  return [...new Set([...named, ...statements.map(({ category }) => category)])].sort()
}

function denied(words: string[]): number {
  return words.filter((word) => NEGATIONS().has(word)).length
}

function sampleOf(words: string[]): string[] {
  const hashed = [...new Set(words)].map((word) => [hashOf(word), word] as const)
  return hashed
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .slice(0, SAMPLE)
    .map(([, word]) => word)
}

/** Words of ordinals and months, which differ from meeting to meeting. */
const PASSING = once(() => {
  const weekdays = calendar.weekdays.flatMap(({ ar, en, fr }) => [...ar, ...en, ...fr])
  const names = [...[...ordinalNames(), ...monthNames()].map(([name]) => name), ...weekdays]
  return new Set(names.flatMap(wordsOf).map(stem))
})
const NEGATIONS = once(() => new Set(negations.words.flatMap(wordsOf)))

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, DIGITS)
}
