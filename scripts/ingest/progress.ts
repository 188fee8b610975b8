/** How far is it? A bar with counts, rate and time left in a terminal; a line now and then elsewhere. */
import { Presets, SingleBar } from 'cli-progress'

export type Progress = {
  /** @param total files so far; more may be found */
  show(done: number, total: number, failed: number): void
  stop(): void
}

const FORMAT = '{bar} {value}/{total} files | {rate}/s | {left} left | {failed} failed'
/** Milliseconds between two lines where there is no terminal. */
const LINE_EVERY = 5_000

export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? bar(stream) : lines(stream)
}

function bar(stream: NodeJS.WriteStream): Progress {
  const single = new SingleBar(
    { format: FORMAT, stream, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  )
  const begun = Date.now()
  let started = false
  return {
    show: (done, total, failed) => {
      if (!started) single.start(total, 0, { rate: 0, left: '?', failed: 0 })
      started = true
      single.setTotal(total)
      single.update(done, { ...pace(begun, done, total), failed })
    },
    stop: () => single.stop(),
  }
}

function lines(stream: NodeJS.WriteStream): Progress {
  const begun = Date.now()
  let last = begun
  return {
    show: (done, total, failed) => {
      if (Date.now() - last < LINE_EVERY) return
      last = Date.now()
      const { rate, left } = pace(begun, done, total)
      stream.write(`${done} of ${total} files, ${rate}/s, ${left} left, ${failed} failed\n`)
    },
    stop: () => {},
  }
}

/** @param begun milliseconds */
function pace(begun: number, done: number, total: number): { rate: string; left: string } {
  const seconds = Math.max(0.001, (Date.now() - begun) / 1000)
  const rate = done / seconds
  return { rate: rate.toFixed(1), left: rate > 0 ? `${Math.ceil((total - done) / rate)} s` : '?' }
}
