/**
 * Which words did the end of a line cut? Symbols, addresses and ranges are put together again on the line
 * where they begin, as are words that were hyphenated. A line that was broken between two words stays.
 */

type Line = { text: string; kind?: string }
/** Is the hyphen between these two halves the printer's? */
type Judge = (first: string, rest: string) => boolean

/** The last word of a line is cut behind one of these signs. */
const CUT = /(?:^|(?<=[\s(\u00AB"]))[^\s\p{Script=Arabic}]*[\p{Script=Latin}\p{Nd})][/_@\u2010-]$/u
/** Between Arabic words a slash without white belongs to both. */
const CUT_ARABIC = /\p{Script=Arabic}\/$/u
const REST_ARABIC = /^\p{Script=Arabic}\S*/u
/** Full stops cut addresses alone. */
const CUT_ADDRESS = /(?:^|\s)(?:www\.|https?:|\S+@)\S*\.$/
const REST = /^[\p{Script=Latin}\p{Nd}(][^\s\p{Script=Arabic}]*/u
const PARAGRAPH_NUMBER = /^\(?\p{Nd}{1,3}[.)]$/u
const HYPHENATED = /(?<![\p{L}\p{Nd}/\u2010-])(\p{L}+)[-\u2010]$/u
const FEW_HALVES = 2
const LOWER_CASE = /^\p{Ll}+/u

/** @returns the same pages with cut words whole; a line of which nothing is left is gone */
export function withWholeWords<L extends Line>(pages: L[][]): L[][] {
  const dropsHyphen = hyphenReader(pages)
  return pages.map((lines) => joinPage(lines, dropsHyphen))
}

function joinPage<L extends Line>(lines: L[], dropsHyphen: Judge): L[] {
  const joined: L[] = []
  for (const line of lines) {
    const above = joined.at(-1)
    const rest = above && above.kind === line.kind ? cutRest(above.text, line.text) : undefined
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

function cutRest(above: string, line: string): string | undefined {
  if (CUT_ARABIC.test(above)) return REST_ARABIC.exec(line)?.[0]
  if (!CUT.test(above) && !CUT_ADDRESS.test(above)) return undefined
  const rest = REST.exec(line)?.[0]
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
