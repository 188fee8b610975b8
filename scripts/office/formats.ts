/** Makes texts in every format that people have, with LibreOffice and Chromium. Nothing is made twice. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { docxOf } from './docx.js'
import { sitePage, wordPage } from './pages.js'
import { pagedText, wrappedText } from './plain.js'
import type { Text } from './texts.js'

const run = promisify(execFile)
/** Files that LibreOffice is handed at once. */
const AT_ONCE = 20

/** What is written here, by the ending of the file. */
const WRITTEN: Record<string, (lines: string[]) => string | Buffer> = {
  'typed.docx': (lines) => docxOf(lines, 'typed'),
  'automatic.docx': (lines) => docxOf(lines, 'automatic'),
  'spaced.docx': (lines) => docxOf(lines, 'automatic', 'space'),
  'wrapped.txt': wrappedText,
  'paged.txt': pagedText,
  'word.html': wordPage,
  'site.html': sitePage,
}
/** What LibreOffice makes of the Word files: the ending, and its filter where the ending does not tell. */
const CONVERTED: Record<string, string> = {
  doc: 'doc',
  odt: 'odt',
  rtf: 'rtf',
  xhtml: 'xhtml:XHTML Writer File',
  html: 'html:HTML (StarWriter)',
  pdf: 'pdf',
}
const SOURCES = ['typed', 'automatic', 'spaced']
const PRINTED = 'site.pdf'

export const FORMATS = [
  ...Object.keys(WRITTEN),
  ...SOURCES.flatMap((source) => Object.keys(CONVERTED).map((ending) => `${source}.${ending}`)),
  PRINTED,
]

export async function makeFormats(folder: string, texts: Text[], formats: string[]): Promise<void> {
  const missing = (format: string) =>
    formats.includes(format) ? texts.filter(({ name }) => !existsSync(join(folder, `${name}.${format}`))) : []
  for (const [format, write] of Object.entries(WRITTEN))
    for (const { name, lines } of texts) await writeFile(join(folder, `${name}.${format}`), write(lines))
  for (const [ending, filter] of Object.entries(CONVERTED)) {
    const sources = SOURCES.flatMap((source) =>
      missing(`${source}.${ending}`).map(({ name }) => `${name}.${source}.docx`),
    )
    for (let at = 0; at < sources.length; at += AT_ONCE)
      await convert(folder, sources.slice(at, at + AT_ONCE), filter)
  }
  for (const { name } of missing(PRINTED)) await print(folder, name)
}

async function convert(folder: string, names: string[], filter: string): Promise<void> {
  const paths = names.map((name) => join(folder, name))
  // A profile of its own: two at once with the same one fail.
  const profile = `-env:UserInstallation=file://${resolve(folder)}/.profile`
  await run('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...paths])
}

async function print(folder: string, name: string): Promise<void> {
  const target = join(folder, `${name}.part`)
  await run('chromium', [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-pdf-header-footer',
    `--print-to-pdf=${target}`,
    join(folder, `${name}.site.html`),
  ])
  await rename(target, join(folder, `${name}.${PRINTED}`))
}
