/** Under which name is a paragraph cited and found again? Unique in its document, and the same at every analysis. */

export type Named = {
  /** Printed number, if any. */
  number?: string
  /** Number of the article or section it stands under, if any. */
  sectionNumber?: string
  inArticle: boolean
  /** Place in the list of the paragraph that a lettered one belongs to. */
  parent?: number
  /** For paragraphs without a number: `cover`, `h`, `p`, `note` … */
  prefix: string
  /** Number of the resolution whose operative paragraph it is: "4/44-POL". */
  resolution?: string
}

/** What stands in an annex without a number of its own is never taken for the text. */
export const ANNEX = 'annex'

/**
 * "6" where numbers run through; "III.2" and "13.1" where they begin again under numbered sections or articles;
 * "4/44-POL op. 7" in a resolution; "7.a" for a letter; the number of the article for its only paragraph; `p-3`, `cover-1` without any number.
 * What would still be the same twice gets "-2".
 */
export function labels(paragraphs: Named[]): string[] {
  const restarts = countsRestart(paragraphs)
  const counts = new Map<string, number>()
  const given: string[] = []
  const taken = new Map<string, number>()
  for (const paragraph of paragraphs) {
    const section = (restarts || paragraph.sectionNumber === ANNEX) && paragraph.sectionNumber
    const above = paragraph.parent === undefined ? section : given[paragraph.parent]
    const label = unique(wanted(paragraph, above || undefined, counts), taken)
    given.push(label)
  }
  return given
}

function countsRestart(paragraphs: Named[]): boolean {
  const counted = paragraphs.filter((p) => p.number && p.sectionNumber && p.parent === undefined)
  return new Set(counted.map((p) => p.number)).size < counted.length
}

function wanted(paragraph: Named, above: string | undefined, counts: Map<string, number>): string {
  const { number, sectionNumber, inArticle, prefix, resolution } = paragraph
  const alone = resolution ? `${resolution} op. ${number}` : number
  if (number) return above ? `${above}.${number}` : (alone as string)
  if (inArticle && sectionNumber) return sectionNumber
  const count = (counts.get(prefix) ?? 0) + 1
  counts.set(prefix, count)
  return `${prefix}-${count}`
}

/** @param taken each label with the number that the next one like it gets */
function unique(label: string, taken: Map<string, number>): string {
  let candidate = label
  let next = taken.get(label) ?? 1
  while (taken.has(candidate)) {
    next += 1
    candidate = `${label}-${next}`
  }
  taken.set(label, next)
  if (candidate !== label) taken.set(candidate, 1)
  return candidate
}
