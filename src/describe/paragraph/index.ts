/**
 * What does a careful reader note in one paragraph? The parsers in their order: names and dates first, for
 * statements and citations are read with them.
 */
import { once } from '../../arabic/once.js'
import type { Paragraph, Read } from '../../model.js'
import { citationFinder } from './citations.js'
import type { ParagraphContext } from './context.js'
import { dateFinder } from './dates.js'
import { type Mention, nameFinder } from './names.js'
import { statementFinder } from './statements.js'
import { wordReader } from './words.js'

export type ParagraphDescription = Pick<
  Paragraph,
  'statements' | 'cites' | 'countries' | 'places' | 'organisations' | 'dates'
> & {
  /** Written like a date, and no day of the calendar. */
  impossible: Read<string>[]
}

type DescribeParagraph = (text: string, context: ParagraphContext) => ParagraphDescription

/** Builds the tables once; the function it gives is pure. Spans point into the text of the paragraph. */
function paragraphDescriber(): DescribeParagraph {
  const read = wordReader()
  const names = nameFinder()
  const dates = dateFinder()
  const citations = citationFinder()
  const statements = statementFinder()
  return (text, context) => {
    const words = read(text)
    const { organisation } = context
    const mentions = names(words, text, organisation, context.host)
    const { dates: found, impossible } = dates(words, text)
    const said = statements({ text, words, mentions, context })
    return {
      statements: said,
      cites: citations({ text, words, mentions, dates: found, organisation, own: context.own }).filter(
        ({ value }) => value !== context.own,
      ),
      countries: reads(mentions, 'country', words, text),
      places: reads(mentions, 'place', words, text),
      organisations: reads(mentions, 'organisation', words, text),
      dates: found,
      impossible,
    }
  }
}

const describer = once(paragraphDescriber)

/** What one paragraph says, names and cites. The tables are made when the first paragraph comes. */
export function describeParagraph(text: string, context: ParagraphContext): ParagraphDescription {
  return describer()(text, context)
}

/** One entry for each, where it stands first; a name is better evidence than an adjective. */
function reads(
  mentions: readonly Mention[],
  kind: Mention['name']['kind'],
  words: readonly { start: number; end: number }[],
  text: string,
): Read<string>[] {
  const own = mentions.filter(({ name }) => name.kind === kind && !name.event)
  if (own.length === 0) return []
  const byId = new Map<string, Read<string>>()
  for (const { name, match } of own) {
    const known = byId.get(name.id)
    if (known && !(known.derived && !name.implied)) continue
    const span: [number, number] = [words[match.from]?.start ?? 0, words[match.to - 1]?.end ?? 0]
    byId.set(name.id, {
      value: name.id,
      raw: text.slice(...span),
      span,
      ...(name.implied && { derived: true as const }),
    })
  }
  return [...byId.values()]
}
