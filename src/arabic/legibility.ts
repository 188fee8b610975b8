/**
 * How much of this text can be read, and what tells? 1 is clean. Each sign is a kind of damage that files do to text,
 * counted as a share of what it could befall; the worst one decides. Few words prove little, so small counts weigh less.
 */
import { MEASURES, type Sign } from './signs.js'
import { wordsOf } from './tokens.js'

export type Reason = { sign: Sign /** Of 1. */; share: number }
/** `reasons`: the signs that make the text worse than clean, worst first. `score`: 0 to 1, in hundredths. */
export type Legibility = { score: number; reasons: Reason[] }

/** Score below which a text is called damaged. */
export const LEGIBLE = 0.6
/** Good parts never come near it. */
const UNREADABLE = 0.2
const PARTLY_LEGIBLE = 0.5
const PARTS = /(?:\S+\s*){1,120}/gu

export function legibility(text: string): Legibility {
  const words = wordsOf(text)
  const found = MEASURES.map(({ sign, worthless, chance, count }) => {
    const [cases, of] = count(words)
    const share = of === 0 ? 0 : Math.max(0, cases - chance) / of
    return { sign, share, damage: Math.min(1, share / worthless) }
  })
  const worst = found.sort((one, two) => two.damage - one.damage)
  const reasons = worst.filter(({ damage }) => damage > 0.05).map(({ sign, share }) => ({ sign, share }))
  return { score: words.all.length === 0 ? 0 : hundredths(1 - (worst[0]?.damage ?? 0)), reasons }
}

/**
 * The same for a text of which only a part may be damaged: where one can hardly be read at all, the whole is called damaged, with
 * the reasons of that part.
 */
export function legibilityOfParts(text: string): Legibility {
  const whole = legibility(text)
  if (whole.score < LEGIBLE || whole.reasons.length === 0) return whole
  const parts = text.match(PARTS) ?? []
  const worst = parts.length > 1 ? parts.map(legibility).find(({ score }) => score < UNREADABLE) : undefined
  return worst ? { score: PARTLY_LEGIBLE, reasons: worst.reasons } : whole
}

/** "words in pieces 12 %, lost letters 3 %" */
export function inWords(reasons: Reason[]): string {
  return reasons.map(({ sign, share }) => `${sign} ${(100 * share).toFixed(1)} %`).join(', ')
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}
