/**
 * Makes a batch of mixed files with a list of what must become of each. Usage: tsx scripts/make-batch.ts FOLDER [--files 300] [--revision 1] [--seed 0]
 * The list is FOLDER.json, beside the folder. A revision above 0 changes half of the good files and takes some away.
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { writeBatch } from './batch/batch.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: 'string', default: '300' },
    revision: { type: 'string', default: '0' },
    seed: { type: 'string', default: '0' },
  },
})
const folder = positionals[0] ?? 'batch'
const manifest = await writeBatch(folder, Number(values.files), Number(values.revision), Number(values.seed))
await writeFile(`${folder}.json`, JSON.stringify(manifest, null, 2))
console.log(
  `${Object.keys(manifest).length} files in ${folder}; ${folder}.json says what must become of each`,
)
