/** How does the local Redis start? The installed one or the one that Maven brings; it keeps what it accepted. */
import { execFile } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { BayanError } from '../errors.js'
import { detach } from './detach.js'
import { logOf } from './elasticsearch.js'
import { giveTo, type User } from './place.js'
import { freePort } from './port.js'
import type { Running } from './processes.js'

const PROBE_TIMEOUT = 5_000

export type RedisStart = {
  /** The server's program. */
  program: string
  folder: string
  user?: User
  environment: NodeJS.ProcessEnv
  /** Taken when it is free. */
  port?: number
}

/** @returns at once, before it answers */
export async function startRedis({
  program,
  folder,
  user,
  environment,
  port: wanted,
}: RedisStart): Promise<Running> {
  await mkdir(folder, { recursive: true })
  if (user) await giveTo(user, folder)
  const port = await freePort(wanted)
  const settings = {
    bind: '127.0.0.1',
    port,
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'everysec',
    'maxmemory-policy': 'noeviction',
  }
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
  const pid = await detach({ command: program, args, environment, user, log: logOf(folder), folder })
  return { pid, marker: String(port), url: `redis://127.0.0.1:${port}` }
}

/**
 * The first of the programs that Maven brought that runs here; some are built for other machines.
 * @throws BayanError ENGINE_START_FAILED
 */
export async function redisOf(assembly: string): Promise<string> {
  const folder = join(assembly, 'redis')
  for (const name of (await readdir(folder)).sort()) {
    if (await runs(join(folder, name))) return join(folder, name)
  }
  throw new BayanError('ENGINE_START_FAILED', {
    engine: 'Redis',
    reason: 'none of the programs that Maven brings runs here; install redis-server.',
  })
}

async function runs(program: string): Promise<boolean> {
  return promisify(execFile)(program, ['--version'], { timeout: PROBE_TIMEOUT }).then(
    () => true,
    () => false,
  )
}
