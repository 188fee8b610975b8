/**
 * A batch as it arrives after a meeting: many formats, some files twice, some with a wrong name, some damaged, locked or
 * malicious; with what must become of each.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { HOSTILE } from '../hostile/all.js'
import { FORMATS } from './formats.js'
import { textOf } from './texts.js'

/** Outcomes that are right for a file, and its code where it must fail. */
type Expected = { outcomes: string[]; code?: string }
/** By path, relative to the folder of the batch. */
export type Manifest = Record<string, Expected>

type Planned = { path: string; bytes: () => Buffer; expected: Expected; changes: boolean }

const INDEXED: Expected = { outcomes: ['indexed'] }
const TWICE: Expected = { outcomes: ['indexed', 'duplicate'] }
/** One file in so many is there twice, or is called what it is not. */
const [EVERY_COPY, EVERY_WRONG_NAME] = [40, 25]
/** The files whose code is beyond doubt, and which are quickly made and stored. */
const BAD = HOSTILE.filter(
  ({ name, expected, large }) =>
    !large && name !== 'one-line.txt' && expected.length === 1 && expected[0] !== 'read',
).sort((a, b) => (a.name < b.name ? -1 : 1))
/** Of all files, at most. */
const BAD_SHARE = 0.1

/**
 * @param seed which texts, in which formats, and which bad files; below 1000
 * @returns what lies in the folder now: a revision changes every second good file and takes every tenth away
 */
export async function writeBatch(folder: string, count: number, revision = 0, seed = 0): Promise<Manifest> {
  const manifest: Manifest = {}
  for (const [at, { path, bytes, expected, changes }] of plan(count, revision, seed).entries()) {
    const place = join(folder, path)
    if (revision > 0 && at % 10 === 9) await rm(place, { force: true })
    else {
      if (revision === 0 || changes) await write(place, bytes())
      manifest[path] = expected
    }
  }
  return manifest
}

function plan(count: number, revision: number, seed: number): Planned[] {
  const first = seed % BAD.length
  const bad = [...BAD.slice(first), ...BAD.slice(0, first)].slice(0, Math.ceil(count * BAD_SHARE))
  const good = Array.from({ length: count - bad.length }, (_, at) => goodFile(at, revision, seed))
  const damaged = bad.map(
    ({ name, bytes, expected: [code] }): Planned => ({
      path: `incoming/${name}`,
      bytes,
      expected: { outcomes: ['failed'], code },
      changes: false,
    }),
  )
  return [...good, ...damaged]
}

function goodFile(at: number, revision: number, seed: number): Planned {
  const isCopy = at % EVERY_COPY === EVERY_COPY - 1
  const isCopied = at % EVERY_COPY === EVERY_COPY - 2
  const number = seed + (isCopy ? at - 1 : at)
  const changes = at % 2 === 0
  const formats = Object.keys(FORMATS)
  const format = formats[number % formats.length] as string
  const language = format !== 'pdf' && number % 3 === 0 ? 'ar' : 'en'
  const ending = at % EVERY_WRONG_NAME === 1 ? 'pdf' : format
  return {
    path: `${language}/${format}/${isCopy ? 'copy of ' : ''}${number}.${ending}`,
    bytes: () =>
      (FORMATS[format] as (typeof FORMATS)[string])(textOf(number, language, changes ? revision : 0)),
    // A revision takes the copies away: what was changed is then no variant of them any more.
    expected: (isCopy || isCopied) && revision === 0 ? TWICE : INDEXED,
    changes,
  }
}

async function write(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
}

/** @returns one line for each file whose outcome is not the right one */
export function wrongOutcomes(
  manifest: Manifest,
  files: { path: string; outcome: string; code?: string; message?: string }[],
): string[] {
  const found = new Map(files.map((file) => [file.path, file]))
  return Object.entries(manifest).flatMap(([path, { outcomes, code }]) => {
    const file = found.get(path)
    if (file && outcomes.includes(file.outcome) && file.code === code) return []
    const became = file ? `${file.outcome} ${file.code ?? ''} ${file.message ?? ''}` : 'nothing'
    return [`${path}: ${became.trim()}, expected ${outcomes.join(' or ')} ${code ?? ''}`.trim()]
  })
}
