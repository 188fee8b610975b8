/** How does a question become an answer? Read, found, relaxed where nothing holds every word, put into words. */
import { setImmediate } from 'node:timers/promises'
import { totalOf } from '../elastic/pages.js'
import type { Language } from '../model.js'
import type { Answer, Group, Hit } from './answer.js'
import { jumpFor } from './documents/resolve.js'
import { documentsAreExact } from './facets/counts.js'
import { type Consult, type Directory, workOf } from './facets/directory.js'
import { meetingsIn, toFacets, totalsIn } from './facets/facet-response.js'
import { type Help, helpWith, needsHelp } from './help/helping.js'
import { type First, findFirst, type Outcome, orMost, type Source } from './hits/finding.js'
import { type RepeatsOfHits, repeatsOf } from './hits/repeats.js'
import { type FoundParagraph, pageOf, toHit } from './hits/response.js'
import { notesOn } from './language/notes.js'
import { readingOf } from './language/reading.js'
import { GROUP } from './names.js'
import type { Question } from './parameters.js'

/** What an answer is made with. */
export type Means = Source & { consult: Consult }

const NO_HELP: Help = {}

type Rest = Outcome & { repeats: RepeatsOfHits; heads: Hit[] }

export async function answer(means: Means, question: Question, language: Language): Promise<Answer> {
  const started = performance.now()
  const { ask, names } = means
  const reading = readingOf(question.q)
  const [first, jump] = await Promise.all([
    findFirst(means, question, reading),
    jumpFor(ask, names.documents, reading, language),
  ])
  const [{ found, complete, repeats, heads }, offered] = await Promise.all([
    findRest(means, first, language),
    jump ? NO_HELP : helpWith(ask, names, question, reading, first),
  ])
  const help = needsHelp(question, reading, complete, found.total) ? offered : NO_HELP
  const { asked } = found
  const relaxed = asked.mode !== 'all' && question.words === undefined
  const { documents, texts = found.total } = totalsIn(found.aggregations)
  const keys = heads.map(({ document }) => document.key)
  const directory = await means.consult({ keys, meetings: meetingsIn(found.aggregations, question) })
  const hits = heads.map((hit) => ({ ...hit, ...versionsOf(hit, directory), ...repeats.get(hit.id) }))
  return {
    query: {
      text: question.q,
      relaxed,
      notes: notesOn(asked.reading, relaxed && complete, language),
      jump,
      ...(help.diagnosis && { diagnosis: help.diagnosis }),
    },
    total: { paragraphs: found.total, documents, exact: documentsAreExact(documents) },
    tookMs: Math.round(performance.now() - started),
    hits,
    ...(question.group === 'document' && { groups: groupsOf(found.hits, hits, language) }),
    facets: toFacets(found.aggregations, question, directory.meetings, language),
    ...(help.suggestion && { suggestion: help.suggestion }),
    page: pageOf(question, question.group === 'document' ? documents : texts),
  }
}

/** Beside it help is already asked for. */
async function findRest(source: Source, first: First, language: Language): Promise<Rest> {
  const outcome = await orMost(source, first)
  const { found } = outcome
  const [repeats, heads] = await Promise.all([
    repeatsOf(source.ask, source.names.paragraphs, found),
    headsOf(found.hits, language),
  ])
  return { ...outcome, repeats, heads }
}

/** Once the request that goes on beside it is on its way, there is time to make them. */
async function headsOf(found: FoundParagraph[], language: Language): Promise<Hit[]> {
  await setImmediate()
  return found.map((one) => headOf(one, language))
}

/** Of a document in a grouped answer, its best paragraph. */
function headOf(found: FoundParagraph, language: Language): Hit {
  return toHit(membersOf(found)[0] ?? found, language)
}

function groupsOf(found: FoundParagraph[], heads: Hit[], language: Language): Group[] {
  return heads.map((head, at) => {
    const group = found[at]
    const [, ...others] = group ? membersOf(group) : []
    const hits = [head, ...others.map((one) => toHit(one, language))]
    const inner = group?.inner_hits?.[GROUP]?.hits ?? { total: hits.length }
    return { document: head.document, hits, more: totalOf(inner) - hits.length }
  })
}

function membersOf(found: FoundParagraph): FoundParagraph[] {
  return (found.inner_hits?.[GROUP]?.hits.hits ?? []) as FoundParagraph[]
}

function versionsOf({ document: { key } }: Hit, { versions }: Directory): Pick<Hit, 'versions'> {
  const others = versions.get(workOf(key))?.filter((version) => version.key !== key) ?? []
  return others.length > 0 ? { versions: others } : {}
}
