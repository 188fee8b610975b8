/** How much of what should be read is read, and how much of what is read is right? */
import { describeParagraph } from '../../src/describe/paragraph/index.js'
import { distinct, type Expected, FIELDS, type Field, type Gold, type GoldParagraph, values } from './gold.js'

/** Counts of one field over all paragraphs: found and right, expected, found. */
export type Score = { right: number; expected: number; found: number }
export type Miss = { file: string; paragraph: string; field: Field; missing: string[]; extra: string[] }
export type Result = { scores: Record<Field, Score>; misses: Miss[]; paragraphs: number }

export function measure(gold: readonly Gold[]): Result {
  const scores = Object.fromEntries(
    FIELDS.map((field) => [field, { right: 0, expected: 0, found: 0 }]),
  ) as Record<Field, Score>
  const misses: Miss[] = []
  for (const { file, context, paragraphs } of gold) {
    for (const paragraph of paragraphs) {
      const found = read(paragraph, context)
      for (const field of FIELDS) {
        const miss = compare(paragraph.expected[field], found[field], scores[field])
        if (miss) misses.push({ file, paragraph: paragraph.name, field, ...miss })
      }
    }
  }
  return { scores, misses, paragraphs: gold.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0) }
}

function read({ text }: GoldParagraph, context: Gold['context']): Expected {
  const { statements, ...lists } = describeParagraph(text, context)
  return {
    statements: statements.map(({ category }) => category),
    cites: distinct(values(lists.cites)),
    countries: distinct(values(lists.countries)),
    places: distinct(values(lists.places)),
    organisations: distinct(values(lists.organisations)),
    dates: distinct(values(lists.dates)),
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

/** The longest common subsequence; for lists without order the caller's lists are sorted alike. */
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
