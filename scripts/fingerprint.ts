/** `bayan fingerprint`: one hash over all that can be found, and what differs from an earlier one. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { compare, type Difference, type Fingerprint, readFingerprint } from '../src/elastic/fingerprint.js'
import { BayanError } from '../src/errors.js'
import { EXIT } from './command.js'
import { withIndex } from './ingest/with-index.js'

type Options = { json?: boolean; against?: string }

/** Adds the command to the program. */
export function fingerprintCommand(program: Command): void {
  program
    .command('fingerprint')
    .description(
      'Print a hash over all documents and paragraphs in the index; compare it with one that was saved.',
    )
    .option('--json', 'print JSON, with a hash for each entry: save it for --against')
    .option(
      '--against <file>',
      'say which entries differ from those of a saved fingerprint; exit code 1 if any',
    )
    .action(fingerprint)
}

async function fingerprint({ json, against }: Options): Promise<void> {
  const before = against === undefined ? undefined : await readSaved(against)
  await withIndex(async ({ client, names }) => {
    const now = await readFingerprint(client, names)
    const difference = before && compare(now, before)
    if (json) console.log(JSON.stringify(difference ? { ...now, difference } : now, null, 2))
    else print(now, difference)
    if (difference && Object.values(difference).some((ids) => ids.length > 0)) process.exitCode = EXIT.failed
  })
}

async function readSaved(path: string): Promise<Fingerprint> {
  try {
    const saved = JSON.parse(await readFile(path, 'utf8')) as Fingerprint
    if (typeof saved.entries === 'object') return saved
  } catch (error) {
    throw new BayanError('USAGE', { reason: `${path} cannot be read: ${(error as Error).message}` }, error)
  }
  throw new BayanError('USAGE', {
    reason: `${path} holds no fingerprint; save one with "bayan fingerprint --json".`,
  })
}

function print({ sha256, documents, paragraphs }: Fingerprint, difference: Difference | undefined): void {
  console.log(`${sha256}  ${documents} documents, ${paragraphs} paragraphs`)
  if (!difference) return
  for (const [kind, ids] of Object.entries(difference)) for (const id of ids) console.log(`${kind}  ${id}`)
  const count = Object.values(difference).flat().length
  console.log(count === 0 ? 'The same as before, entry by entry.' : `${count} entries differ.`)
}
