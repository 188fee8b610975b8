/** How much of what should be read is read, and how much of what is read is right? */
import { describeParagraph } from '../../src/describe/paragraph/index.js'
import type { Document } from '../../src/model.js'
import { analyse } from '../../src/pipeline.js'
import { expectedFacts, FACTS, type FactName, foundFacts } from './facts.js'
import type { Gold, RawDocument } from './gold.js'
import { align, bounds, CONTENT, contentOf, listed, type Pair, STRUCTURE, structureOf } from './paragraphs.js'

export const FIELDS = [...FACTS, ...STRUCTURE, ...CONTENT] as const
export type Field = (typeof FIELDS)[number]
/** Counts of one field over all texts: found and right, expected, found. */
export type Score = { right: number; expected: number; found: number }
export type Miss = { file: string; paragraph?: string; field: Field; missing: string[]; extra: string[] }
export type Result = { scores: Record<Field, Score>; misses: Miss[]; documents: number; paragraphs: number }

type Tally = (field: Field, pair: Pair, paragraph?: string) => void

/** @param gold what readers noted, with or without the whole texts */
export async function measure(gold: readonly Gold[]): Promise<Result> {
  const scores = Object.fromEntries(
    FIELDS.map((field) => [field, { right: 0, expected: 0, found: 0 }]),
  ) as Record<Field, Score>
  const misses: Miss[] = []
  for (const { name, text, documents } of gold) {
    const tally: Tally = (field, [expected, found], paragraph) => {
      const miss = compare(expected, found, scores[field])
      if (miss) misses.push({ file: name, ...(paragraph && { paragraph }), field, ...miss })
    }
    if (text) await measureText(name, text, documents, tally)
    else for (const document of documents) measureAlone(document, tally)
  }
  const all = gold.flatMap(({ documents }) => documents)
  const paragraphs = all.reduce((sum, one) => sum + (one.paragraphs?.length ?? 0), 0)
  return { scores, misses, documents: all.length, paragraphs }
}

async function measureText(
  name: string,
  bytes: Uint8Array,
  gold: RawDocument[],
  tally: Tally,
): Promise<void> {
  const { documents } = await analyse({ name, bytes })
  if (gold.length > 1)
    tally('documents', [gold.map((_, at) => String(at)), documents.map((_, at) => String(at))])
  gold.forEach((one, at) => {
    measureDocument(one, documents[at], gold.length > 1 ? `${at + 1}: ` : '', tally)
  })
}

function measureDocument(gold: RawDocument, found: Document | undefined, prefix: string, tally: Tally): void {
  const facts = expectedFacts(gold)
  const read = found && foundFacts(found)
  for (const field of FACTS) tallyFact(field, facts[field], read?.[field], prefix, tally)
  if (!gold.paragraphs) return
  const paragraphs = listed(gold.paragraphs, found?.paragraphs ?? [])
  tally('paragraphs', bounds(gold.paragraphs, paragraphs), prefix || undefined)
  const aligned = align(gold.paragraphs, paragraphs)
  gold.paragraphs.forEach((paragraph, at) => {
    const name = `${prefix}${paragraph.number ?? `(${at + 1})`}`
    const pairs = { ...structureOf(paragraph, aligned[at]), ...contentOf(paragraph, aligned[at]) }
    for (const [field, pair] of Object.entries(pairs)) if (pair) tally(field as Field, pair, name)
  })
}

function tallyFact(
  field: FactName,
  expected: (string | number | null | undefined)[],
  found: string | number | null | undefined,
  prefix: string,
  tally: Tally,
): void {
  if (expected.every((value) => value === undefined)) return
  const right = expected.find((value) => value === found) ?? expected[0]
  const list = (value: string | number | null | undefined) =>
    value === null || value === undefined ? [] : [String(value)]
  tally(field, [list(right), list(found)], prefix || undefined)
}

/** Paragraphs of which the whole text is not there. */
function measureAlone({ language = 'en', organisation, paragraphs = [] }: RawDocument, tally: Tally): void {
  const issuer = typeof organisation === 'string' ? organisation : organisation?.abbr
  for (const paragraph of paragraphs) {
    const found = describeParagraph(paragraph.text, { language, organisation: issuer })
    for (const [field, pair] of Object.entries(contentOf(paragraph, found)))
      tally(field as Field, pair, String(paragraph.number))
  }
}

/** Adds to the score; tells what differs. Statements may come twice: each of theirs answers one of ours, in order. */
function compare(
  expected: string[],
  found: string[],
  score: Score,
): { missing: string[]; extra: string[] } | undefined {
  const common = longestCommon(expected, found)
  score.right += common.length
  score.expected += expected.length
  score.found += found.length
  const [missing, extra] = [without(expected, common), without(found, common)]
  return missing.length + extra.length > 0 ? { missing, extra } : undefined
}

/** The longest common subsequence; lists without repeats are compared as sets. */
function longestCommon(expected: string[], found: string[]): string[] {
  if (new Set(expected).size === expected.length && new Set(found).size === found.length)
    return expected.filter((value) => found.includes(value))
  let best: string[][] = found.map(() => [])
  best.push([])
  for (const value of expected) {
    const next: string[][] = [[]]
    for (const [index, other] of found.entries()) {
      const [left = [], above = [], corner = []] = [next[index], best[index + 1], best[index]]
      const longer = left.length >= above.length ? left : above
      next.push(value === other ? [...corner, value] : longer)
    }
    best = next
  }
  return best.at(-1) ?? []
}

function without(list: string[], taken: string[]): string[] {
  const left = [...taken]
  return list.filter((value) => {
    const at = left.indexOf(value)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
