/**
 * In which order are the words of a recognised line read? Engines put numbers and Latin words of Arabic lines at the wrong end;
 * where they stand on paper tells.
 */

type Placed = { text: string; left: number }

const ARABIC = /\p{Script=Arabic}/u
const LATIN = /\p{Script=Latin}/u
/** A number of a paragraph as it looks from the left: its sign comes first. */
const NUMBER_FROM_LEFT = /^([.)\-\u2013]+)(\p{Nd}{1,3})$/u
/** What ends a sentence is put before its first word. */
const STOP_BEFORE = /^[.\u060C\u061B]+/u
const STOP = /[.\u060C\u061B:\u061F!]$/u

/** @param words of one line with their left edges */
export function inReadingOrder<W extends Placed>(words: W[]): W[] {
  if (!isArabic(words)) return words
  const fromRight = [...words].sort((one, two) => two.left - one.left)
  return withStopsAtEnd(latinFromLeft(fromRight))
}

function isArabic(words: Placed[]): boolean {
  const text = words.map((word) => word.text).join('')
  const count = (letters: RegExp) => text.match(new RegExp(letters, 'gu'))?.length ?? 0
  return count(ARABIC) > count(LATIN)
}

/** Latin words side by side, with the numbers among them, run the other way. */
function latinFromLeft<W extends Placed>(words: W[]): W[] {
  const ordered: W[] = []
  for (let at = 0; at < words.length; ) {
    const end = endOfLatin(words, at)
    ordered.push(...words.slice(at, end).reverse())
    at = end
  }
  return ordered
}

/** @returns behind the run that begins here with a number or a Latin word and ends with a Latin word; else behind the word */
function endOfLatin(words: Placed[], from: number): number {
  let end = from + 1
  for (let at = from; at < words.length && !ARABIC.test(words[at]?.text ?? ''); at += 1)
    if (LATIN.test(words[at]?.text ?? '')) end = at + 1
  return end
}

function withStopsAtEnd<W extends Placed>(words: W[]): W[] {
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last) return words
  const [, sign, number] = first.text.match(NUMBER_FROM_LEFT) ?? []
  if (number) return [{ ...first, text: `${number}${sign}` }, ...words.slice(1)]
  const [stop] = first.text.match(STOP_BEFORE) ?? []
  if (!stop || words.length < 2) return words
  const rest = [{ ...first, text: first.text.slice(stop.length) }, ...words.slice(1)]
  const ended = STOP.test(last.text) ? last.text : `${last.text}${stop}`
  return [...rest.slice(0, -1), { ...last, text: ended }].filter(({ text }) => text !== '')
}
