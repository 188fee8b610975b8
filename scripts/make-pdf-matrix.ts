/**
 * Makes PDF files whose text is known, with as many producers as this machine has, so that reading
 * can be measured. Usage: tsx scripts/make-pdf-matrix.ts FOLDER [--python PATH] [--only PRODUCER,…]
 * Each PDF gets a .json beside it with its spec. `scripts/pdf-report.ts` reads the folder.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PRODUCERS } from './pdf-matrix/producers.js'
import { type PdfSpec, type ProducerName, planMatrix, type Text } from './pdf-matrix/spec.js'

const ROOT = join(import.meta.dirname, '..')
const TEXTS = [
  'samples/oic-ex-com-2016-fc.ar.txt',
  'samples/un-udhr-1948.ar.txt',
  'test/fixtures/pdf/mixed.ar.txt',
  'samples/un-udhr-1948.en.txt',
  'samples/un-udhr-1948.fr.txt',
]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { python: { type: 'string', default: 'python3' }, only: { type: 'string' } },
})
const folder = positionals[0] ?? 'pdf-matrix'
await mkdir(join(folder, 'sources'), { recursive: true })
const specs = planMatrix(await Promise.all(TEXTS.map(readText)))
const names = (values.only?.split(',') ?? Object.keys(PRODUCERS)) as ProducerName[]
for (const name of names) await make(name)

async function make(producer: ProducerName): Promise<void> {
  const own = specs.filter((spec) => spec.producer === producer)
  try {
    await PRODUCERS[producer](own, folder, values.python)
  } catch (error) {
    console.error(`${producer}: ${(error as Error).message.split('\n')[0]}`)
  }
  const made = own.filter((spec) => existsSync(join(folder, `${spec.name}.pdf`)))
  await Promise.all(made.map(saveSpec))
  console.log(`${producer}: ${made.length} of ${own.length} files`)
}

function saveSpec(spec: PdfSpec): Promise<void> {
  return writeFile(join(folder, `${spec.name}.json`), JSON.stringify(spec))
}

async function readText(path: string): Promise<Text> {
  const text = await readFile(join(ROOT, path), 'utf8')
  const [name = '', language = 'ar'] = (path.split('/').at(-1) ?? '').split('.')
  const paragraphs = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  return { name: `${name}-${language}`, language: language as Text['language'], paragraphs }
}
