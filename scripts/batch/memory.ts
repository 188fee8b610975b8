/** How much memory do a program and what it started hold at most? Looked up in /proc, where there is one. */
import { readdirSync, readFileSync } from 'node:fs'

export type Peaks = { service: number; worker: number; reader: number; all: number }

const LOOK_EVERY = 250
const PAGE_BYTES = 4096
const MEGABYTE = 1024 * 1024

/** @param root process id @returns what ends the watch and gives the peaks in megabytes; `reader` is the largest one */
export function watchMemory(root: number): () => Peaks {
  const peaks: Peaks = { service: 0, worker: 0, reader: 0, all: 0 }
  const timer = setInterval(() => {
    const found = familyOf(root)
    const most = (kind: string) =>
      Math.max(0, ...found.filter((one) => one.kind === kind).map(({ size }) => size))
    for (const kind of ['service', 'worker', 'reader'] as const)
      peaks[kind] = Math.max(peaks[kind], most(kind))
    peaks.all = Math.max(
      peaks.all,
      found.reduce((sum, { size }) => sum + size, 0),
    )
  }, LOOK_EVERY)
  return () => {
    clearInterval(timer)
    const inMegabytes = (bytes: number) => Math.round(bytes / MEGABYTE)
    return {
      service: inMegabytes(peaks.service),
      worker: inMegabytes(peaks.worker),
      reader: inMegabytes(peaks.reader),
      all: inMegabytes(peaks.all),
    }
  }
}

/** Engines are not counted: they have a memory of their own. */
function familyOf(root: number): { kind: string; size: number }[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const parent = Number(read(`/proc/${name}/stat`).match(/\) \S (\d+)/)?.[1])
    if (parent) parents.set(Number(name), parent)
  }
  const belongs = (pid: number): boolean =>
    pid === root || (parents.has(pid) && belongs(parents.get(pid) as number))
  return [...parents.keys()].filter(belongs).flatMap((pid) => {
    const command = read(`/proc/${pid}/cmdline`)
    const kind = command.includes('readers/child')
      ? 'reader'
      : command.includes('workers/')
        ? 'worker'
        : 'service'
    if (!command.includes('node')) return []
    return [{ kind, size: Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * PAGE_BYTES }]
  })
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // it has ended
  }
}
