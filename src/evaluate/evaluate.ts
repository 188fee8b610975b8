/** Does the search find what was judged right, more than another way to search does? And do words meet that should? */
import type { Client } from '@elastic/elasticsearch'
import { inTurns, withCorpus } from './corpus.js'
import { difference } from './measures.js'
import { type Ranked, type Ranking, type Report, rank } from './ranking.js'
import type { JudgedSet, Pair } from './sets.js'
import { type Setting, settingNamed } from './settings.js'

export type Evaluation = Ranking & {
  set: string
  setting: string
  passages: number
  queries: number
  /** The same of the other setting; `low` and `high` bound the difference of nDCG@10 (paired bootstrap, 95 %). */
  against: Ranking & { name: string; low: number; high: number; changed: Changed }
}

/** Questions whose nDCG@10 differs, the largest difference first. */
type Changed = { better: number; worse: number; questions: Change[] }
type Change = { id: string; text: string; ours: number; theirs: number }

export type PairResult = {
  must: Count
  mustNot: Count
  misses: Pair[]
}
type Count = { passed: number; total: number }

const PAIRS_AT_ONCE = 16

/** Settings to compare, by their names. */
export type Compared = { setting?: string; against?: string }

/** @param report told of the progress of each step. @throws BayanError USAGE for a setting that is none */
export async function evaluateSet(
  client: Client,
  set: JudgedSet,
  { setting = 'bayan', against = 'arabic' }: Compared,
  report: Report,
): Promise<Evaluation> {
  const [one, other] = [settingNamed(setting), settingNamed(against)]
  const theirs = await rank(client, other, set, report)
  const ours = await rank(client, one, set, report)
  return {
    set: set.name,
    setting,
    passages: set.passages.length,
    queries: set.questions.length,
    ...figures(ours),
    against: {
      name: against,
      ...figures(theirs),
      ...difference(ours.scores, theirs.scores),
      changed: changes(set, ours, theirs),
    },
  }
}

/** Every document word is a passage; every query word is asked of the one that it is paired with, and must stand there. */
export async function evaluatePairs(
  client: Client,
  pairs: Pair[],
  report: Report,
  setting: Setting = settingNamed('bayan'),
): Promise<PairResult> {
  const documents = [...new Set(pairs.map(({ document }) => document))]
  const passages = documents.map((text, i) => ({ id: String(i), text }))
  return withCorpus(client, setting, passages, report(`${setting.name}: index`), async (corpus) => {
    const found = await inTurns(pairs, PAIRS_AT_ONCE, ({ query, document }) =>
      corpus.ask(query, String(documents.indexOf(document))),
    )
    const misses = pairs.filter(({ must }, at) => must !== (found[at]?.length === 1))
    const count = (must: boolean): Count => {
      const total = pairs.filter((pair) => pair.must === must).length
      return { passed: total - misses.filter((pair) => pair.must === must).length, total }
    }
    return { must: count(true), mustNot: count(false), misses }
  })
}

export function figures({ ndcg10, recall10, msPerQuery }: Ranked): Ranking {
  return { ndcg10, recall10, msPerQuery }
}

function changes({ questions }: JudgedSet, ours: Ranked, theirs: Ranked): Changed {
  const all = questions.map(({ id, text }, i) => ({
    id,
    text,
    ours: ours.scores[i] ?? 0,
    theirs: theirs.scores[i] ?? 0,
  }))
  const changed = all.filter((question) => question.ours !== question.theirs)
  const by = ({ ours: one, theirs: other }: Change) => Math.abs(one - other)
  return {
    better: changed.filter((question) => question.ours > question.theirs).length,
    worse: changed.filter((question) => question.ours < question.theirs).length,
    questions: changed.sort((a, b) => by(b) - by(a)),
  }
}
