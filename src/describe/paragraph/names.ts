/**
 * Which states, places and organisations are named here? One tree holds all names, so that the longest wins
 * across kinds: no state is read out of the name of an organisation.
 */
import ambiguous from '../../reference/ambiguous.json' with { type: 'json' }
import { withAnaphors, withKingdom } from './anaphors.js'
import { type Name, nameEntries } from './name-entries.js'
import { grouped, type Match, phraseBook } from './phrases.js'
import { isAnyOf, spelling, type Word } from './words.js'

export type Mention = { name: Name; match: Match<Name[]> }

const AMMAN = ambiguous.muscatOrAmman
const MUSCAT_OR_AMMAN = spelling(AMMAN.word)
const isDoubtful = isAnyOf(new Set(ambiguous.doubtful.names.map(spelling)))
const introducesState = isAnyOf(new Set(ambiguous.doubtful.after.map(spelling)))
const introducesCity = isAnyOf(new Set(ambiguous.cities.after.map(spelling)))

/** @param words of one paragraph @param organisation that issued the document, if known @param host state where the meeting sat */
export type NameFinder = (
  words: readonly Word[],
  text: string,
  organisation?: string,
  host?: string,
) => Mention[]

export function nameFinder(): NameFinder {
  const book = phraseBook(grouped(nameEntries()))
  return (words, text, organisation, host) => {
    const mentions: Mention[] = []
    for (let at = 0; at < words.length; at += 1) {
      const match = book.at(words, at)
      const name = match && chosen(match, words, organisation)
      if (!name) continue
      if (name.kind !== 'silent' && !inSymbol(words, match)) mentions.push({ name, match })
      at = match.to - 1
    }
    return withKingdom(withAnaphors(settled(mentions, words, text), words, organisation), words, {
      organisation,
      host,
    })
  }
}

/** "OIC/CFM-47/2020" is a symbol, and names nobody. */
function inSymbol(words: readonly Word[], { from, to }: Match<Name[]>): boolean {
  if (!words[from]?.form.capitals || (words[to]?.form.text !== '/' && words[from - 1]?.form.text !== '/'))
    return false
  const near = words.slice(Math.max(0, from - 1), to + 4)
  const strokes = near.filter(({ form }) => form.text === '/').length
  return strokes > 1 || near.some(({ form }) => form.kind === 'number')
}

/** Of several bearers of one name, the one that is meant in documents of this organisation. */
function chosen(match: Match<Name[]>, words: readonly Word[], organisation?: string): Name | undefined {
  const form = words[match.from]?.form
  const fitting = match.value.filter(
    ({ proper }) => !proper || (proper === 'capitals' ? form?.capitals : form?.capital),
  )
  return (
    fitting.find((name) => name.within !== undefined && name.within === organisation) ??
    fitting.find((name) => name.within === undefined && name.kind === 'country') ??
    fitting.find((name) => name.within === undefined)
  )
}

/** Names that are ordinary words too stand only with a sign that a state is meant. */
function settled(mentions: Mention[], words: readonly Word[], text: string): Mention[] {
  return mentions
    .filter((mention, index) => isSure(mention, words, mentions[index - 1], mentions[index + 1]))
    .map((mention) => {
      const word = words[mention.match.from]
      const bare = mention.match.to - mention.match.from === 1 && word?.form.stems.includes(MUSCAT_OR_AMMAN)
      return bare && isAmman(mention, words, text, mentions) ? asAmman(mention) : mention
    })
}

function isSure(mention: Mention, words: readonly Word[], before?: Mention, after?: Mention): boolean {
  const { from, to } = mention.match
  if (to - from > 1 || !isDoubtful(words[from]?.form)) return true
  return introducesState(words[from - 1]?.form) || near(before, mention) || near(after, mention)
}

/** Another state or place within a few words: a list of them. */
function near(other: Mention | undefined, mention: Mention): boolean {
  if (other?.name.kind !== 'country' && other?.name.kind !== 'place') return false
  const gap =
    other.match.from < mention.match.from
      ? mention.match.from - other.match.to
      : other.match.from - mention.match.to
  return gap <= 3
}

/** Oman and Amman differ by marks that are rarely written: then the words around decide. */
function isAmman(
  mention: Mention,
  words: readonly Word[],
  text: string,
  mentions: readonly Mention[],
): boolean {
  const word = words[mention.match.from]
  const raw = text.slice(word?.start, word?.end)
  if (raw.includes(AMMAN.shadda)) return true
  if (raw.includes(AMMAN.damma)) return false
  if (introducesCity(words[mention.match.from - 1]?.form)) return true
  const jordan = mentions.some(
    ({ name, match }) => name.id === AMMAN.cityCountry && Math.abs(match.from - mention.match.from) <= 4,
  )
  return (
    jordan &&
    !near(
      mentions.find((other) => other !== mention && other.name.id !== AMMAN.cityCountry),
      mention,
    )
  )
}

function asAmman(mention: Mention): Mention {
  return { ...mention, name: { kind: 'place', id: AMMAN.city } }
}
