/**
 * What is searched when the speed of the search is measured? News articles, or where they are not there the samples,
 * repeated with changed words until there are enough paragraphs, with facets as a collection of communiqués has them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '@elastic/elasticsearch'
import { repeatable } from '../../src/evaluate/measures.js'
import { readSet } from '../../src/evaluate/sets.js'
import { ANALYSIS_VERSION, type IndexNames, type ParagraphEntry } from '../../src/fields.js'
import { NO_MENTIONS, UNREAD } from '../../src/index/mentions.js'
import { sameness } from '../../src/index/same.js'

const ROOT = join(import.meta.dirname, '..', '..')
const NEWS = join(ROOT, '..', 'shared', 'relevance', 'ant-headlines')
const SAMPLES = join(ROOT, 'samples')
const PER_DOCUMENT = 20
const PER_REQUEST = 1000
/** One word in so many is another one in each copy. */
const CHANGED = 4
const SOME_QUESTIONS = 400
/** Readers type one to four words. */
const MOST_WORDS = 4

export type Corpus = { origin: string; texts: string[]; questions: string[] }

/** @returns texts and questions about them; `origin` says what they are */
export function readCorpus(): Corpus {
  if (existsSync(NEWS)) {
    const { passages, questions } = readSet(NEWS)
    const asked = questions.map(({ text }, n) =>
      text
        .split(' ')
        .slice(0, 1 + (n % MOST_WORDS))
        .join(' '),
    )
    return {
      origin: NEWS,
      texts: passages.map(({ text }) => text),
      questions: asked.slice(0, SOME_QUESTIONS),
    }
  }
  const files = readdirSync(SAMPLES).filter((name) => name.endsWith('.ar.txt'))
  const texts = files.flatMap((name) => readFileSync(join(SAMPLES, name), 'utf8').split(/\n\s*\n/))
  const questions = texts
    .slice(0, SOME_QUESTIONS)
    .map((text) => text.trim().split(/\s+/).slice(2, 5).join(' '))
  return { origin: 'the samples, as the news articles are not there', texts, questions }
}

/** Fills the index of the paragraphs and, by document, that of the documents. */
export async function fillCorpus(
  client: Client,
  names: IndexNames,
  texts: string[],
  paragraphs: number,
  progress: (done: number) => void,
): Promise<void> {
  const words = texts.flatMap((text) => text.split(' '))
  const random = repeatable(1)
  for (let from = 0; from < paragraphs; from += PER_REQUEST) {
    const operations = []
    for (let n = from; n < Math.min(from + PER_REQUEST, paragraphs); n += 1) {
      const text = changed(texts[n % texts.length] ?? '', n < texts.length ? 0 : CHANGED, words, random)
      operations.push(...entries(names, n, text, random))
    }
    const { errors } = await client.bulk({ operations, refresh: false })
    if (errors) throw new Error('The index refused a part of the corpus.')
    progress(Math.min(from + PER_REQUEST, paragraphs))
  }
  await client.indices.forcemerge({ index: [names.paragraphs, names.documents], max_num_segments: 1 })
  await client.indices.refresh({ index: [names.paragraphs, names.documents] })
}

function entries(names: IndexNames, n: number, text: string, random: () => number): object[] {
  const at = Math.floor(n / PER_DOCUMENT)
  const facets = facetsOf(at)
  const document = `${at.toString(16).padStart(20, '0')}-1`
  const ordinal = (n % PER_DOCUMENT) + 1
  const mentions = mentionsOf(random)
  const entry: ParagraphEntry = {
    ...UNREAD,
    ...facets,
    ...mentions,
    ...{ document, ordinal, number: String(ordinal), label: String(ordinal) },
    role: 'operative',
    ar: text,
    same: sameness([{ ...UNREAD.evidence, text }])[0] ?? '',
  }
  const paragraph = [{ index: { _index: names.paragraphs, _id: `${document}-${ordinal}` } }, entry]
  if (ordinal > 1) return paragraph
  const own = {
    sha256: document,
    position: 1,
    aliases: [],
    symbols: [],
    role: ['operative'],
    textHash: document,
  }
  const whole = {
    ...facets,
    ...mentions,
    ...own,
    ar: text,
    paragraphs: PER_DOCUMENT,
    analysisVersion: ANALYSIS_VERSION,
  }
  return [...paragraph, { index: { _index: names.documents, _id: document } }, whole]
}

const BODIES = ['CFM', 'SUMMIT', 'EX-COM', 'COMCEC', 'UNSC']
const COUNTRIES = ['SY', 'PS', 'IQ', 'YE', 'LY', 'SD', 'SO', 'AF', 'IL', 'MM', 'BA', 'TR', 'SA', 'IR', 'EG']
const VERBS = ['CONDEMN', 'CALL', 'REAFFIRM', 'WELCOME', 'URGE', 'DEMAND', 'STRESS', 'SUPPORT', 'RECALL']

function facetsOf(at: number) {
  const body = BODIES[at % BODIES.length] ?? ''
  const year = 1990 + (Math.floor(at / 7) % 30)
  const day = `${year}-0${(at % 9) + 1}-15`
  return {
    key: `bench-${at}.ar`,
    language: 'ar' as const,
    type: at % 3 === 0 ? ('resolution' as const) : ('final_communique' as const),
    title: `وثيقة ${at}`,
    symbol: `OIC/${body}/${at}`,
    issuer: 'OIC',
    body,
    meeting: `oic-${body.toLowerCase()}-${year}`,
    meetingKind: 'ordinary' as const,
    meetingOrdinal: year - 1989,
    ...{ date: { gte: day, lte: day }, day, year, hijriYear: year - 579 },
    city: 'Jeddah',
    hostCountry: COUNTRIES[at % COUNTRIES.length],
    quality: UNREAD.quality,
    legibility: UNREAD.legibility,
  }
}

function mentionsOf(random: () => number) {
  const one = (list: string[]) => list[Math.floor(random() * list.length)] ?? ''
  const [verb, country] = [one(VERBS), one(COUNTRIES)]
  return {
    ...NO_MENTIONS,
    verb: [verb],
    country: [...new Set([country, one(COUNTRIES)])],
    verbObject: [`${verb}|${country}`],
  }
}

function changed(text: string, every: number, words: string[], random: () => number): string {
  if (every === 0) return text
  const other = () => words[Math.floor(random() * words.length)] ?? ''
  return text
    .split(' ')
    .map((word) => (random() * every < 1 ? other() : word))
    .join(' ')
}
