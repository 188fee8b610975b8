/** How do contents get to the workers? One job for each; while Redis is away they stay noted, and are found again. */

import { ANALYSIS_VERSION } from '../fields.js'
import type { Work } from '../index/access.js'
import { openProducer } from '../queue/enqueue.js'

/** Handing over what is already under way changes nothing. @throws BayanError REDIS_AWAY */
export async function handOver(redisUrl: string, prefix: string, work: Work[]): Promise<void> {
  if (work.length === 0) return
  const producer = await openProducer(redisUrl, prefix)
  try {
    await producer.add(work.map((content) => ({ ...content, analysisVersion: ANALYSIS_VERSION })))
  } finally {
    await producer.close()
  }
}
