/**
 * How often does legibility err? Alarms on good text and misses on text that was damaged on purpose, by kind of damage, length and
 * share of the text that is damaged.
 */
import Table from 'cli-table3'
import { LEGIBLE, legibilityOfParts } from '../../src/arabic/legibility.js'
import { repair } from '../../src/arabic/repair.js'
import { DAMAGES, HARMLESS, LATIN_DAMAGES } from './damages.js'
import { goodTexts, type Half } from './texts.js'

/** Errors among so many texts of so many words; 0 words for whole documents. `share`: how much of each is damaged. */
export type Errors = {
  language: string
  kind: string
  share: 'none' | 'all' | 'half' | 'tenth'
  words: number
  texts: number
  errors: number
}

/** Words. Few prove little. */
const LENGTHS = [5, 10, 20, 30, 60, 200, 0]
/** Fewer words are no document. */
const DOCUMENT = 400
/** Of one set. */
const MOST = 250
const SHARES = { all: 1, half: 0.5, tenth: 0.1 } as const

type Change = (text: string) => string

export function measureLegibility(half: Half): Errors[] {
  return goodTexts(half).flatMap(({ language, sets }) => {
    const damages = language === 'ar' ? changesOf(DAMAGES) : LATIN_DAMAGES
    const harmless = language === 'ar' ? HARMLESS : { 'as it is': (text: string) => text }
    return LENGTHS.flatMap((words) => {
      const good = sets.flatMap((texts) => partsOf(texts, words))
      const alarms = Object.entries(harmless).map(([kind, change]) => {
        const changed = good.map((text) => repair(change(text)))
        return {
          kind,
          share: 'none' as const,
          texts: changed.length,
          errors: changed.filter(isSuspect).length,
        }
      })
      return [
        ...alarms,
        ...Object.entries(damages).flatMap(([kind, change]) => missesOf(kind, change, good, words)),
      ].map((errors) => ({ language, words, ...errors }))
    })
  })
}

function changesOf(damages: typeof DAMAGES): Record<string, Change> {
  return Object.fromEntries(Object.entries(damages).map(([kind, { damage }]) => [kind, damage]))
}

function isSuspect(text: string): boolean {
  return legibilityOfParts(text).score < LEGIBLE
}

/** Parts of short texts are left whole. */
function missesOf(kind: string, change: Change, good: string[], words: number) {
  const shares = (Object.keys(SHARES) as (keyof typeof SHARES)[]).filter(
    (share) => share === 'all' || words === 0 || words >= 60,
  )
  return shares.map((share) => {
    const pairs = good.map((text) => [text, repair(damaged(text, change, SHARES[share]))])
    const changed = pairs.filter(([before, after]) => before !== after).map(([, after]) => after as string)
    return { kind, share, texts: changed.length, errors: changed.filter((text) => !isSuspect(text)).length }
  })
}

/** The beginning of the text damaged, by whole words. */
function damaged(text: string, change: Change, share: number): string {
  if (share === 1) return change(text)
  const end = text.indexOf(' ', Math.floor(share * text.length))
  return change(text.slice(0, end)) + text.slice(end)
}

/** Stretches of so many words from anywhere in the texts, as many from each text as the limit allows; or whole documents. */
function partsOf(texts: string[], words: number): string[] {
  if (words === 0) return texts.filter((text) => text.split(/\s+/u).length >= DOCUMENT).slice(0, MOST)
  const parts = texts.flatMap((text) => {
    const all = text.match(/\S+\s*/gu) ?? []
    const starts = Array.from({ length: Math.floor(all.length / words) }, (_, at) => at * words)
    return starts.map((start) =>
      all
        .slice(start, start + words)
        .join('')
        .trim(),
    )
  })
  const every = Math.max(1, Math.floor(parts.length / MOST))
  return parts.filter((_, at) => at % every === 0).slice(0, MOST)
}

/** A row for each kind, a column for each length. */
export function legibilityTable(errors: Errors[]): string {
  const table = new Table({
    head: [
      'language',
      'kind',
      'damaged',
      ...LENGTHS.map((words) => (words === 0 ? 'documents' : `${words} words`)),
    ],
    style: { head: [], border: [], compact: true },
  })
  const nameOf = ({ language, kind, share }: Errors) => `${language} ${kind} ${share}`
  for (const name of new Set(errors.map(nameOf))) {
    const row = errors.filter((cell) => nameOf(cell) === name)
    const [{ language, kind, share }] = row as [Errors]
    const cells = LENGTHS.map((words) => cellOf(row.find((cell) => cell.words === words)))
    table.push([language, kind, share, ...cells])
  }
  return table.toString()
}

function cellOf(cell: Errors | undefined): string {
  if (!cell || cell.texts === 0) return ''
  return `${((100 * cell.errors) / cell.texts).toFixed(1)} %`
}
