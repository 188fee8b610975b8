/**
 * Can this code write into the index as it is? An older mapping refuses it, at the start after an upgrade or once somebody
 * went back to an earlier index: nothing is worked on, and no file is blamed, until it is built anew.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { outdatedIndices } from '../src/elastic/indices.js'
import { patiently } from '../src/elastic/patience.js'
import { BayanError } from '../src/errors.js'
import type { Index } from '../src/index/access.js'
import type { Logger } from '../src/log.js'

/** Milliseconds. */
const LOOK_AGAIN = 5_000

/** @returns whether it had to wait @throws BayanError ABORTED, as the signal of the patience says */
export async function untilCurrent(
  { client, names, patience }: Pick<Index, 'client' | 'names' | 'patience'>,
  log: Logger,
): Promise<boolean> {
  const isOutdated = async () => (await patiently(() => outdatedIndices(client, names), patience)).length > 0
  let waited = false
  for (; await isOutdated(); waited = true) {
    if (!waited) log.warn('The index is older than this code; work begins after "bayan reindex".')
    await sleep(LOOK_AGAIN, undefined, { signal: patience.signal }).catch((error) => {
      throw new BayanError('ABORTED', {}, error)
    })
  }
  return waited
}
