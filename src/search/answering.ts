/** How does a question become an answer? Read, found, relaxed where nothing holds every word, put into words. */
import type { Language } from '../model.js'
import type { Answer, Group, Hit } from './answer.js'
import { documentsAreExact } from './counts.js'
import { type Consult, type Directory, workOf } from './directory.js'
import { meetingsIn, toFacets, totalsIn } from './facet-response.js'
import { findAllOrMost, type Source } from './finding.js'
import { type Help, helpWith } from './helping.js'
import { GROUP } from './names.js'
import { notesOn } from './notes.js'
import { repeatsOf } from './repeats.js'
import type { Question } from './request.js'
import { jumpFor } from './resolve.js'
import { type FoundParagraph, pageOf, toHit } from './response.js'

/** What an answer is made with. */
export type Means = Source & { consult: Consult }

export async function answer(means: Means, question: Question, language: Language): Promise<Answer> {
  const started = performance.now()
  const { ask, names } = means
  const [{ found, complete }, jump] = await Promise.all([
    findAllOrMost(means, question),
    jumpFor(ask, names.documents, question.q, language),
  ])
  const { asked } = found
  const relaxed = asked.mode !== 'all' && question.words === undefined
  const { documents, texts = found.total } = totalsIn(found.aggregations)
  const hits = found.hits.map((hit) => headOf(hit, language))
  const keys = hits.map(({ document }) => document.key)
  const noHelp: Help = {}
  const [help, repeats, directory] = await Promise.all([
    jump ? noHelp : helpWith(ask, names, question, { complete, total: found.total }),
    repeatsOf(ask, names.paragraphs, found),
    means.consult({ keys, meetings: meetingsIn(found.aggregations, question) }),
  ])
  const offered = hits.map((hit) => ({ ...hit, ...versionsOf(hit, directory), ...repeats.get(hit.id) }))
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
    hits: offered,
    ...(question.group === 'document' && { groups: groupsOf(found.hits, offered, language) }),
    facets: toFacets(found.aggregations, question, directory.meetings, language),
    ...(help.suggestion && { suggestion: help.suggestion }),
    page: pageOf(question, question.group === 'document' ? documents : texts),
  }
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
    const total = group?.inner_hits?.[GROUP]?.hits.total
    return {
      document: head.document,
      hits,
      more: (typeof total === 'object' ? total.value : hits.length) - hits.length,
    }
  })
}

function membersOf(found: FoundParagraph): FoundParagraph[] {
  return (found.inner_hits?.[GROUP]?.hits.hits ?? []) as FoundParagraph[]
}

function versionsOf({ document: { key } }: Hit, { versions }: Directory): Pick<Hit, 'versions'> {
  const others = versions.get(workOf(key))?.filter((version) => version.key !== key) ?? []
  return others.length > 0 ? { versions: others } : {}
}
