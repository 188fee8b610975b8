/** What is there to find on the very first start? The samples, once, while nothing else was ever ingested. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../../src/config.js'
import { createElastic } from '../../src/elastic/client.js'
import type { Engines } from '../../src/engines/session.js'
import { indexNames } from '../../src/fields.js'
import { createProgress } from '../ingest/progress.js'
import { ingestPaths } from '../ingest/run.js'

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url))

export async function ingestSamples(
  engines: Engines,
  config: Config,
  say: (line: string) => void,
): Promise<void> {
  if (await isUsed(engines, config)) return
  say('First start: bringing the samples into the index.')
  const progress = createProgress()
  const files = await ingestPaths({
    engines,
    config,
    paths: await sampleTexts(),
    wait: true,
    progress,
    say,
  }).finally(progress.stop)
  const failed = files.filter(({ outcome }) => outcome === 'failed')
  say(`${files.length - failed.length} of ${files.length} samples can be searched.`)
  for (const { path, code, message } of failed) say(`${path}: ${code}: ${message}`)
}

/** @returns paths; beside them lies a page on where they come from, which is none of them */
export async function sampleTexts(): Promise<string[]> {
  const names = await readdir(SAMPLES)
  return names.filter((name) => name.endsWith('.txt')).map((name) => join(SAMPLES, name))
}

async function isUsed({ elasticsearchUrl }: Engines, { prefix }: Config): Promise<boolean> {
  const client = createElastic(elasticsearchUrl)
  try {
    return (await client.count({ index: indexNames(prefix).files })).count > 0
  } finally {
    await client.close()
  }
}
