/** `bayan watch [DIR…]`: keeps the index in step with folders until it is told to stop. */
import { mkdir } from 'node:fs/promises'
import type { Command } from 'commander'
import { createLogger } from '../src/log.js'
import { realFolder, runWatcher } from '../workers/watcher.js'
import { say, withEngines } from './command.js'
import { createStandIn } from './ingest/stand-in.js'
import { stopSignal } from './start/stop-signal.js'

/** Adds the command to the program. */
export function watchCommand(program: Command): void {
  program
    .command('watch')
    .description(
      'Keep the index in step with folders: what is put there, changed or removed. Ctrl-C ends it.',
    )
    .argument('[folder...]', 'folders to watch; without any the inbox, which is made where it is missing')
    .action(watch)
}

async function watch(folders: string[]): Promise<void> {
  const stopping = stopSignal(say)
  await withEngines(async (engines, config) => {
    const { prefix, home, inbox, maxFileBytes: limit } = config
    if (folders.length === 0) await mkdir(inbox, { recursive: true })
    const watched = await Promise.all((folders.length > 0 ? folders : [inbox]).map(realFolder))
    const standIn = createStandIn({ engines, config, say })
    try {
      await standIn.ensure()
      say(`Watching ${watched.join(', ')}; Ctrl-C ends it.`)
      const log = createLogger(config.logLevel)
      const watcher = runWatcher({ ...engines, prefix, home, limit, folders: watched, log }, stopping)
      await Promise.race([watcher, standIn.failed])
    } finally {
      await standIn.close()
    }
  }, stopping).catch((error) => {
    if (!stopping.aborted) throw error
  })
  say('Stopped.')
}
