/**
 * Who analyses a file without harm to the service? A few child processes, used again while they are healthy.
 * The whole analysis runs there, not the extraction alone: the service keeps its memory flat and its timers running
 * (locks of jobs, searches), and a text on which a pattern never ends costs that file only.
 */
import { BayanError } from '../../src/errors.js'
import type { Analysis, RecognitionLimits } from '../../src/model.js'
import { analysisOf, type Source } from './messages.js'
import { type Limits, type Reader, startReader } from './reader.js'

export type ReaderOptions = Limits & {
  /** Largest file that is read, in bytes. */
  maxFileBytes: number
  /** How much may be read off pictures; nothing without it. */
  recognition?: RecognitionLimits
}

export type Readers = {
  /** As many at the same time as are asked for. @throws BayanError of the file; READER_START_FAILED; the reason of `signal` */
  analyse(source: Source, signal?: AbortSignal): Promise<Analysis>
  /** Ends all of them at once; they hold nothing that anybody misses. */
  close(): void
}

type Kept = { reader: Reader; files: number }

/** Then a reader is replaced, so that no leak can pile up. */
const MOST_FILES = 200
/** Share of the memory that a reader may hold after its work and still be used again. */
const RESTING_SHARE = 0.65
const MEGABYTE = 1024 * 1024

export function createReaders(options: ReaderOptions): Readers {
  const idle: Kept[] = []
  const all = new Set<Reader>()
  const closed = new AbortController()
  const forget = (reader: Reader) => {
    all.delete(reader)
    reader.end()
  }
  const obtain = async (): Promise<Kept> => {
    let kept = idle.pop()
    for (; kept && !kept.reader.isAlive(); kept = idle.pop()) forget(kept.reader)
    kept ??= { reader: await startReader(options), files: 0 }
    all.add(kept.reader)
    return kept
  }
  const giveBack = (kept: Kept, resident: number) => {
    kept.files += 1
    const rested = resident < options.megabytes * MEGABYTE * RESTING_SHARE
    if (rested && kept.files < MOST_FILES) idle.push(kept)
    else forget(kept.reader)
  }
  const analyse = async (source: Source, signal?: AbortSignal) => {
    const stops = AbortSignal.any([closed.signal, ...(signal ? [signal] : [])])
    stops.throwIfAborted()
    const kept = await obtain()
    try {
      const answer = await kept.reader.ask(
        { ...source, limit: options.maxFileBytes, recognition: options.recognition },
        stops,
      )
      giveBack(kept, answer.resident)
      return answer
    } catch (error) {
      forget(kept.reader)
      throw error
    }
  }
  return {
    analyse: async (source, signal) => analysisOf(await analyse(source, signal)),
    close: () => {
      closed.abort(new BayanError('ABORTED'))
      for (const reader of all) forget(reader)
    },
  }
}
