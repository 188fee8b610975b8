/** How well and how quickly does a setting answer the questions of a set? */
import type { Client } from '@elastic/elasticsearch'
import { inTurns, type Progress, sizeOf, withCorpus } from './corpus.js'
import { mean, ndcg10, recall10 } from './measures.js'
import type { JudgedSet, Question } from './sets.js'
import type { Setting } from './settings.js'

/** Told what is being done and how far it is. */
export type Report = (what: string) => Progress

export type Ranking = { ndcg10: number; recall10: number; msPerQuery: number }
export type Ranked = Ranking & {
  /** On disk, of the index that is searched. */
  bytes: number
  /** nDCG@10 of each question. */
  scores: number[]
}

/** Time is taken of so many questions, asked one after the other. */
const TIMED = 200
const AT_ONCE = 8

export async function rank(
  client: Client,
  setting: Setting,
  set: JudgedSet,
  report: Report,
): Promise<Ranked> {
  return withCorpus(client, setting, set.passages, report(`${setting.name}: index`), async (corpus) => {
    const progress = report(setting.name)
    let asked = 0
    const ask = async ({ text }: Question) => {
      const ranking = await corpus.ask(text)
      asked += 1
      progress(asked, set.questions.length)
      return ranking
    }
    const started = performance.now()
    const timed = await inTurns(set.questions.slice(0, TIMED), 1, ask)
    const milliseconds = performance.now() - started
    const rankings = [...timed, ...(await inTurns(set.questions.slice(TIMED), AT_ONCE, ask))]
    const measured = (measure: typeof ndcg10) =>
      set.questions.map(({ grades }, i) => measure(rankings[i] ?? [], grades))
    const scores = measured(ndcg10)
    return {
      ndcg10: mean(scores),
      recall10: mean(measured(recall10)),
      msPerQuery: milliseconds / Math.max(1, timed.length),
      bytes: await sizeOf(client, corpus),
      scores,
    }
  })
}
