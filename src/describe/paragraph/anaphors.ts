/**
 * What is meant where only "the Kingdom" or "the Organisation" is printed? Which organisation is "the Organisation"? That of the document; in "the Charter of the Organisation" the United
 * Nations where they were named just before; elsewhere the one that was named last.
 */
import ambiguous from '../../reference/ambiguous.json' with { type: 'json' }
import type { Mention } from './names.js'
import { isAnyOf, spelling, type Word } from './words.js'

const { organisation: known } = ambiguous
const isCharter = isAnyOf(new Set(known.charter.map(spelling)))
const LINKS = new Set(known.links.map(spelling))
const WORDS = new Set(known.words.map(spelling))
const isOrganisation = isAnyOf(WORDS)
const isKingdomWord = isAnyOf(new Set(ambiguous.kingdom.words.map(spelling)))
const OTHER_KINGDOM = new Set(ambiguous.kingdom.other.map(spelling))
const KINGDOMS = new Set(ambiguous.kingdom.countries)
const ARTICLE = '\u0627\u0644'
const FAMILY = /^(UN|PRES-UN)/

/** The mentions with those added that only say "the Organisation", in the order of the text. */
export function withAnaphors(mentions: Mention[], words: readonly Word[], organisation?: string): Mention[] {
  const added: Mention[] = []
  for (let at = 0; at < words.length; at += 1) {
    if (!standsAlone(words, at) || isNamed(mentions, at)) continue
    const id = meant(organisationBefore(mentions, at), organisation, charterBefore(words, at) !== undefined)
    if (id)
      added.push({
        name: { kind: 'organisation', id, anaphor: true },
        match: { value: [], from: at, to: at + 1 },
      })
  }
  return added.length === 0 ? mentions : [...mentions, ...added].sort((a, b) => a.match.from - b.match.from)
}

/**
 * "The Kingdom" is the kingdom where the meeting sat; else Saudi Arabia in texts of the Gulf and where Saudi Arabia or its
 * king is named; not where another kingdom was named last.
 */
export function withKingdom(
  mentions: Mention[],
  words: readonly Word[],
  { organisation, host = '' }: { organisation?: string; host?: string },
): Mention[] {
  const hosted = isKingdom(host)
  const country = hosted ? host : ambiguous.kingdom.country
  const added: Mention[] = []
  for (let at = 0; at < words.length; at += 1) {
    if (!meansKingdom(words, at) || isNamed(mentions, at)) continue
    const last = kingdomBefore(mentions, at)
    const gulf = organisation === undefined || organisation === 'GCC'
    const meant =
      last === undefined
        ? gulf || hosted || mentions.some(({ name }) => name.id === country)
        : last === country
    if (meant)
      added.push({
        name: { kind: 'country', id: country, implied: true },
        match: { value: [], from: at, to: at + 1 },
      })
  }
  return added.length === 0 ? mentions : [...mentions, ...added].sort((a, b) => a.match.from - b.match.from)
}

/** Is the word part of a name? */
export function isNamed(mentions: readonly Mention[], at: number): boolean {
  return mentions.some(({ match }) => match.from <= at && at < match.to)
}

function organisationBefore(mentions: readonly Mention[], at: number): string | undefined {
  return mentions.findLast(({ name, match }) => name.kind === 'organisation' && match.to <= at)?.name.id
}

function kingdomBefore(mentions: readonly Mention[], at: number): string | undefined {
  return mentions.findLast(({ name, match }) => match.to <= at && KINGDOMS.has(name.id))?.name.id
}

/** Code of a state that may be called "the Kingdom". */
export function isKingdom(country: string): boolean {
  return KINGDOMS.has(country)
}

/** With its article, and with no word behind it that makes it another one: "of Bahrain", "the United". */
function meansKingdom(words: readonly Word[], at: number): boolean {
  const form = words[at]?.form
  if (!form || !isKingdomWord(form)) return false
  if (/^[a-z]/.test(form.text) && !(form.capital && LINKS.has(words[at - 1]?.form.text ?? ''))) return false
  return !OTHER_KINGDOM.has(words[at + 1]?.form.text ?? '')
}

function meant(
  last: string | undefined,
  organisation: string | undefined,
  charter: boolean,
): string | undefined {
  if (charter && last && FAMILY.test(last)) return 'UN'
  return organisation ?? (last && FAMILY.test(last) ? 'UN' : last?.split('-')[0])
}

/** "The Organisation": no word behind makes it another one, no word before an adjective ("organised crime"). */
function standsAlone(words: readonly Word[], at: number): boolean {
  const form = words[at]?.form
  if (!form || !isOrganisation(form)) return false
  if (form.stems.length === 1 && /^[a-z]/.test(form.text))
    return (
      form.capital &&
      LINKS.has(words[at - 1]?.form.text ?? '') &&
      !words[at + 1]?.form.capital &&
      words[at + 1]?.form.text !== 'of'
    )
  const before = words[at - 1]?.form.text ?? ''
  if (WORDS.has(form.text) && before.length > 3 && before.startsWith(ARTICLE)) return false
  const next = words[at + 1]?.form.text ?? ''
  return !(next.startsWith(ARTICLE) && next.endsWith('\u064A\u0647'))
}

/** Index of "Charter" right before this word. */
export function charterBefore(words: readonly Word[], at: number): number | undefined {
  let before = at - 1
  while (LINKS.has(words[before]?.form.text ?? '') && before > at - 4) before -= 1
  return isCharter(words[before]?.form) ? before : undefined
}
