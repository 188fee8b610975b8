/** What does a paragraph state, cite and name, as values that can be chosen? And a document: the union of its paragraphs. */
import { ANALYSIS_VERSION, type Mentions, type ParagraphEntry } from '../fields.js'
import type { Paragraph, Read, Statement } from '../model.js'

export const NO_MENTIONS: Mentions = {
  verb: [],
  verbObject: [],
  cites: [],
  country: [],
  place: [],
  organisation: [],
}

/** What an entry says of a paragraph that no analysis has read: nothing but its place and text. */
export const UNREAD = {
  ...NO_MENTIONS,
  section: [],
  role: 'body',
  quality: 'clean',
  legibility: 1,
  confidence: 1,
  evidence: { statements: [], cites: [], countries: [], places: [], organisations: [], dates: [] },
  analysisVersion: ANALYSIS_VERSION,
} satisfies Partial<ParagraphEntry>

export function mentionsOf(paragraph: Paragraph): Mentions {
  const { statements, cites, countries, places, organisations } = paragraph
  return {
    verb: distinct(statements.map(({ category }) => category)),
    verbObject: distinct(statements.flatMap(pairsOf)),
    cites: values(cites),
    country: values(countries),
    place: values(places),
    organisation: values(organisations),
  }
}

export function unionOf(all: Mentions[]): Mentions {
  const names = Object.keys(NO_MENTIONS) as (keyof Mentions)[]
  const union = names.map((name) => [name, distinct(all.flatMap((mentions) => mentions[name]))])
  return Object.fromEntries(union) as Mentions
}

/** In the order in which they come first. */
export function distinct<T>(all: T[]): T[] {
  return [...new Set(all)]
}

/** A verb with its object, never with the object of another verb. */
function pairsOf({ category, objects }: Statement): string[] {
  return objects.map((object) => `${category}|${object}`)
}

function values(reads: Read<string>[]): string[] {
  return distinct(reads.map(({ value }) => value))
}
