/**
 * Which words did the end of a line cut? Symbols, addresses and ranges are put together again on the line
 * where they begin, as are words that were hyphenated. A line that was broken between two words stays.
 */

type Line = { text: string; kind?: string }
/** Is the hyphen between these two halves the printer's? */
type Judge = (first: string, rest: string) => boolean

/** The last word of a line is cut behind one of these signs. */
const CUT = /(?:^|(?<=[\s(\u00AB"]))[^\s\p{Script=Arabic}]*[\p{Script=Latin}\p{Nd})][/_@\u2010-]$/u
/** Full stops cut addresses alone. */
const CUT_ADDRESS = /(?:^|\s)(?:www\.|https?:|\S+@)\S*\.$/
const REST = /^[\p{Script=Latin}\p{Nd}(][^\s\p{Script=Arabic}]*/u
const PARAGRAPH_NUMBER = /^\(?\p{Nd}{1,3}[.)]$/u
const HYPHENATED = /(?<![\p{L}\p{Nd}/-])(\p{L}+)[-\u2010]$/u
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
  if (!CUT.test(above) && !CUT_ADDRESS.test(above)) return undefined
  const rest = REST.exec(line)?.[0]
  return rest && !PARAGRAPH_NUMBER.test(rest) ? rest : undefined
}

/**
 * Is the hyphen at the end of a line the printer's? The document tells: it has the whole word elsewhere, or
 * the word with its hyphen; failing both, it hyphenates where another cut word is known whole.
 */
function hyphenReader(pages: Line[][]): Judge {
  const words = new Set(
    pages.flat().flatMap((line) => line.text.toLowerCase().match(/\p{L}[\p{L}-]*/gu) ?? []),
  )
  const whole = (first: string, rest: string) => words.has((first + wordOf(rest)).toLowerCase())
  const hyphenates = pages.some((lines) =>
    lines.some((line, at) => {
      const first = HYPHENATED.exec(line.text)?.[1]
      return first !== undefined && whole(first, lines[at + 1]?.text ?? '')
    }),
  )
  return (first, rest) => {
    if (wordOf(rest) === '' || /^\p{Lu}{2}/u.test(first)) return false
    if (whole(first, rest)) return true
    return hyphenates && !words.has(`${first}-${wordOf(rest)}`.toLowerCase())
  }
}

function wordOf(rest: string): string {
  return LOWER_CASE.exec(rest)?.[0] ?? ''
}
