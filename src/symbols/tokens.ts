/**
 * Which letters and numbers make up a written symbol? Blanks, dots, slashes, dashes and brackets only part them; digits
 * of any script and letters of any case are one. Words that only lead up to a symbol are taken off.
 */
import { comparableText } from '../arabic/comparable.js'
import { once } from '../arabic/once.js'
import words from '../reference/symbol-words.json' with { type: 'json' }

export type Written = {
  /** Runs of letters (upper case) or of digits (without leading zeros), in their order. */
  tokens: string[]
  /** `S`, `A` or `A/HRC`, where the words around name the organ. */
  organ?: string
  /** True where a word says that a resolution or document follows. */
  announced: boolean
  /** True where two numbers stand on both sides of a slash. */
  slashed: boolean
}

const TOKEN = /\p{L}+|\d+/gu
const SLASHED = /\d\s*[/\u2215\u2044]\s*\d/u
const LONGEST = 200

/** @param text a symbol and nothing else but words that lead up to it */
export function readTokens(text: string): Written {
  const plain = comparableText(text.slice(0, LONGEST)).replaceAll('&', '')
  const all = (plain.match(TOKEN) ?? []).map(tidy)
  const organ = all.map((token) => organs().get(token)).find((found) => found !== undefined)
  const tokens = all.filter((token, at) => !leads().has(token) && !isOrgan(token, all[at - 1]))
  return {
    tokens,
    ...(organ && { organ }),
    announced: tokens.length < all.length,
    slashed: SLASHED.test(plain),
  }
}

/** The form in which tokens are compared. */
export function tidy(token: string): string {
  return comparableText(token)
    .toUpperCase()
    .replace(/^0+(?=\d)/, '')
}

/** "A/HRC" is part of the symbol, "HRC" before a number is its organ. */
function isOrgan(token: string, before: string | undefined): boolean {
  return organs().has(token) && before !== 'A'
}

const leads = once(() => new Set(words.lead.map(tidy)))
const organs = once(
  () =>
    new Map(
      Object.entries(words.organs).flatMap(([organ, names]) => names.map((name) => [tidy(name), organ])),
    ),
)
