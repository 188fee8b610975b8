/** One child process that reads files: how it starts, how it is asked, and how it is ended when it passes a limit. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import type { Duplex } from 'node:stream'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { BayanError } from '../../src/errors.js'
import type { Answer, Question } from './messages.js'
import { isOverMemory } from './watch.js'

export type Limits = {
  /** Seconds for one file. */
  seconds: number
  /** Megabytes of memory for one reader. */
  megabytes: number
  /** The script that it runs. */
  program?: string
}

export type Reader = {
  /** @throws BayanError EXTRACT_TIMEOUT, EXTRACT_MEMORY, EXTRACT_CRASHED, EXTRACT_OUTPUT_TOO_LARGE; the reason of `signal` */
  ask(question: Question, signal?: AbortSignal): Promise<Answer>
  isAlive(): boolean
  end(): void
}

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
/** Of the memory, what V8 may take for its heap; the rest is for buffers and code. */
const HEAP_SHARE = 0.75
/** Bytes of an answer: an analysis says the text about twice, and more about it. */
const LONGEST_ANSWER = 128 * 1024 * 1024
/** Letters kept of what a reader prints to its standard error: its last words. */
const LAST_WORDS = 4000
const LINE_END = 0x0a

/** @throws BayanError READER_START_FAILED */
export async function startReader(limits: Limits): Promise<Reader> {
  const child = launch(limits)
  const channel = child.stdio[3] as Duplex
  const lost = lossOf(child, limits)
  channel.on('error', () => undefined) // the end of the process says more
  const end = () => void child.kill('SIGKILL')
  try {
    await lineFrom(channel, lost)
  } catch (error) {
    throw new BayanError('READER_START_FAILED', { reason: (error as Error).message }, error)
  }
  const ask = async (question: Question, signal?: AbortSignal): Promise<Answer> => {
    const late = timer(limits.seconds)
    try {
      channel.write(`${JSON.stringify(question)}\n`)
      const stops = [lost, late.signal, ...(signal ? [signal] : [])]
      return JSON.parse(await lineFrom(channel, AbortSignal.any(stops)))
    } catch (error) {
      end()
      throw error
    } finally {
      late.clear()
    }
  }
  return { ask, isAlive: () => !lost.aborted, end }
}

/** In a group of its own, so that Ctrl-C at a terminal lets the service decide. */
function launch({ megabytes, program = CHILD }: Limits): ChildProcess {
  const heap = Math.ceil(megabytes * HEAP_SHARE)
  return spawn(
    process.execPath,
    [`--max-old-space-size=${heap}`, '--import', LOADER, program, String(megabytes)],
    {
      env: {},
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    },
  )
}

/** @returns a signal that is aborted, with the reason, when the process has ended */
function lossOf(child: ChildProcess, limits: Limits): AbortSignal {
  const lost = new AbortController()
  let printed = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    printed = (printed + text).slice(-LAST_WORDS)
  })
  child.on('error', (error) => lost.abort(error)) // it did not even start
  child.on('close', (code, signal) => lost.abort(crash(signal ?? `exit code ${code}`, printed, limits)))
  return lost.signal
}

function crash(how: string, printed: string, { megabytes }: Limits): BayanError {
  if (isOverMemory(printed)) return new BayanError('EXTRACT_MEMORY', { megabytes })
  const [error = how] = printed.match(/^\w*Error\b.*/m) ?? []
  return new BayanError('EXTRACT_CRASHED', { reason: error })
}

function timer(seconds: number): { signal: AbortSignal; clear(): void } {
  const late = new AbortController()
  const timeout = setTimeout(() => late.abort(new BayanError('EXTRACT_TIMEOUT', { seconds })), seconds * 1000)
  return { signal: late.signal, clear: () => clearTimeout(timeout) }
}

/** @throws BayanError EXTRACT_OUTPUT_TOO_LARGE; the reason of `stop` */
function lineFrom(channel: Duplex, stop: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const settle = (outcome: () => void) => {
      channel.off('data', take)
      stop.removeEventListener('abort', stopped)
      outcome()
    }
    const stopped = () => settle(() => reject(stop.reason))
    const take = (chunk: Buffer) => {
      chunks.push(chunk)
      bytes += chunk.length
      if (chunk.at(-1) === LINE_END) settle(() => resolve(Buffer.concat(chunks).toString()))
      else if (bytes > LONGEST_ANSWER)
        settle(() => reject(new BayanError('EXTRACT_OUTPUT_TOO_LARGE', { bytes: LONGEST_ANSWER })))
    }
    channel.on('data', take)
    stop.addEventListener('abort', stopped)
    if (stop.aborted) stopped()
  })
}
