/**
 * How do many changes reach Elasticsearch, and what became of each? Requests bounded in bytes and in
 * number; every item ends as done, superseded (something newer is there) or dead (refused, with reason).
 * "Not now" is waited for, at both levels: a whole request refused, or single items of it.
 */
import { type Client, errors } from '@elastic/elasticsearch'
import { addressOf } from '../elastic/client.js'
import { isNotNow, type Patience, patiently, pause } from '../elastic/patience.js'
import { BayanError } from '../errors.js'
import { type BulkItem, inBatches, toText } from './batches.js'

export type BulkOutcome =
  | { kind: 'done' /** True where something was there before. */; replaced: boolean }
  | { kind: 'superseded' }
  | { kind: 'dead'; reason: string }

const BATCHES_AT_ONCE = 2
/** How often an item is sent again that meets a fault inside Elasticsearch; it may be the item's own. */
const FAULT_RETRIES = 4

type Line = { item: BulkItem; text: string; settle: (outcome: BulkOutcome) => void }
type Answer = { status: number; result?: string; error?: { type?: string; reason?: string } }

/**
 * @returns one outcome for each item, in the order of the items
 * @throws BayanError ID_TOO_LONG before anything is sent; INDEX_MISSING, ABORTED; ELASTICSEARCH_AWAY as `patience` says
 */
export async function bulkWrite(
  client: Client,
  items: BulkItem[],
  patience: Patience = {},
): Promise<BulkOutcome[]> {
  const outcomes = new Array<BulkOutcome>(items.length)
  const lines = items.map((item, at) => ({
    item,
    text: toText(item),
    settle: (outcome: BulkOutcome) => {
      outcomes[at] = outcome
    },
  }))
  const batches = inBatches(lines)
  const senders = Array.from({ length: BATCHES_AT_ONCE }, async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) await sendBatch(client, batch, patience)
  })
  await allOrFirstError(senders, () => batches.splice(0))
  patience.onOutcomes?.(countBy(outcomes))
  return outcomes
}

function countBy(outcomes: BulkOutcome[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** Waits for all, so that nothing is still being sent when the first error is thrown. */
async function allOrFirstError(senders: Promise<void>[], stop: () => void): Promise<void> {
  const ends = await Promise.allSettled(
    senders.map((sender) =>
      sender.catch((error) => {
        stop()
        throw error
      }),
    ),
  )
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
}

/** Repeats what was refused for now until every item of the batch has its outcome. */
async function sendBatch(client: Client, batch: Line[], patience: Patience): Promise<void> {
  const since = Date.now()
  let open = batch
  for (let attempt = 0; open.length > 0; attempt++) {
    if (attempt > 0) await pause(attempt, patience.signal)
    const answers = await ask(client, open, patience)
    const again = open.filter((line, at) => !settled(line, answers[at], attempt))
    if (again.length > 0 && attempt === 0) patience.onAway?.(refusal(client, answers))
    if (again.length > 0 && patience.limit !== undefined && Date.now() - since > patience.limit)
      throw refusal(client, answers)
    if (again.length === 0 && attempt > 0) patience.onBack?.()
    open = again
  }
}

async function ask(client: Client, lines: Line[], patience: Patience): Promise<Answer[]> {
  const options = { maxRetries: 0, signal: patience.signal }
  const request = {
    operations: lines.map((line) => line.text),
    require_alias: true,
    filter_path: ['items.*.status', 'items.*.result', 'items.*.error'],
  }
  try {
    const { items } = await patiently(() => client.bulk(request, options), patience)
    return items.map((item) => Object.values(item)[0] as Answer)
  } catch (error) {
    const refused = wholeRequestRefused(error)
    return lines.map(() => refused)
  }
}

/** A request that is malformed or too large takes its items with it; anything else (401, 403) stops the work. */
function wholeRequestRefused(error: unknown): Answer {
  if (!(error instanceof errors.ResponseError)) throw error
  const status = error.statusCode ?? 0
  if (status !== 400 && status !== 413) throw error
  return { status, error: { reason: error.message } }
}

function settled(line: Line, answer: Answer | undefined, attempt: number): boolean {
  const outcome = outcomeOf(line.item, answer, attempt)
  if (outcome) line.settle(outcome)
  return outcome !== undefined
}

/** @returns undefined where the item has to be sent again */
function outcomeOf(item: BulkItem, answer: Answer | undefined, attempt: number): BulkOutcome | undefined {
  if (!answer) return undefined
  const { status, result, error } = answer
  if (status < 300) return { kind: 'done', replaced: result !== 'created' }
  if (error?.type === 'index_not_found_exception')
    throw new BayanError('INDEX_MISSING', { index: item.index })
  if (status === 404) return { kind: 'done', replaced: false }
  if (isNotNow(status, error?.type)) return undefined
  if (status === 409) return { kind: 'superseded' }
  const reason = error?.reason ?? `status ${status}`
  if (status === 401 || status === 403) throw new BayanError('INDEX_REFUSED', { id: item.id, reason })
  if (status >= 500 && attempt < FAULT_RETRIES) return undefined
  return { kind: 'dead', reason }
}

function refusal(client: Client, answers: Answer[]): BayanError {
  const reason = answers.find((answer) => answer.error)?.error?.reason ?? 'an answer without items'
  return new BayanError('ELASTICSEARCH_AWAY', { url: addressOf(client), reason })
}
