/**
 * What becomes of a mixed batch that is dropped into the inbox of a running service while people search? Usage:
 * tsx scripts/batch-report.ts [--files 300] [--seed 0]. Prints the wrong outcomes (none, one hopes), memory, rate and searches; then the
 * same batch again, then half of it changed and some removed, compared with an index made of that state alone.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '../src/config.js'
import { createElastic } from '../src/elastic/client.js'
import { type Manifest, writeBatch, wrongOutcomes } from './batch/batch.js'
import { watchMemory } from './batch/memory.js'
import { bayan, keepSearching, type Service, startService } from './batch/service.js'
import { sampleTexts } from './start/samples.js'

const WORDS = ['decision', 'meeting', 'reaffirmed', '"Committee"']
/** Milliseconds in which a watch would have noticed anything. */
const QUIET = 20_000
/** Milliseconds without any change after which nothing is waited for; files that are gone are withdrawn after a minute. */
const NO_CHANGE = 180_000

const { values } = parseArgs({
  options: { files: { type: 'string', default: '300' }, seed: { type: 'string', default: '0' } },
})
const [count, seed] = [Number(values.files), Number(values.seed)]
const folder = await mkdtemp(join(tmpdir(), 'bayan-batch-'))
const inbox = join(folder, 'inbox')
await mkdir(inbox)
const prefixes: string[] = []
const place = (name: string): NodeJS.ProcessEnv => {
  const prefix = `batch-${name}-${randomBytes(4).toString('hex')}`
  prefixes.push(prefix)
  const own = { BAYAN_HOME: join(folder, name), BAYAN_INBOX: inbox, BAYAN_PREFIX: prefix }
  return { ...readConfig().environment, ...own }
}
const environment = place('home')
const service = await startService(environment)
try {
  await dropped(service)
  await again(service)
  await changed(service)
} finally {
  await service.stop()
  await clearAway()
}

async function dropped(running: Service): Promise<void> {
  const staged = join(folder, 'staged')
  const manifest = await writeBatch(staged, count, 0, seed)
  const enough = new AbortController()
  const searching = keepSearching(running.url, WORDS, enough.signal)
  const peaks = watchMemory(running.pid)
  const begun = Date.now()
  await rename(staged, join(inbox, 'batch'))
  const wrong = await settled(running, manifest)
  const seconds = (Date.now() - begun) / 1000
  enough.abort()
  const [memory, searches] = [peaks(), await searching]
  console.log(`${count} files in ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(1)} a second`)
  console.log(`outcomes that are wrong: ${wrong.length}`, ...wrong.map((line) => `\n  ${line}`))
  console.log(
    `peak memory in MB: service ${memory.service}, worker ${memory.worker}, largest reader ${memory.reader}, all ${memory.all}`,
  )
  console.log(
    `searches meanwhile: ${searches.asked}, failed ${searches.failed}, empty ${searches.empty}, slowest ${searches.slowest} ms`,
  )
}

/** Also from an engine that was there before and stays. */
async function clearAway(): Promise<void> {
  const { ELASTICSEARCH_URL: url } = environment
  if (url) {
    const client = createElastic(url)
    const names = prefixes.map((prefix) => `${prefix}-*`)
    await client.indices.delete({ index: Object.keys(await client.indices.get({ index: names })) })
    await client.close()
  }
  await rm(folder, { recursive: true, force: true })
}

/** The same bytes, written anew. */
async function again(running: Service): Promise<void> {
  const before = [await bayan(['fingerprint', '--json'], environment), attempts(await running.files())]
  await writeBatch(join(inbox, 'batch'), count, 0, seed)
  await sleep(QUIET)
  const after = [await bayan(['fingerprint', '--json'], environment), attempts(await running.files())]
  const same = before.every((part, at) => part === after[at])
  console.log(`the same batch again: ${same ? 'nothing was done' : 'something was done, which is wrong'}`)
}

async function changed(running: Service): Promise<void> {
  const manifest = await writeBatch(join(inbox, 'batch'), count, 1, seed)
  const wrong = await settled(running, manifest)
  console.log(
    `half changed, some removed: ${Object.keys(manifest).length} files, wrong ${wrong.length}`,
    ...wrong.map((line) => `\n  ${line}`),
  )
  const saved = join(folder, 'fingerprint.json')
  await writeFile(saved, await fingerprintAtRest())
  const anew = place('anew')
  await bayan(['ingest', inbox, ...(await sampleTexts()), '--wait'], anew)
  console.log(
    `beside an index of that state alone:\n${await bayan(['fingerprint', '--against', saved], anew)}`,
  )
}

/** Files are said to be withdrawn before all that was in them has left the index. */
async function fingerprintAtRest(): Promise<string> {
  const read = () => bayan(['fingerprint', '--json'], environment)
  for (let before = await read(); ; ) {
    await sleep(QUIET)
    const now = await read()
    if (now === before) return now
    before = now
  }
}

function attempts(files: { path: string; attempts: number }[]): string {
  return JSON.stringify(files.map(({ path, attempts: times }) => [path, times]))
}

/** Waits until nothing changes any more. @returns what is not as it should be */
async function settled(running: Service, manifest: Manifest): Promise<string[]> {
  const expected = Object.fromEntries(
    Object.entries(manifest).map(([path, right]) => [`batch/${path}`, right]),
  )
  let [last, since] = ['', Date.now()]
  for (;;) {
    const files = await running.files()
    const wrong = wrongOutcomes(expected, files)
    const gone = files.filter(
      ({ path, outcome }) => path.startsWith('batch/') && outcome !== 'withdrawn' && !expected[path],
    )
    const open = [...wrong, ...gone.map(({ path }) => `${path}: still there`)]
    if (open.length === 0) return []
    if (JSON.stringify(files) !== last) [last, since] = [JSON.stringify(files), Date.now()]
    if (Date.now() - since > NO_CHANGE) return open
    await sleep(500)
  }
}
