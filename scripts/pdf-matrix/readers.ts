/** What other programs read in the same files: lines of text, without recognition of pictures. One that is missing is named, not hidden. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pdf } from '../../src/extract/pdf.js'

export type Reader = (path: string) => Promise<string[]>

const run = promisify(execFile)
const TIKA = join(import.meta.dirname, '../tika')
const MOST_OUTPUT = 1 << 28

export async function bayan(path: string): Promise<string[]> {
  const { pages } = await pdf({ name: path, bytes: readFileSync(path) })
  return pages.flatMap(({ lines }) => lines)
}

/** @param folder of all files that will be read: Tika reads them in one go */
export async function peers(folder: string): Promise<Record<string, Reader>> {
  const tika = await createTika(folder).catch((error: Error) => {
    console.error(`Tika is left out, it needs Maven and Java: ${error.message.split('\n')[0]}`)
  })
  return { ...(tika && { Tika: tika }), pdftotext, 'pdf.js': pdfJs }
}

async function createTika(folder: string): Promise<Reader> {
  const out = mkdtempSync(join(tmpdir(), 'bayan-tika-'))
  const list = join(out, 'classpath')
  const pom = join(TIKA, 'pom.xml')
  await run('mvn', ['-q', '-B', '-f', pom, 'dependency:build-classpath', `-Dmdep.outputFile=${list}`])
  await run('java', ['-cp', readFileSync(list, 'utf8'), join(TIKA, 'Tika.java'), folder, out])
  return async (path) => readFileSync(join(out, `${basename(path)}.txt`), 'utf8').split('\n')
}

async function pdftotext(path: string): Promise<string[]> {
  const { stdout } = await run('pdftotext', [path, '-'], { maxBuffer: MOST_OUTPUT })
  return stdout.split(/[\n\f]/)
}

async function pdfJs(path: string): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0, isEvalSupported: false })
  const document = await task.promise
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    text += items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('')
      .concat('\n')
  }
  await task.destroy()
  return text.split('\n')
}
