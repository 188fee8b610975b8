/** Bayan as a person starts it, in a place of its own: what is asked of it goes over HTTP and the command line. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

type File = { path: string; outcome: string; code?: string; message?: string; attempts: number }
export type Service = {
  pid: number
  url: string
  files(): Promise<File[]>
  stop(): Promise<void>
}

const PROGRAM = join(import.meta.dirname, '..', 'bayan.js')

/** @param environment settings: its home, inbox and prefix */
export async function startService(environment: NodeJS.ProcessEnv): Promise<Service> {
  const child = spawn(process.execPath, [PROGRAM, 'start'], {
    env: environment,
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  const url = await addressOf(child)
  return {
    pid: child.pid as number,
    url,
    files: () => filesOf(url),
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** An answer that says "not now" is told and asked for again. */
async function filesOf(url: string): Promise<File[]> {
  for (;;) {
    const response = await fetch(`${url}/api/files?size=500`)
    if (response.ok) return ((await response.json()) as { files: File[] }).files
    console.log(`the list of files: ${response.status} ${await response.text()}`)
    await sleep(1_000)
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('The service says nothing.')
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stderr })) {
    lines.push(line)
    const url = line.match(/^Bayan is ready: (\S+?)\/?$/)?.[1]
    if (!url) continue
    child.stderr.resume()
    return url
  }
  throw new Error(`The service did not start:\n${lines.join('\n')}`)
}

/** @returns what a command prints */
export function bayan(args: string[], environment: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...args], { env: environment, maxBuffer: 1 << 28 }, (_, out) =>
      resolve(out),
    )
  })
}

export type Searches = { asked: number; failed: number; empty: number; slowest: number }

/** Asks a few times a second until `signal` says that it is enough. */
export async function keepSearching(url: string, words: string[], signal: AbortSignal): Promise<Searches> {
  const searches: Searches = { asked: 0, failed: 0, empty: 0, slowest: 0 }
  while (!signal.aborted) {
    const begun = Date.now()
    const q = encodeURIComponent(words[searches.asked % words.length] ?? '')
    const total = await fetch(`${url}/api/search?q=${q}`)
      .then((response) => (response.ok ? response.json() : undefined))
      .then((answer) => (answer as { total: { paragraphs: number } } | undefined)?.total.paragraphs)
      .catch(() => undefined)
    searches.asked += 1
    if (total === undefined) searches.failed += 1
    else if (total === 0) searches.empty += 1
    searches.slowest = Math.max(searches.slowest, Date.now() - begun)
    await sleep(200)
  }
  return searches
}
