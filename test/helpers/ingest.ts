/** What the tests of the worker share: a folder of texts, a place to work in, the moment when all is done. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'
import { createElastic } from '../../src/elastic/client.js'
import { ensureIndices } from '../../src/elastic/indices.js'
import { type Files, listFiles } from '../../src/elastic/listing.js'
import { ANALYSIS_VERSION } from '../../src/fields.js'
import type { Index, Place } from '../../src/index/access.js'
import { scan } from '../../src/index/scan.js'
import { keepFile } from '../../src/intake/content.js'
import { analyse } from '../../src/pipeline.js'
import { openProducer } from '../../src/queue/enqueue.js'
import { createStore } from '../../src/store.js'
import type { Analyse } from '../../workers/ingest.js'

/** What a reader does, without its process. */
export const analyseHere: Analyse = async ({ name, path }, signal) =>
  analyse({ name, bytes: await readFile(path) }, signal)

export type Workplace = {
  index: Index
  prefix: string
  home: string
  inbox: string
  elasticsearchUrl: string
  redisUrl: string
  /** Notes what lies in the inbox and hands it over. */
  ingest(): Promise<void>
  remove(): Promise<void>
}

/** The indices and the keys are deleted by whoever made the prefix. */
export async function openWorkplace(prefix: string): Promise<Workplace> {
  const urls = { elasticsearchUrl: inject('elasticsearchUrl'), redisUrl: inject('redisUrl') }
  const client = createElastic(urls.elasticsearchUrl)
  const names = await ensureIndices(client, prefix)
  const index: Index = { client, names, version: ANALYSIS_VERSION, patience: {} }
  const home = await mkdtemp(join(tmpdir(), 'bayan-home-'))
  const inbox = await mkdtemp(join(tmpdir(), 'bayan-inbox-'))
  const remove = async () => {
    await client.close()
    for (const folder of [home, inbox]) await rm(folder, { recursive: true })
  }
  return {
    index,
    prefix,
    home,
    inbox,
    ...urls,
    ingest: () => ingest({ index, prefix, home, inbox, ...urls }),
    remove,
  }
}

async function ingest({
  index,
  prefix,
  home,
  inbox,
  redisUrl,
}: Omit<Workplace, 'ingest' | 'remove'>): Promise<void> {
  const producer = await openProducer(redisUrl, prefix)
  const store = createStore(home)
  const options = {
    index,
    content: (path: string) => keepFile(store, 1_000_000, path),
    vanished: (_: string, gone: Place[]) => gone,
    onNoted: () => {},
    onProblem: () => {},
    onWork: (work: { sha256: string; name: string }[]) =>
      producer.add(work.map((content) => ({ ...content, analysisVersion: index.version }))),
  }
  await scan(options, [inbox]).finally(producer.close)
}

/** Waits until the files satisfy the condition. The limit only ends a test that would never end. */
export async function untilFiles({ index }: Workplace, holds: (files: Files) => boolean): Promise<Files> {
  for (;;) {
    const files = await listFiles(index.client, index.names)
    if (holds(files)) return files
    await sleep(100)
  }
}

export function allDone({ byOutcome }: Files): boolean {
  return !byOutcome.waiting
}

/** Writes numbered paragraphs, as many as `count`, as a communiqué would have them. */
export async function writeText(folder: string, name: string, count: number): Promise<void> {
  const paragraphs = Array.from(
    { length: count },
    (_, at) => `${at + 1}. The Meeting of ${name} reaffirmed its decision ${at}.`,
  )
  await writeFile(join(folder, name), `Final Communiqué of ${name}\n\n${paragraphs.join('\n\n')}\n`)
}
