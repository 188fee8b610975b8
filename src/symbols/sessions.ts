/** Which paper of which meeting is this? OIC/CFM-44/2017/POL/RES/FINAL, with its parts in any order and however they are parted. */
import { once } from '../arabic/once.js'
import bodies from '../reference/bodies.json' with { type: 'json' }
import resolutions from '../reference/resolutions.json' with { type: 'json' }
import words from '../reference/symbol-words.json' with { type: 'json' }
import type { Forms } from './forms.js'
import { seriesOf } from './items.js'
import { tidy, type Written } from './tokens.js'

const PREFIXES = new Set(['OIC', 'OCI'])
const YEAR = /^(?:19|20)\d\d$/
const SHORT_YEAR = /^\d\d?$/
/** Two-digit years from here on belong to the last century. */
const CENTURY_TURN = 60
/** Most tokens of a body's code: EX, CFM, COM. */
const LONGEST_BODY = 3

export function session({ tokens }: Written): Forms | undefined {
  const rest = tokens.filter((token) => !PREFIXES.has(token))
  const found = bodyIn(rest)
  if (!found) return undefined
  const others = [...rest.slice(0, found.from), ...rest.slice(found.to)]
  const { session: number, year: printed, more } = numbersOf(others, rest.slice(found.to))
  const names = others.filter((token) => !/\d/.test(token))
  const series = names.map(seriesOf).find((code) => code !== undefined)
  const kinds = names.filter((name) => !isNoise(name, series)).sort()
  if (!number && !printed) return undefined
  const year = printed ?? yearOf(found.body, number)
  const parts = (when: string | undefined) =>
    ['OIC', found.body, number, when, series, ...kinds, ...more].filter((part) => part).join(' ')
  return { full: parts(year), loose: number && year ? [parts(undefined)] : [] }
}

type Found = { body: string; from: number; to: number }

function bodyIn(tokens: string[]): Found | undefined {
  for (let from = 0; from < tokens.length; from += 1) {
    for (let to = Math.min(tokens.length, from + LONGEST_BODY); to > from; to -= 1) {
      const code = tokens.slice(from, to).join('-')
      const body = codes().get(code) ?? codes().get(code.replaceAll('-', ''))
      // An extraordinary session is counted apart; its mark stays.
      if (body) return { body: code.startsWith('EX-') && body !== 'EX-COM' ? `EX-${body}` : body, from, to }
    }
  }
  return undefined
}

/** A year has four digits, or two where they follow the session behind the name of the body at once: 18-89. */
function numbersOf(tokens: string[], behind: string[]) {
  const numbers = tokens.filter((token) => /^\d+$/.test(token))
  const long = numbers.find((number) => YEAR.test(number))
  const [session, ...rest] = numbers.filter((number) => number !== long)
  const [first = '', second = ''] = behind
  const short = !long && first === session && SHORT_YEAR.test(second) ? second : undefined
  return { session, year: long ?? (short && fullYear(short)), more: short ? rest.slice(1) : rest }
}

function fullYear(digits: string): string {
  return String(Number(digits) + (Number(digits) > CENTURY_TURN ? 1900 : 2000))
}

/** That the paper is final says nothing; that it holds resolutions is clear where the series is named. */
function isNoise(name: string, series: string | undefined): boolean {
  if (words.noise.includes(name)) return true
  return series !== undefined && (name === 'RES' || seriesOf(name) === series)
}

function yearOf(body: string, session: string | undefined): string | undefined {
  const sessions = (resolutions.sessions as unknown as Record<string, Record<string, [string, number]>>)[
    `OIC/${body}`
  ]
  const year = session === undefined ? undefined : sessions?.[session]?.[1]
  return year === undefined ? undefined : String(year)
}

const codes = once(
  () =>
    new Map(
      bodies.bodies
        .filter(({ organisation }) => organisation === 'OIC')
        .flatMap(({ code, symbols }) => symbols.map((symbol) => [tidy(symbol), code] as const)),
    ),
)
