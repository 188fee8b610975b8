/** What answers a question? One object with an answer for each thing that a reader may ask. */
import type { Client, estypes } from '@elastic/elasticsearch'
import { BayanError } from '../errors.js'
import type { IndexNames, ParagraphEntry } from '../fields.js'
import type { Language } from '../model.js'
import type { Answer, Documents, DocumentView, FacetCounts, Hit, Resolved } from './answer.js'
import { answer } from './answering.js'
import { documentNamed, findDocuments, readDocument } from './documents/documents.js'
import { resolve } from './documents/resolve.js'
import { type Ask, asking } from './engine.js'
import { type Exported, everyAnswer } from './export.js'
import { createDirectory } from './facets/directory.js'
import { facetValues, type Wanted } from './facets/facet-values.js'
import { createCatalogue } from './help/catalogue.js'
import { type Explained, explain } from './help/explain.js'
import { type Similar, similarTo } from './help/similar.js'
import { type Suggestion, suggestionsFor } from './help/suggest.js'
import { decided } from './hits/finding.js'
import { type FoundParagraph, toHit } from './hits/response.js'
import type { DocumentsQuestion, Question } from './parameters.js'

/** Language of labels and notes where none was asked for. */
const LANGUAGE: Language = 'ar'

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
  /** The values of one facet that are called like `find`, counted under the question. */
  facet(question: Question, wanted: Wanted, signal?: AbortSignal): Promise<FacetCounts>
  /** All paragraphs that answer, however many, newest first unless the oldest were asked for. */
  everyAnswer(question: Question, signal?: AbortSignal): AsyncGenerator<Exported>
  /** Names of documents, meetings and values that what is being typed may become. */
  suggest(asked: { q: string; lang?: Language; size: number }): Promise<Suggestion[]>
  /** Paragraphs that are like one, those of other documents first. @throws BayanError NOT_FOUND */
  similar(asked: { id: string; size: number; lang?: Language }, signal?: AbortSignal): Promise<Similar>
  /** How a question is read, word by word. */
  explain(asked: { q: string; lang?: Language }, signal?: AbortSignal): Promise<Explained>
  /** Asks for nothing: whether there would be answers. */
  probe(signal?: AbortSignal): Promise<void>
}

type AskedParagraph = ({ id: string } | { key: string; label: string }) & { lang?: Language }

export function createSearch({ client, names }: { client: Client; names: Names }): Search {
  const consult = createDirectory(asking(client), names.documents)
  const catalogue = createCatalogue(client, names)
  return {
    search: (question, signal) =>
      answer({ ask: asking(client, signal), names, consult }, question, question.lang ?? LANGUAGE),
    documents: (question, signal) => findDocuments(asking(client, signal), names, question),
    document: (asked, signal) => readDocument(asking(client, signal), names, asked),
    paragraph: (asked, signal) => readParagraph(asking(client, signal), names, asked),
    resolve: ({ symbol, lang = LANGUAGE }, signal) =>
      resolve(asking(client, signal), names.documents, symbol, lang),
    facet: async (question, wanted, signal) => {
      const ask = asking(client, signal)
      const asked = await decided({ ask, names }, question)
      return facetValues(ask, names.paragraphs, consult, asked, wanted, question.lang ?? LANGUAGE)
    },
    everyAnswer: (question, signal) => everyAnswer(client, names, question, signal),
    suggest: async ({ q, lang = LANGUAGE, size }) => suggestionsFor(await catalogue(), q, lang, size),
    similar: async ({ id, size, lang = LANGUAGE }, signal) => {
      const ask = asking(client, signal)
      return similarTo(ask, names.paragraphs, await findParagraph(ask, names, { id }), size, lang)
    },
    explain: ({ q, lang = LANGUAGE }, signal) => explain(client, names, { q, lang }, signal),
    probe: async (signal) => void (await asking(client, signal)(names.paragraphs, { size: 0 })),
  }
}

async function readParagraph(ask: Ask, names: Names, asked: AskedParagraph): Promise<Hit> {
  const found = await findParagraph(ask, names, asked)
  return toHit({ ...found, _score: 0 }, asked.lang ?? LANGUAGE, true)
}

async function findParagraph(ask: Ask, names: Names, asked: AskedParagraph): Promise<FoundParagraph> {
  const found =
    'id' in asked ? await one(ask, names, { ids: { values: [asked.id] } }) : await labelled(ask, names, asked)
  const what = 'id' in asked ? `The paragraph ${asked.id}` : `The paragraph ${asked.label} of ${asked.key}`
  if (!found) throw new BayanError('NOT_FOUND', { what })
  return found
}

/** Under the key that it has, or one that its document had once. */
async function labelled(ask: Ask, names: Names, { key, label }: { key: string; label: string }) {
  const within = (field: string, value: string) =>
    one(ask, names, { bool: { filter: [{ term: { [field]: value } }, { term: { label } }] } })
  return (await within('key', key)) ?? within('document', (await documentNamed(ask, names.documents, key)).id)
}

async function one(ask: Ask, names: Names, query: estypes.QueryDslQueryContainer) {
  const { hits } = await ask<ParagraphEntry>(names.paragraphs, {
    query,
    size: 1,
    sort: [{ document: 'asc' }],
  })
  return hits.hits[0]
}
