/**
 * Makes the same text as DOCX, DOC, ODT, RTF, HTML and PDF, with its numbers typed and automatic, so that reading can be
 * compared. Usage: tsx scripts/make-office.ts FOLDER [TEXT…]. All but DOCX need LibreOffice on the PATH.
 */
import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { docxOf, type Numbers } from './office/docx.js'
import { richDocx } from './office/rich.js'

const SAMPLES = join(import.meta.dirname, '..', 'samples')
const TEXTS = ['oic-ex-com-2016-fc.ar.txt', 'un-udhr-1948.en.txt'].map((name) => join(SAMPLES, name))
/** With the filter where the ending alone does not tell. */
const FORMATS = ['doc', 'odt', 'rtf', 'html:XHTML Writer File', 'pdf']

const { positionals } = parseArgs({ allowPositionals: true })
const [folder = 'office', ...given] = positionals
await mkdir(folder, { recursive: true })
for (const text of given.length > 0 ? given : TEXTS) {
  for (const numbers of ['typed', 'automatic'] as const) await convert(await make(text, numbers))
}

const rich = join(folder, 'rich.docx')
await writeFile(rich, richDocx())
await convert(rich)

async function make(text: string, numbers: Numbers): Promise<string> {
  const lines = (await readFile(text, 'utf8')).split(/\r?\n/)
  const path = join(folder, `${basename(text, '.txt')}.${numbers}.docx`)
  await writeFile(path, docxOf(lines, numbers))
  return path
}

async function convert(path: string): Promise<void> {
  for (const format of FORMATS) {
    await promisify(execFile)('soffice', ['--headless', '--convert-to', format, '--outdir', folder, path])
    console.log(`${path}: ${format}`)
  }
}
