/** Is this line a heading, of what rank, and which number has it? */
import { numberOf } from '../arabic/digits.js'
import { once } from '../arabic/once.js'
import { ordinalBeginner } from '../arabic/ordinals.js'
import { isApart, type Line } from './lines.js'
import { type Mark, readMark } from './marks.js'
import { endsClause, endsSentence, endsWithComma } from './punctuation.js'
import { beginning, beginsWith, introducesList, opensAsCouncil, wordCount } from './words.js'

export type Heading = {
  /** 0 annex, 1 part, 2 numbered with a roman number or ordinal, 3 without a number, 4 article. */
  rank: number
  kind: 'preamble' | 'annex' | 'article' | 'section'
  /** "13" for an article, "III" for a section. */
  number?: string
}

const MOST_WORDS = 14
/** Letters of as many words: a longer line need not be counted. */
const LONGEST = 250
const SHORT_WORDS = 9
const PARAGRAPH_WORDS = 15
const ROMAN = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')
const ARTICLE_NUMBER = /^[(]?(\d{1,3}|[ivxl]+)[)]?(?:\s*[:.-])?$/
const CAPITALS = /^(?=.*\p{Lu}{3})[^\p{Ll}\p{Script=Arabic}]+$/u

/** "- On Palestine -", "*** Final communiqué ***". */
const BETWEEN_RULES = /^([-\u2013\u2014\u0640*=])\1{0,3}\s*\p{L}.*[^\s]\s*\1{1,4}$/u

const openingOrdinal = once(ordinalBeginner)

/** "Article 13", "Article premier" or "المادة الأولى", and nothing else on the line. */
export function isArticle(text: string): boolean {
  return articleNumber(text) !== undefined
}

/**
 * @param line a line that may be a heading
 * @param previous the line of text above it, if any
 * @param next the one below it: nothing can be headed by the last line
 * @param goesOn whether that one was broken by its width
 */
export function readHeading(
  line: Line,
  previous: Line | undefined,
  next: Line | undefined,
  goesOn = false,
): Heading | undefined {
  const article = articleNumber(line.text)
  if (article) return { rank: 4, kind: 'article', number: article }
  if (
    !next ||
    line.text.length > LONGEST ||
    wordCount(line.text) > MOST_WORDS ||
    endsWithComma(line.text) ||
    endsSentence(line.text)
  )
    return undefined
  if ((wordCount(line.text) <= SHORT_WORDS || (line.gap && next.gap)) && mayBeTitle(line, previous)) {
    if (beginsWith(line.text, 'preambleHeadings')) return { rank: 1, kind: 'preamble' }
    if (beginsWith(line.text, 'annexHeadings')) return { rank: 0, kind: 'annex' }
    if (beginsWith(line.text, 'partHeadings')) return { rank: 1, kind: 'section' }
  }
  if (BETWEEN_RULES.test(line.text) && wordCount(line.text) <= SHORT_WORDS)
    return { rank: 3, kind: 'section' }
  const mark = readMark(line.text)
  if (mark) return numbered(mark, line.text)
  return isPlain(line, previous, next, goesOn) ? { rank: 3, kind: 'section' } : undefined
}

/** "part in the government of his" and "القسم الأول من هذا التقرير" inside a sentence are no titles. */
function mayBeTitle(line: Line, previous: Line | undefined): boolean {
  if (/^\p{Ll}/u.test(line.text)) return false
  return !previous || line.gap || endsClause(previous.text) || wordCount(previous.text) <= SHORT_WORDS
}

function articleNumber(text: string): string | undefined {
  const rest = beginning(text, 'articles')?.rest
  if (rest === undefined) return undefined
  const printed = ARTICLE_NUMBER.exec(rest)?.[1]
  if (printed) return /\d/.test(printed) ? String(numberOf(printed)) : printed.toUpperCase()
  const ordinal = openingOrdinal()(rest)
  const alone = ordinal && /^[:.\s-]*$/.test(rest.slice(ordinal.end))
  return alone ? String(ordinal.value) : undefined
}

/** "II. …", "ثانيا: …", and behind a letter only capitals: "A. TOWARDS PEACE". */
function numbered(mark: Mark, text: string): Heading | undefined {
  if (mark.kind === 'letter' && CAPITALS.test(text.slice(mark.length)))
    return { rank: 2, kind: 'section', number: mark.printed }
  if (mark.kind !== 'roman' && mark.kind !== 'ordinal') return undefined
  return { rank: 2, kind: 'section', number: ROMAN[mark.value - 1] ?? String(mark.value) }
}

/** A number, or a whole paragraph: what a heading that ends in a colon stands over, and no introduction of a list. */
function isUnder(mark: Mark | undefined, next: Line, goesOn: boolean): boolean {
  return mark ? mark.kind === 'number' : goesOn || wordCount(next.text) >= PARAGRAPH_WORDS
}

/** Without a number: a short line that stands apart, or ends in a colon, or is all capitals. */
function isPlain(line: Line, previous: Line | undefined, next: Line, goesOn: boolean): boolean {
  if (previous && !endsClause(previous.text) && !endsWithComma(previous.text)) return false
  if (beginsWith(line.text, 'openers') || beginsWith(line.text, 'preambular')) return false
  if (introducesList(line.text)) return false
  if (opensAsCouncil(line.text) && /:$/.test(line.text)) return false
  if (CAPITALS.test(line.text)) return true
  const short = wordCount(line.text) <= SHORT_WORDS
  const mark = readMark(next.text)
  const headsList = mark?.kind === 'number' || mark?.value === 1
  if (endsClause(line.text))
    return short && /:$/.test(line.text) && (isApart(next) || isUnder(mark, next, goesOn))
  return short && (headsList || (isApart(line) && isApart(next))) && !/^\p{Ll}/u.test(line.text)
}
