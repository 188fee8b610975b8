/**
 * Which resolution of the OIC is meant by a number? "1/44-POL", "No.2 /38- POL", "38/20 - س", "34/9 - ث (ق. إ)",
 * "7/40-CFM-PAL": number, session and series, with a mark for those of a summit. Works on comparable text.
 */
import { comparableText } from '../arabic/comparable.js'
import { once } from '../arabic/once.js'
import { series } from './tables.js'

export type ResolutionNumber = {
  item: number
  session: number
  series: string
  summit: boolean
  /** "1/44-POL", "34/9-C(IS)". */
  value: string
  /** Offsets into the comparable text. */
  start: number
  end: number
}

/** Blanks, dots and dashes between the letters of "A.F", "ق ن" and "ق. إ" come and go. */
const LOOSE = '[\\s.-]{0,3}'
const SUMMIT_MARK = `\\(?\\s*(?:i${LOOSE}s|\\u0642${LOOSE}\\u0627)${LOOSE}\\)`

const pattern = once(() => {
  const names = series.flatMap((one) => one.names.map(lettersOf)).sort((a, b) => b.length - a.length)
  const either = names.map((name) => [...name].join(LOOSE)).join('|')
  return new RegExp(
    `(?<![\\p{L}\\d/])(\\d{1,3})\\s*/\\s*(\\d{1,2})\\s*-?\\s*(?:i?cfm\\s*-\\s*)?(${either})(?![\\p{L}\\d])(?:\\s*(${SUMMIT_MARK}))?`,
    'gu',
  )
})

/** @param text comparable text of any length; a fraction or date has no series behind it */
export function resolutionNumbers(text: string): ResolutionNumber[] {
  if (!text.includes('/')) return []
  return [...text.matchAll(pattern())].flatMap((match) => {
    const [whole, item = '', session = '', name = '', summit] = match
    const code = series.find((one) => one.names.some((other) => lettersOf(other) === lettersOf(name)))?.code
    if (!code || Number(item) === 0 || Number(session) === 0) return []
    const value = `${Number(item)}/${Number(session)}-${code}${summit ? '(IS)' : ''}`
    return {
      item: Number(item),
      session: Number(session),
      series: code,
      summit: summit !== undefined,
      value,
      start: match.index,
      end: match.index + whole.length,
    }
  })
}

function lettersOf(name: string): string {
  return comparableText(name).replace(/[^\p{L}&]/gu, '')
}

/**
 * "(ق.ق: 354 د.ع (19) - 29/3/2007)" below a resolution of the Arab League, or its number above it.
 * Before it stand two letters, or the word "resolution"; "No." may follow.
 */
const LEAGUE =
  /(?<!\p{L})(?:\u0642[\s.]{0,3}\u0642?|(?:\u0627\u0644)?\u0642\u0631\u0627\u0631)[\s.:]{0,4}(?:(?:\u0627\u0644)?\u0631\u0642\u0645)?[\s:]{0,3}(\d{2,5})[\s-]{0,4}\u062F[\s.]{0,3}(?:\u063A[\s.]{0,3})?\u0639(?!\p{L})/u

/** @param text comparable text */
export function leagueNumber(
  text: string,
): { item: number; value: string; start: number; end: number } | undefined {
  const match = LEAGUE.exec(text)
  if (!match) return undefined
  const [whole, item] = match
  return {
    item: Number(item),
    value: `LAS/RES/${Number(item)}`,
    start: match.index,
    end: match.index + whole.length,
  }
}
