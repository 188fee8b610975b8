/** Did something happen under the folder? Only a hint that a look is worth while now: what lies there is told by the look. */
import type { Stats } from 'node:fs'
import { basename } from 'node:path'
import { watch } from 'chokidar'
import { isPassedOver } from '../../index/passed-over.js'

export type Hints = {
  /** Resolves at the next event, at once where one came since the last call; after `limit` milliseconds in any case. */
  next(limit: number, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** @param onError events cannot be had here, for example because the system has no more of them to give */
export function createHints(folder: string, onError: (error: unknown) => void): Hints {
  let happened = false
  let wake = () => {}
  // Folders tell what happens to their files; a watch on every file would use up what the system allows.
  const ignored = (path: string, stats?: Stats) =>
    path !== folder && (stats?.isFile() || isPassedOver(basename(path)))
  const watcher = watch(folder, { ignored, ignoreInitial: true, followSymlinks: false })
  watcher.on('error', onError).on('raw', () => {
    happened = true
    wake()
  })
  return {
    next: async (limit, signal) => {
      if (!happened && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const late = setTimeout(resolve, limit)
          wake = () => {
            clearTimeout(late)
            resolve()
          }
          signal.addEventListener('abort', wake, { once: true })
        })
        signal.removeEventListener('abort', wake)
      }
      happened = false
    },
    close: () => watcher.close(),
  }
}
