/**
 * Makes files that try to harm their reader. Usage: tsx scripts/make-hostile.ts FOLDER [--large]
 * `manifest.json` says what must become of each; `test/workers/hostile.test.ts` holds the readers to it.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { HOSTILE } from './hostile/all.js'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { large: { type: 'boolean' } } })
const folder = positionals[0] ?? 'hostile'
const files = HOSTILE.filter(({ large }) => values.large || !large)
await mkdir(folder, { recursive: true })
for (const { name, bytes } of files) await writeFile(join(folder, name), bytes())
const manifest = Object.fromEntries(files.map(({ name, expected }) => [name, expected]))
await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2))
console.log(`${files.length} files in ${folder}`)
