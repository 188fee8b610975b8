/** Who uses the engines? One small file for each user, named after its process; the files of the dead do not count. */
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive, thisProcess } from './owner.js'

/** @returns the file to give to `endLease` */
export async function takeLease(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const lease = join(folder, `${await thisProcess()}.${randomUUID()}`)
  await writeFile(lease, '')
  return lease
}

export async function endLease(lease: string): Promise<void> {
  await rm(lease, { force: true })
}

/** How many living programs use the engines; clears away what the dead left. */
export async function countLeases(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  const living = await Promise.all(names.map((name) => keepIfAlive(folder, name)))
  return living.filter(Boolean).length
}

async function keepIfAlive(folder: string, name: string): Promise<boolean> {
  const alive = await isAlive(name)
  if (!alive) await rm(join(folder, name), { force: true })
  return alive
}
