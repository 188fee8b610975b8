/** What answers a question? One object with four answers: paragraphs, documents, one document, one paragraph. */
import type { Client } from '@elastic/elasticsearch'
import { BayanError } from '../errors.js'
import type { IndexNames, ParagraphEntry } from '../fields.js'
import type { Language } from '../model.js'
import type { Answer, Documents, DocumentView, Hit, Resolved } from './answer.js'
import { findDocuments, readDocument } from './documents.js'
import { type Ask, asking } from './engine.js'
import { documentsAreExact } from './facets.js'
import type { Asked } from './matching.js'
import { notesOn } from './notes.js'
import { type Found, findParagraphs } from './paragraphs.js'
import { isPlainText, type Reading, readingOf } from './reading.js'
import type { DocumentsQuestion, Question } from './request.js'
import { jumpFor, resolve } from './resolve.js'
import { documentsIn, pageOf, toFacets, toHit } from './response.js'
import { documentsWith } from './scope.js'
import { isSentence, unquoted } from './words.js'

/** Language of labels and notes where none was asked for. */
const LANGUAGE: Language = 'ar'
/** Where fewer paragraphs hold every word of a sentence, those that hold most of them are found too. */
const FEW = 5

type Names = Pick<IndexNames, 'documents' | 'paragraphs'>

/** Every answer throws BayanError ELASTICSEARCH_AWAY, INDEX_MISSING or QUERY_TIMEOUT; `signal` stops its work. */
export type Search = {
  search(question: Question, signal?: AbortSignal): Promise<Answer>
  documents(question: DocumentsQuestion, signal?: AbortSignal): Promise<Documents>
  /** @throws BayanError NOT_FOUND */
  document(asked: { name: string; q?: string; lang?: Language }, signal?: AbortSignal): Promise<DocumentView>
  /** @param asked `id`, or the `key` of a document and a `label` in it. @throws BayanError NOT_FOUND */
  paragraph(asked: AskedParagraph, signal?: AbortSignal): Promise<Hit>
  /** Which document bears this symbol or number, however it is written? */
  resolve(asked: { symbol: string; lang?: Language }, signal?: AbortSignal): Promise<Resolved>
  /** Asks for nothing: whether there would be answers. */
  probe(signal?: AbortSignal): Promise<void>
}

type AskedParagraph = ({ id: string } | { key: string; label: string }) & { lang?: Language }

export function createSearch({ client, names }: { client: Client; names: Names }): Search {
  return {
    search: (question, signal) => answer(asking(client, signal), names, question),
    documents: (question, signal) => findDocuments(asking(client, signal), names, question),
    document: (asked, signal) => readDocument(asking(client, signal), names, asked),
    paragraph: (asked, signal) => readParagraph(asking(client, signal), names, asked),
    resolve: ({ symbol, lang = LANGUAGE }, signal) =>
      resolve(asking(client, signal), names.documents, symbol, lang),
    probe: async (signal) => void (await asking(client, signal)(names.paragraphs, { size: 0 })),
  }
}

async function answer(ask: Ask, names: Names, question: Question): Promise<Answer> {
  const started = performance.now()
  const language = question.lang ?? LANGUAGE
  const [{ asked, found, complete }, jump] = await Promise.all([
    findAllOrMost(ask, names, question),
    jumpFor(ask, names.documents, question.q, language),
  ])
  const relaxed = asked.mode === 'most' && question.words === undefined
  const documents = documentsIn(found.aggregations)
  return {
    query: { text: question.q, relaxed, notes: notesOn(asked.reading, relaxed && complete, language), jump },
    total: { paragraphs: found.total, documents, exact: documentsAreExact(documents) },
    tookMs: Math.round(performance.now() - started),
    hits: found.hits.map((hit) => toHit(hit, language)),
    facets: toFacets(found.aggregations, question, language),
    page: pageOf(question, found.total),
  }
}

/**
 * Every word is required; where no paragraph has them all, and the reader did not insist, most will do. A sentence
 * asks for what it says: few paragraphs with all of its words do not keep the others away, and its quotation marks
 * may be those of its writer.
 */
async function findAllOrMost(
  ask: Ask,
  names: Names,
  question: Question,
): Promise<{ asked: Asked; found: Found; complete: number }> {
  const { q, words: insisted } = question
  const reading = readingOf(q)
  const asked: Asked = { question, reading, mode: insisted ?? 'all' }
  const found = await findIn(ask, names, asked)
  const complete = found.total
  const sentence = isSentence(reading.words) && isPlainText(reading)
  const enough = sentence && question.sort === 'relevance' ? FEW : 1
  if (complete >= enough || insisted || !canRelax(reading)) return { asked, found, complete }
  const words = sentence ? unquoted(reading.words) : reading.words
  const relaxed: Asked = { question, reading: { ...reading, words }, mode: 'most' }
  const more = await findIn(ask, names, relaxed)
  return more.total > complete ? { asked: relaxed, found: more, complete } : { asked, found, complete }
}

/** Within paragraphs, or within the documents that hold everything somewhere. */
async function findIn(ask: Ask, names: Names, asked: Asked): Promise<Found> {
  if (asked.question.scope === 'paragraph') return findParagraphs(ask, names.paragraphs, asked)
  const within = await documentsWith(ask, names.documents, asked)
  return findParagraphs(ask, names.paragraphs, { ...asked, within })
}

/** What stands in quotes, in groups or behind a sign is meant as it is typed. */
function canRelax({ words }: Reading): boolean {
  return words.loose.includes(' ') || isSentence(words)
}

async function readParagraph(ask: Ask, names: Names, asked: AskedParagraph): Promise<Hit> {
  const what = 'id' in asked ? `The paragraph ${asked.id}` : `The paragraph ${asked.label} of ${asked.key}`
  const query =
    'id' in asked
      ? { ids: { values: [asked.id] } }
      : { bool: { filter: [{ term: { key: asked.key } }, { term: { label: asked.label } }] } }
  const { hits } = await ask<ParagraphEntry>(names.paragraphs, {
    query,
    size: 1,
    sort: [{ document: 'asc' }],
  })
  const [found] = hits.hits
  if (!found) throw new BayanError('NOT_FOUND', { what })
  return toHit({ ...found, _score: 0 }, asked.lang ?? LANGUAGE)
}
