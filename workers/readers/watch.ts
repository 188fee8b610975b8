/**
 * Who ends a reader that needs too much memory, or whose service is gone, while its thread is busy for ever?
 * A thread beside it, which looks every now and then. The limit of V8 sees only its own heap, this one sees all.
 */
import { Worker } from 'node:worker_threads'

/** Milliseconds; a reader that inflates bytes takes about 1 MB in each. */
const LOOK_EVERY = 100
/** What a reader prints that was ended for its memory: by its thread, and by V8. */
const OVER_LIMIT = 'BAYAN: too much memory'
const OUT_OF_HEAP = 'heap out of memory'

/** Plain JavaScript, so that the thread starts without the loader of TypeScript. */
const THREAD = `
const { workerData } = require('node:worker_threads')
const { writeSync } = require('node:fs')
setInterval(() => {
  const over = process.memoryUsage.rss() > workerData.most
  if (!over && process.ppid === workerData.parent) return
  if (over) writeSync(2, workerData.note)
  process.kill(process.pid, 'SIGKILL')
}, ${LOOK_EVERY})
`

/**
 * To be called before the service is told that the reader is ready: the thread may start late, when the service has
 * gone already.
 * @param megabytes most that this process may hold in memory
 */
export function watchOver(megabytes: number): void {
  const workerData = { most: megabytes * 1024 * 1024, note: OVER_LIMIT, parent: process.ppid }
  new Worker(THREAD, { eval: true, execArgv: [], workerData }).unref()
}

/** @param printed the end of what a reader wrote to its standard error */
export function isOverMemory(printed: string): boolean {
  return printed.includes(OVER_LIMIT) || printed.includes(OUT_OF_HEAP)
}
