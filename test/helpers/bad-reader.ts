/** A reader that does what the name of its file says: the faults that a hostile file might bring about. */
import type { Analysis, SourceFile } from '../../src/model.js'
import { serve } from '../../workers/readers/serve.js'

const kept: unknown[] = []

const FAULTS: Record<string, () => unknown> = {
  none: () => ({ documents: [] }),
  loop: () => {
    for (;;);
  },
  objects: () => {
    for (;;) kept.push({ more: kept.length })
  },
  buffers: () => {
    for (;;) kept.push(Buffer.alloc(8 * 1024 * 1024, 1))
  },
  exit: () => process.exit(3),
  segfault: () => process.kill(process.pid, 'SIGSEGV'),
  chatter: () => {
    for (let line = 0; line < 10_000; line++) console.log('a library that talks '.repeat(100))
    return { documents: [] }
  },
  throw: () => {
    throw new TypeError('not foreseen')
  },
  later: () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 50)),
  flood: () => ({ text: 'x'.repeat(130 * 1024 * 1024) }),
  itself: () => ({ environment: process.env, pid: process.pid }),
}

/** The bytes are not looked at, so that it starts quickly. */
const behave = async (file: SourceFile) => (await FAULTS[file.name]?.()) as Analysis

await serve(behave, Number(process.argv[2]))
