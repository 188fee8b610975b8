/** What does a watcher say in the log? Each thing once, when it begins and when it ends, however often it is met. */
import { BayanError } from '../../errors.js'
import type { Noted } from '../../index/note.js'
import type { Problem } from '../../index/scan.js'
import type { Logger } from '../../log.js'
import { BELIEVED_AFTER, type Vanishing } from './vanish.js'

const MINUTE = 60_000

export type Telling = {
  noted(noted: Noted[]): void
  problem(problem: Problem): void
  /** Work could be handed over, or why not. */
  handedOver(error?: unknown): void
  /** A look has ended. @param everything whether it met all problems that there are */
  looked(everything: boolean, state: ReturnType<Vanishing['state']>): void
}

export function createTelling(log: Logger, folder: string): Telling {
  let before = new Map<string, string>()
  let now = new Map<string, string>()
  const pending = new Set<string>()
  const once = new Map<string, boolean>()
  const changed = (what: string, is: boolean) => {
    const was = once.get(what) ?? false
    once.set(what, is)
    return was !== is
  }
  return {
    noted: (noted) => {
      const fresh = noted.filter(({ id, state }) => state === 'pending' && !pending.has(id))
      for (const { id, state } of noted) state === 'pending' ? pending.add(id) : pending.delete(id)
      const withdrawn = noted.filter(({ state }) => state === 'withdrawn')
      if (fresh.length > 0)
        log.info({ folder, files: fresh.length, first: fresh[0]?.path }, 'Files to be indexed.')
      if (withdrawn.length > 0)
        log.info({ folder, files: withdrawn.length, first: withdrawn[0]?.path }, 'Files are gone: withdrawn.')
    },
    problem: ({ path, problem }) => {
      if (problem.code === 'FOLDER_EMPTY') return
      if (before.get(path) !== problem.code && now.get(path) !== problem.code)
        log.warn({ path, code: problem.code }, problem.message)
      now.set(path, problem.code)
    },
    handedOver: (error) => {
      if (error !== undefined && !(error instanceof BayanError)) throw error
      if (!changed('redis', error !== undefined)) return
      if (error) log.warn({ code: error.code }, `${error.message} Until then the files are noted.`)
      else log.info('Redis is back; work is handed over.')
    },
    looked: (everything, { missing, held, known }) => {
      if (everything) [before, now] = [now, new Map()]
      if (!changed('held', held)) return
      const { code, message } = new BayanError('FOLDER_EMPTIED', { path: folder, gone: missing, known })
      const later = `After ${BELIEVED_AFTER / MINUTE} minutes they are withdrawn by themselves.`
      if (held) log.warn({ code, folder, gone: missing, known }, `${message} ${later}`)
      else log.info({ folder }, 'The files that were gone at once are no longer missing.')
    },
  }
}
