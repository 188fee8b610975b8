/** Where do the words of a text stand? A word is a run of letters and digits of any script. */

export type Stretch = { start: number; end: number }

const OF_WORDS = /^[\p{L}\p{N}]$/u
const PART = 1
const GAP = 2
const UNITS = 0x10000
/** What each unit is, as far as it was met; a half of a pair is nothing by itself. */
const kinds = new Uint8Array(UNITS)

/** The first word that begins at `from` or behind it. */
export function nextWord(text: string, from: number): Stretch | undefined {
  let start = from
  while (start < text.length && !isPart(text, start)) start += 1
  if (start >= text.length) return undefined
  let end = start + 1
  while (end < text.length && isPart(text, end)) end += 1
  return { start, end }
}

export function countWords(text: string): number {
  let count = 0
  for (let word = nextWord(text, 0); word; word = nextWord(text, word.end)) count += 1
  return count
}

/** The letters and digits of a text and nothing else, so that other blanks, dots and line breaks make no difference. */
export function lettersAlone(text: string): string {
  let letters = ''
  for (let word = nextWord(text, 0); word; word = nextWord(text, word.end))
    letters += text.slice(word.start, word.end)
  return letters
}

function isPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const known = kinds[code]
  if (known) return known === PART
  if (code >= 0xd800 && code <= 0xdfff) return isPartOfPair(text, at)
  const part = OF_WORDS.test(text.charAt(at))
  kinds[code] = part ? PART : GAP
  return part
}

function isPartOfPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at) < 0xdc00 ? at : at - 1
  return OF_WORDS.test(text.slice(Math.max(high, 0), high + 2))
}
