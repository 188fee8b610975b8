/**
 * How well does Bayan find what people judged to be right? The service's own query over the real analyzers,
 * beside the stock `arabic` analyzer on the same passages in the same run.
 */
import type { Client, estypes } from '@elastic/elasticsearch'
import { type Mode, RESCORE_WINDOW, rescoreQuery, textQuery } from '../search/query.js'
import { languagesOf, readWords, type Words } from '../search/words.js'
import { type Answers, ask, type Progress, STOCK_FIELD, withCorpus } from './corpus.js'
import { difference, mean, ndcg10, recall10 } from './measures.js'
import type { JudgedSet, Pair, Question } from './sets.js'

type Search = estypes.SearchSearchRequestBody
/** Told what is being done and how far it is. */
export type Report = (what: string) => Progress

export type Ranking = { ndcg10: number; recall10: number; msPerQuery: number }
export type Evaluation = Ranking & {
  set: string
  passages: number
  queries: number
  /** The same with quotations and every word required, relaxed where nothing has them all: what the service answers by default. */
  service: Ranking & { relaxed: number }
  against: Ranking & { name: string; low: number; high: number }
}
export type PairResult = {
  must: Count
  mustNot: Count
  misses: Pair[]
}
type Count = { passed: number; total: number }

/** @param report told of the progress of each step */
export async function evaluateSet(client: Client, set: JudgedSet, report: Report): Promise<Evaluation> {
  const texts = set.questions.map(({ text }) => text)
  return withCorpus(client, set.passages, report('index'), async (index) => {
    const stock = await ask(client, index, texts.map(stockSearch), report('stock'))
    const ours = await ask(
      client,
      index,
      texts.map((text) => search(loose(text), 'any')),
      report('ranking'),
    )
    const { answers, relaxed } = await asService(client, index, texts, report('service'))
    const [mine, theirs] = [ours, stock].map(({ rankings }) => scores(rankings, set.questions, ndcg10))
    return {
      set: set.name,
      passages: set.passages.length,
      queries: set.questions.length,
      ...summary(ours, set.questions),
      service: { ...summary(answers, set.questions), relaxed },
      against: { name: 'arabic', ...summary(stock, set.questions), ...difference(mine ?? [], theirs ?? []) },
    }
  })
}

/** Indexes every document word once and asks every query word as a question of its own. */
export async function evaluatePairs(client: Client, pairs: Pair[], report: Report): Promise<PairResult> {
  const documents = [...new Set(pairs.map(({ document }) => document))]
  const passages = documents.map((text, i) => ({ id: String(i), text }))
  return withCorpus(client, passages, report('index'), async (index) => {
    const bodies = pairs.map(({ query, document }) => ({
      query: {
        bool: {
          must: textQuery(readWords(query), ['ar'], 'all'),
          filter: { ids: { values: [String(documents.indexOf(document))] } },
        },
      },
    }))
    const { rankings } = await ask(client, index, bodies, report('pairs'))
    const misses = pairs.filter(({ must }, i) => must !== (rankings[i]?.length === 1))
    const count = (must: boolean): Count => {
      const total = pairs.filter((pair) => pair.must === must).length
      return { passed: total - misses.filter((pair) => pair.must === must).length, total }
    }
    return { must: count(true), mustNot: count(false), misses }
  })
}

/** All words; where that finds nothing, asked again with most of them. */
async function asService(client: Client, index: string, texts: string[], progress: Progress) {
  const strict = await ask(
    client,
    index,
    texts.map((text) => search(readWords(text), 'all')),
    progress,
  )
  const empty = texts.flatMap((_, i) => (strict.rankings[i]?.length === 0 ? [i] : []))
  const loose = await ask(
    client,
    index,
    empty.map((i) => search(readWords(texts[i] ?? ''), 'most')),
    progress,
  )
  const rankings = [...strict.rankings]
  empty.forEach((at, i) => {
    rankings[at] = loose.rankings[i] ?? []
  })
  const answers = { rankings, milliseconds: strict.milliseconds + loose.milliseconds }
  return { answers, relaxed: empty.length }
}

/** Every word counts alike: a quotation in a question of prose is no demand for these very words. */
function loose(text: string): Words {
  return { loose: text, phrases: [] }
}

function search(words: Words, mode: Mode): Search {
  const languages = languagesOf([words.loose, ...words.phrases].join(' '))
  return {
    query: textQuery(words, languages, mode),
    rescore: { window_size: RESCORE_WINDOW, query: { rescore_query: rescoreQuery(words, languages) } },
  }
}

function stockSearch(text: string): Search {
  return { query: { match: { [STOCK_FIELD]: text } } }
}

function summary(answers: Answers, questions: Question[]): Ranking {
  return {
    ndcg10: mean(scores(answers.rankings, questions, ndcg10)),
    recall10: mean(scores(answers.rankings, questions, recall10)),
    msPerQuery: answers.milliseconds / Math.max(1, questions.length),
  }
}

function scores(rankings: string[][], questions: Question[], measure: typeof ndcg10): number[] {
  return questions.map(({ grades }, i) => measure(rankings[i] ?? [], grades))
}
