/**
 * What is cited here? The parsers in their order; each text gets one key, whatever its spelling and however often it is named.
 */
import type { Citation } from '../../model.js'
import { instrumentFinder } from './instruments.js'
import { numbered } from './numbered.js'
import type { Reading } from './reading.js'
import { sessionFinder } from './sessions.js'
import { symbols } from './symbols.js'

export type CitationFinder = (reading: Reading) => Citation[]

export function citationFinder(): CitationFinder {
  const parsers = [numbered, ({ text }: Reading) => symbols(text), sessionFinder(), instrumentFinder()]
  return (reading) => distinct(parsers.flatMap((parser) => parser(reading)))
}

/** One entry for each key, in the order of the text; a printed year is better than a computed one. */
function distinct(citations: Citation[]): Citation[] {
  if (citations.length < 2) return citations
  const byKey = new Map<string, Citation>()
  for (const citation of citations.sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0))) {
    const known = byKey.get(citation.value)
    if (!known) byKey.set(citation.value, citation)
    else if (known.year?.derived && citation.year && !citation.year.derived) known.year = citation.year
  }
  return [...byKey.values()]
}
