/** How does a question become an answer? Read, found, relaxed where nothing holds every word, put into words. */
import type { IndexNames } from '../fields.js'
import type { Language } from '../model.js'
import type { Answer, Group, Hit } from './answer.js'
import { documentsAreExact } from './counts.js'
import { type Consult, type Directory, workOf } from './directory.js'
import type { Ask } from './engine.js'
import { meetingsIn, toFacets, totalsIn } from './facet-response.js'
import { helpWith } from './helping.js'
import type { Asked } from './matching.js'
import { GROUP } from './names.js'
import { notesOn } from './notes.js'
import { type Found, findAll, findParagraphs } from './paragraphs.js'
import { isPlainText, type Reading, readingOf } from './reading.js'
import type { Question } from './request.js'
import { jumpFor } from './resolve.js'
import { type FoundParagraph, pageOf, toHit } from './response.js'
import { documentsWith } from './scope.js'
import { isSentence, unquoted } from './words.js'

/** Where fewer paragraphs hold every word of a sentence, those that hold most of them are found too. */
const FEW = 5
/** Shorter words are nearly too many others. */
const NEARLY = 5

/** Who is asked, and where. */
export type Source = {
  ask: Ask
  names: Pick<IndexNames, 'documents' | 'paragraphs'>
}

/** What an answer is made with. */
export type Means = Source & { consult: Consult }

/** `complete`: how many paragraphs hold every word, where the answer was relaxed. */
type Outcome = { asked: Asked; found: Found; complete: number }

export async function answer(means: Means, question: Question, language: Language): Promise<Answer> {
  const started = performance.now()
  const [{ asked, found, complete }, jump] = await Promise.all([
    findAllOrMost(means, question),
    jumpFor(means.ask, means.names.documents, question.q, language),
  ])
  const relaxed = asked.mode !== 'all' && question.words === undefined
  const help = jump ? {} : await helpWith(means.ask, means.names, question, { complete, total: found.total })
  const { documents, texts = found.total } = totalsIn(found.aggregations)
  const hits = found.hits.map((hit) => headOf(hit, language))
  const keys = hits.map(({ document }) => document.key)
  const directory = await means.consult({ keys, meetings: meetingsIn(found.aggregations, question) })
  const offered = hits.map((hit) => withVersions(hit, directory))
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

/**
 * Every word is required; where no paragraph has them all, and the reader did not insist, most will do. A sentence
 * asks for what it says: few paragraphs with all of its words do not keep the others away, and its quotation marks
 * may be those of its writer.
 */
export async function findAllOrMost(source: Source, question: Question): Promise<Outcome> {
  const reading = readingOf(question.q)
  const asked: Asked = { question, reading, mode: question.words ?? 'all' }
  const sentence = isSentence(reading.words, question.q) && isPlainText(reading)
  if (question.words || !(sentence || canRelax(asked))) return { asked, ...(await strictly(source, asked)) }
  const relaxed: Asked = sentence
    ? { question, reading: withoutQuotes(reading), mode: 'most' }
    : { question, reading, mode: 'near' }
  if (sentence && question.sort === 'relevance')
    return either(asked, relaxed, await findBoth(source, asked, relaxed), FEW)
  const found = await findIn(source, asked)
  if (found.total > 0) return { asked, found, complete: found.total }
  return either(asked, relaxed, [found, await findIn(source, relaxed)], 1)
}

/** One word has nothing to do without; where its other forms count, words that are nearly it may do. */
function canRelax({ question, reading }: Asked): boolean {
  const { loose } = reading.words
  return loose.includes(' ') || (loose.length >= NEARLY && question.match === 'inflected')
}

function either(
  asked: Asked,
  relaxed: Asked,
  [strict, loose]: readonly [Found, Found],
  enough: number,
): Outcome {
  const complete = strict.total
  if (complete >= enough || loose.total <= complete) return { asked, found: strict, complete }
  return { asked: relaxed, found: loose, complete }
}

async function strictly(source: Source, asked: Asked): Promise<Omit<Outcome, 'asked'>> {
  const found = await findIn(source, asked)
  return { found, complete: found.total }
}

function withoutQuotes(reading: Reading): Reading {
  return { ...reading, words: unquoted(reading.words) }
}

/** A sentence nearly always needs both, so both are asked in one request. */
async function findBoth(source: Source, one: Asked, other: Asked): Promise<readonly [Found, Found]> {
  if (one.question.scope === 'document') return [await findIn(source, one), await findIn(source, other)]
  return findAll(source.ask, source.names.paragraphs, [one, other])
}

async function findIn(source: Source, asked: Asked): Promise<Found> {
  return findParagraphs(source.ask, source.names.paragraphs, await located(source, asked))
}

/** Within paragraphs, or within the documents that hold everything somewhere. */
export async function located({ ask, names }: Source, asked: Asked): Promise<Asked> {
  if (asked.question.scope === 'paragraph') return asked
  return { ...asked, within: await documentsWith(ask, names.documents, asked) }
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

function withVersions(hit: Hit, { versions }: Directory): Hit {
  const others = versions.get(workOf(hit.document.key))?.filter(({ key }) => key !== hit.document.key) ?? []
  return others.length > 0 ? { ...hit, versions: others } : hit
}
