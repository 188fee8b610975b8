/**
 * Which words did the end of a line cut? Symbols, addresses and ranges are put together again on the line
 * where they begin, as are words that were hyphenated. A line that was broken between two words stays.
 */

type Line = { text: string; kind?: string }
/** Is the hyphen between these two halves the printer's? */
/** What ends a line inside a word, and what begins the next line then. */
type Cut = [cut: RegExp, rest: RegExp]
type Judge = (first: string, rest: string) => boolean

/** The last word of a line is cut behind one of these signs. */
const CUT = /(?:^|(?<=[\s(\u00AB"]))[^\s\p{Script=Arabic}]*[\p{Script=Latin}\p{Nd})][/_@\u2010-]$/u
/** Between Arabic words a slash without white belongs to both. */
const CUT_ARABIC = /\p{Script=Arabic}\/$/u
const REST_ARABIC = /^\p{Script=Arabic}\S*/u
/** Full stops and the signs of a query cut addresses alone. */
const CUT_ADDRESS = /(?:^|\s)(?:www\.|https?:|\S+@)\S*[.?&=]$/
/** A hyphen and, where the document writes it so, "and" belong to the number that follows, a bracket that opens to any word. */
const CUT_HYPHEN = /\p{Script=Arabic}-$/u
const CUT_AND = /(?:^|\s)\u0648$/u
const REST_NUMBER = /^\p{Nd}\S*/u
const AND_CLOSE = /(?:^|\s)\u0648\p{Nd}/u
const AND_APART = /(?:^|\s)\u0648\s+\p{Nd}/u
const CUT_BRACKET = /(?:^|\s)[([\u00AB]$/u
const REST_BRACKET = /^\S+/u
const REST = /^[\p{Script=Latin}\p{Nd}(][^\s\p{Script=Arabic}]*/u
const PARAGRAPH_NUMBER = /^\(?\p{Nd}{1,3}[.)-]$/u
const CUTS: Cut[] = [
  [CUT_ARABIC, REST_ARABIC],
  [CUT_HYPHEN, REST_NUMBER],
  [CUT_BRACKET, REST_BRACKET],
  [CUT, REST],
  [CUT_ADDRESS, REST],
]
const HYPHENATED = /(?<![\p{L}\p{Nd}/\u2010-])(\p{L}+)[-\u2010]$/u
const FEW_HALVES = 2
const LOWER_CASE = /^\p{Ll}+/u

/** @returns the same pages with cut words whole; a line of which nothing is left is gone */
export function withWholeWords<L extends Line>(pages: L[][]): L[][] {
  const dropsHyphen = hyphenReader(pages)
  const count = (pattern: RegExp) => pages.flat().filter(({ text }) => pattern.test(text)).length
  const cuts: Cut[] = count(AND_APART) > count(AND_CLOSE) ? CUTS : [[CUT_AND, REST_NUMBER], ...CUTS]
  return pages.map((lines) => joinPage(lines, cuts, dropsHyphen))
}

function joinPage<L extends Line>(lines: L[], cuts: Cut[], dropsHyphen: Judge): L[] {
  const joined: L[] = []
  for (const line of lines) {
    const above = joined.at(-1)
    const rest = above && above.kind === line.kind ? cutRest(above.text, line.text, cuts) : undefined
    if (!above || !rest) {
      joined.push(line)
      continue
    }
    const first = HYPHENATED.exec(above.text)?.[1]
    const kept = first && dropsHyphen(first, rest) ? above.text.slice(0, -1) : above.text
    joined[joined.length - 1] = { ...above, text: kept + rest }
    const left = line.text.slice(rest.length).trimStart()
    if (left) joined.push({ ...line, text: left })
  }
  return joined
}

function cutRest(above: string, line: string, cuts: Cut[]): string | undefined {
  const [, pattern] = cuts.find(([cut]) => cut.test(above)) ?? []
  const rest = pattern?.exec(line)?.[0]
  return rest && !PARAGRAPH_NUMBER.test(rest) ? rest : undefined
}

/**
 * Is the hyphen at the end of a line the printer's? The document tells: it has the whole word elsewhere, or the word with its
 * hyphen, or others that begin so ("non-"); failing that, it hyphenates where it cut a word that it has whole, or several of
 * which neither half is a word in it ("co-operation" alone may be its spelling).
 */
function hyphenReader(pages: Line[][]): Judge {
  const lines = pages.flat().map(({ text }) => text.toLowerCase().replaceAll('\u2010', '-'))
  const cuts = lines.flatMap((line, at) => {
    const [first, rest] = [HYPHENATED.exec(line)?.[1], wordOf(lines[at + 1] ?? '')]
    return first && rest ? [{ first, rest }] : []
  })
  const words = new Set(
    lines.flatMap((line, at) => uncut(line, lines[at - 1]).match(/\p{L}[\p{L}-]*/gu) ?? []),
  )
  const beginnings = new Set([...words].flatMap((word) => /^(\p{L}+)-\p{L}/u.exec(word)?.[1] ?? []))
  const isCompound = (first: string, rest: string) => words.has(`${first}-${rest}`) || beginnings.has(first)
  const halves = cuts.filter(
    ({ first, rest }) => !words.has(first) && !words.has(rest) && !isCompound(first, rest),
  )
  const hyphenates =
    cuts.some(({ first, rest }) => words.has(first + rest)) ||
    new Set(halves.map(({ first }) => first)).size >= FEW_HALVES
  return (first, rest) => {
    const [head, tail] = [first.toLowerCase(), wordOf(rest)]
    if (tail === '' || /^\p{Lu}{2}/u.test(first)) return false
    return words.has(head + tail) || (hyphenates && !isCompound(head, tail))
  }
}

/** The line without the halves of words that were cut at its ends. */
function uncut(line: string, above = ''): string {
  const whole = line.replace(HYPHENATED, '')
  return HYPHENATED.test(above) ? whole.replace(LOWER_CASE, '') : whole
}

function wordOf(rest: string): string {
  return LOWER_CASE.exec(rest)?.[0] ?? ''
}
