/** How well does a reading agree with the known text? Words as multisets, letters in their order. */

/** `numbers`: of paragraphs, at the start of a line. `symbols`: words with digits that are whole. */
export type Score = { recall: number; precision: number; distance: number; numbers: number; symbols: number }

/** Printed number of a paragraph with its sign: "1.", "4-", "(3)". */
const NUMBERED = /^\(?\p{Nd}{1,3}\s?[.)\u2013-]/u

/** @param lines what was read, furniture left out */
export function scoreOf(paragraphs: string[], lines: string[]): Score {
  const truth = paragraphs.map(plain)
  const read = lines.map(plain).filter(Boolean)
  const [wanted, found] = [truth, read].map((texts) => texts.join(' ').split(' '))
  const shared = sharedWords(wanted as string[], found as string[])
  return {
    recall: shared / (wanted?.length || 1),
    precision: shared / (found?.length || 1),
    distance: editDistance(truth.join(' '), read.join(' ')) / truth.join(' ').length,
    numbers: numbersAtStart(truth, read),
    symbols: symbolsWhole(wanted as string[], found as string[]),
  }
}

/**
 * The letters alone: no kashida, controls or presentation forms, one space between words. Signs that
 * look the same on paper count as the same: fonts draw 1 as the Arabic digit, and one glyph for both yehs.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0640\u00AD\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => String((digit.codePointAt(0) as number) & 0xf))
    .replace(/[\u06CC\u0649]/gu, '\u064A')
    .replace(/\u06A9/gu, '\u0643')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/\u066A/gu, '%')
    .replace(/\u066B/gu, '.')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
}

function sharedWords(wanted: string[], found: string[]): number {
  const left = new Map<string, number>()
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1)
  return found.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  }).length
}

function numbersAtStart(truth: string[], read: string[]): number {
  const numbers = truth.map((text) => text.match(NUMBERED)?.[0]).filter((number) => number !== undefined)
  if (numbers.length === 0) return Number.NaN
  return numbers.filter((number) => read.some((line) => line.startsWith(number))).length / numbers.length
}

/** Numbers, dates and symbols, without the signs around them. */
function symbolsWhole(wanted: string[], found: string[]): number {
  const symbols = (words: string[]) =>
    words
      .filter((word) => /\p{Nd}/u.test(word))
      .map((word) => word.replace(/^[^\p{L}\p{Nd}]+|[^\p{L}\p{Nd}]+$/gu, ''))
  const known = symbols(wanted)
  return known.length === 0 ? Number.NaN : sharedWords(known, symbols(found)) / known.length
}

function editDistance(one: string, two: string): number {
  let above = Uint32Array.from({ length: two.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const here = new Uint32Array(two.length + 1)
    here[0] = row
    const letter = one.charCodeAt(row - 1)
    for (let column = 1; column <= two.length; column++) {
      const changed = (above[column - 1] as number) + (letter === two.charCodeAt(column - 1) ? 0 : 1)
      here[column] = Math.min(changed, (above[column] as number) + 1, (here[column - 1] as number) + 1)
    }
    above = here
  }
  return above[two.length] as number
}
