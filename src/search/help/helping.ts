/** What helps a reader who found nothing, or little: why it is so, and another spelling that finds more. */
import type { estypes } from '@elastic/elasticsearch'
import { clean } from '../../arabic/clean.js'
import { plain } from '../../arabic/fold.js'
import { totalOf } from '../../elastic/pages.js'
import type { IndexNames } from '../../fields.js'
import type { Ask } from '../engine.js'
import type { Outcome } from '../hits/finding.js'
import { MARKS, markedWords } from '../hits/highlight.js'
import { codesNamed, NAMING } from '../language/names.js'
import { type Reading, readingOf } from '../language/reading.js'
import { lengthOf } from '../matching/words.js'
import type { Question } from '../parameters.js'
import { type Diagnosis, diagnosisCounts, diagnosisOf, filtersOf, findingAll } from './diagnosis.js'
import { inQuotes, withNearValues } from './misspelt.js'
import { changed, type Suggested, spellingOf, suggested } from './suggestion.js'

export type Help = { diagnosis?: Diagnosis; suggestion?: string }

/** Where fewer paragraphs hold the one word that was asked for, another spelling is looked for. */
const LITTLE = 3
/** Hardly any paragraph holds all of more words, however they are spelt. */
const FEW_WORDS = 4
/** A suggestion finds that many times as much. */
const TIMES = 3

/**
 * One request where nothing helps, a second one that tries the spellings that may.
 * @param first what was found before anything was relaxed
 */
export async function helpWith(
  ask: Ask,
  names: Pick<IndexNames, 'documents' | 'paragraphs'>,
  question: Question,
  reading: Reading,
  first: Outcome,
): Promise<Help> {
  const { complete, found } = first
  if (!needsHelp(question, reading, complete, found.total)) return {}
  const near = withNearValues(reading) ?? asCited(reading) ?? asNamed(reading)
  const index = question.scope === 'document' ? names.documents : names.paragraphs
  const { aggs, suggest } = spellingOf(reading, question.match)
  const counts = complete === 0 ? diagnosisCounts(question, reading) : {}
  const response = await ask(index, {
    size: 0,
    track_total_hits: false,
    aggs: { ...counts, ...aggs },
    suggest,
  })
  return {
    ...(complete === 0 && { diagnosis: diagnosisOf(question, reading, response.aggregations) }),
    suggestion: await best(ask, index, question, near ? [near] : suggested(reading, response), complete),
  }
}

/**
 * Words that stand together anywhere are spelt well; what was typed for the value of a field may be none.
 * @param complete paragraphs that hold everything that was asked for; `total`: all that were found
 */
export function needsHelp(question: Question, reading: Reading, complete: number, total: number): boolean {
  const { typed, words, problems } = reading
  if (question.page > 1 || (typed === '' && filtersOf(question).length === 0)) return false
  if (total === 0 || problems.some(({ kind }) => kind === 'unknownValue')) return true
  if (complete > 0 && typed.includes(' ')) return false
  return complete < LITTLE && lengthOf(words) <= FEW_WORDS
}

/** A document that is not here may be cited by those that are. */
function asCited({ typed, symbol }: Reading): Suggested | undefined {
  if (!symbol || symbol.full.includes(' ')) return undefined
  return insteadOf(typed, `cites:${symbol.full}`)
}

/** What is called by this name may be named in texts of another language. */
function asNamed({ typed }: Reading): Suggested | undefined {
  const name = typed.trim()
  const field = NAMING.find((one) => codesNamed(one, name).length > 0)
  return field && insteadOf(typed, `${field}:${inQuotes(name)}`)
}

function insteadOf(q: string, other: string): Suggested {
  return { q: other, changes: [{ span: [0, q.length], words: [other], cost: 0 }] }
}

/** The likeliest that finds something with the present filters, spelt as it stands in what it finds. */
async function best(
  ask: Ask,
  index: string,
  question: Question,
  all: Suggested[],
  complete: number,
): Promise<string | undefined> {
  if (all.length === 0) return undefined
  const found = await ask.together(
    index,
    all.map((one) => trial(question, one)),
  )
  const at = found.findIndex(({ hits }) => totalOf(hits) > complete * TIMES)
  const [chosen, response] = [all[at], found[at]]
  if (!chosen || !response) return undefined
  const marked = response.hits.hits.flatMap(({ highlight = {} }) =>
    Object.values(highlight).flat().flatMap(markedWords),
  )
  const spelt = new Map(marked.map((word) => [plain(word), clean(word)]))
  return changed(question.q, chosen.changes, (word) => spelt.get(word) ?? word)
}

function trial(question: Question, { q, changes }: Suggested): estypes.SearchRequest {
  const exact = ['ar.exact', 'en.exact', 'fr.exact']
  const words = { multi_match: { query: changes.flatMap(({ words }) => words).join(' '), fields: exact } }
  return {
    query: { bool: { must: findingAll(question, readingOf(q)), should: { ...words } } },
    size: 2,
    _source: false,
    track_total_hits: true,
    highlight: {
      ...MARKS,
      number_of_fragments: 0,
      highlight_query: words,
      fields: Object.fromEntries(exact.map((field) => [field, {}])),
    },
  }
}
