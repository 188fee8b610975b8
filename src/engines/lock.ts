/** Who may change this folder now? One program at a time; a lock whose owner died is taken over. */
import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, thisProcess } from './owner.js'

const LOOK_AGAIN_MS = 100

/**
 * Runs `work` while no other program does so under the same `path`.
 * @throws what `work` throws, or the reason of `signal`
 */
export async function withLock<T>(path: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  await mkdir(dirname(path), { recursive: true })
  const mine = `${await thisProcess()} ${randomUUID()}`
  while (!(await take(path, mine))) {
    await sleep(LOOK_AGAIN_MS, undefined, { signal })
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function take(path: string, mine: string): Promise<boolean> {
  if (await create(path, mine)) return true
  const holder = await readFile(path, 'utf8').catch(() => '')
  if (holder !== '' && !(await isAlive(holder))) await putAside(path, holder)
  return false
}

/** A link to a whole file: nobody ever reads a lock that is still empty. */
async function create(path: string, mine: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, mine)
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    await rm(draft, { force: true })
  }
}

/** Two may see the same dead holder at once: whoever then moved a fresh lock away puts it back. */
async function putAside(path: string, dead: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  )
  if (!moved) return
  if ((await readFile(aside, 'utf8')) !== dead) await link(aside, path).catch(() => undefined)
  await rm(aside)
}
