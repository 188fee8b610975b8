/** How far is a long piece of work of several kinds? A bar for each in a terminal, a line for each tenth elsewhere. */
import { MultiBar, Presets, type SingleBar } from 'cli-progress'

export type Bars = { show(kind: string, done: number, total: number): void; stop(): void }

const FORMAT = '{bar} {value}/{total} {kind}'

export function createBars(stream: NodeJS.WriteStream = process.stderr): Bars {
  return stream.isTTY ? bars(stream) : lines(stream)
}

function bars(stream: NodeJS.WriteStream): Bars {
  const all = new MultiBar({ format: FORMAT, stream, hideCursor: true }, Presets.shades_classic)
  const byKind = new Map<string, SingleBar>()
  return {
    show: (kind, done, total) => {
      const bar = byKind.get(kind) ?? all.create(total, 0, { kind })
      byKind.set(kind, bar)
      bar.setTotal(total)
      bar.update(done)
    },
    stop: () => all.stop(),
  }
}

function lines(stream: NodeJS.WriteStream): Bars {
  const tenths = new Map<string, number>()
  return {
    show: (kind, done, total) => {
      const now = total === 0 ? 10 : Math.floor((done / total) * 10)
      if (now > (tenths.get(kind) ?? 0)) stream.write(`${done} of ${total} ${kind}\n`)
      tenths.set(kind, now)
    },
    stop: () => {},
  }
}
