/**
 * Which paragraphs answer, in the end? Those with every word; where there are none, or few of a sentence, those with
 * most of them.
 */
import type { IndexNames } from '../../fields.js'
import type { Ask } from '../engine.js'
import { isPlainText, type Reading, readingOf } from '../language/reading.js'
import type { Asked } from '../matching/matching.js'
import { replaceable } from '../matching/query.js'
import { documentsWith } from '../matching/scope.js'
import { isSentence, lengthOf, unquoted } from '../matching/words.js'
import type { Question } from '../parameters.js'
import { type Found, findAll, findParagraphs } from './paragraphs.js'

/** Where fewer paragraphs hold every word of a sentence, those that hold most of them are found too. */
const FEW = 5
/**
 * From so many words on hardly any paragraph holds all. To ask for most of fewer words for nothing would cost more than
 * to ask for it afterwards: it finds a fifth of all paragraphs, and every facet counts them.
 */
const LONG = 6

/** Who is asked, and where. */
export type Source = {
  ask: Ask
  names: Pick<IndexNames, 'documents' | 'paragraphs'>
}

/** `complete`: how many paragraphs hold every word, where the answer was relaxed. */
export type Outcome = { found: Found; complete: number }
/** `instead` is asked where that is too few. */
export type First = Outcome & { instead?: Asked }

/** @returns the question as its answer takes it: all words or most of them, within which documents */
export async function decided(source: Source, question: Question): Promise<Asked> {
  const least = {
    size: 1,
    page: 1,
    group: 'none',
    repeats: 'listed',
    facets: ['none'],
  } satisfies Partial<Question>
  const first = await findFirst(source, { ...question, ...least }, readingOf(question.q))
  const { found } = await orMost(source, first)
  return { ...found.asked, question }
}

/**
 * Every word is required; where no paragraph has them all, and the reader did not insist, most will do. A sentence
 * asks for what it says: few paragraphs with all of its words do not keep the others away, and its quotation marks
 * may be those of its writer. This is what is found with the first request; `orMost` goes on from there.
 */
export async function findFirst(source: Source, question: Question, reading: Reading): Promise<First> {
  const asked: Asked = { question, reading, mode: question.words ?? 'all' }
  const sentence = isSentence(reading) && isPlainText(reading)
  if (question.words || !(sentence || canRelax(asked))) return strictly(source, asked)
  const relaxed: Asked = sentence
    ? { question, reading: withoutQuotes(reading), mode: 'most' }
    : { question, reading, mode: 'near' }
  const enough = sentence && question.sort === 'relevance' ? FEW : 1
  if (enough === FEW && lengthOf(reading.words) >= LONG)
    return either(await findBoth(source, asked, relaxed), enough)
  const first = await strictly(source, asked)
  return first.complete >= enough ? first : { ...first, instead: relaxed }
}

export async function orMost(source: Source, { instead, ...first }: First): Promise<Outcome> {
  if (!instead) return first
  return either([first.found, await findIn(source, instead)], FEW)
}

/**
 * One word has nothing to do without; where its other forms count and it may be misspelt, words that are nearly it may
 * do. The parts of a symbol are no words.
 */
function canRelax({ question, reading }: Asked): boolean {
  const { symbol, words } = reading
  if (symbol) return false
  return words.loose.includes(' ') || replaceable(words.loose, 'near', question.match) !== ''
}

function either([strict, loose]: readonly [Found, Found], enough: number): Outcome {
  const complete = strict.total
  return { found: complete >= enough || loose.total <= complete ? strict : loose, complete }
}

async function strictly(source: Source, asked: Asked): Promise<Outcome> {
  const found = await findIn(source, asked)
  return { found, complete: found.total }
}

function withoutQuotes(reading: Reading): Reading {
  return { ...reading, words: unquoted(reading.words) }
}

/** A long sentence nearly always needs both, so both are asked in one request. */
async function findBoth(source: Source, one: Asked, other: Asked): Promise<readonly [Found, Found]> {
  if (one.question.scope === 'document') return [await findIn(source, one), await findIn(source, other)]
  return findAll(source.ask, source.names.paragraphs, [one, other])
}

async function findIn(source: Source, asked: Asked): Promise<Found> {
  return findParagraphs(source.ask, source.names.paragraphs, await located(source, asked))
}

/** Within paragraphs, or within the documents that hold everything somewhere. */
async function located({ ask, names }: Source, asked: Asked): Promise<Asked> {
  if (asked.question.scope === 'paragraph') return asked
  return { ...asked, within: await documentsWith(ask, names.documents, asked) }
}
