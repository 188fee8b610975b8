/** How each producer is run: from a spec to a PDF file in the folder. A producer that is missing is named, not hidden. */
import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { flatOpenDocument, html, tex, typst } from './markup.js'
import type { PdfSpec, ProducerName } from './spec.js'

const run = promisify(execFile)
const HERE = import.meta.dirname

type Producer = (specs: PdfSpec[], folder: string, python: string) => Promise<void>

export const PRODUCERS: Record<ProducerName, Producer> = {
  chromium: each('html', html, (source, target) =>
    run('chromium', [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      `--print-to-pdf=${target}`,
      source,
    ]),
  ),
  weasyprint: each('html', html, (source, target, python) =>
    run(python, [join(HERE, 'weasyprint.py'), source, target]),
  ),
  typst: each('typ', typst, (source, target, python) =>
    run(python, [join(HERE, 'typst.py'), source, target]),
  ),
  xetex: each('tex', tex, xelatex),
  pango: each('txt', (spec) => spec.paragraphs.join('\n\n'), pangoView),
  libreoffice,
  qt: (specs, folder, python) => withPython('qt.py', specs, folder, python),
  reportlab: (specs, folder, python) => withPython('reportlab.py', specs, folder, python),
}

function each(
  extension: string,
  markup: (spec: PdfSpec) => string,
  convert: (source: string, target: string, python: string, spec: PdfSpec) => Promise<unknown>,
): Producer {
  return async (specs, folder, python) => {
    for (const spec of specs) {
      const source = join(folder, 'sources', `${spec.name}.${extension}`)
      await writeFile(source, markup(spec))
      await convert(source, join(folder, `${spec.name}.pdf`), python, spec).catch((reason: Error) =>
        console.error(`${spec.name}: ${reason.message.split('\n')[0]}`),
      )
    }
  }
}

/** A font that lacks a letter leaves a hole on the page, so that file is not made. */
async function xelatex(source: string, target: string): Promise<void> {
  const folder = join(target, '..')
  await run('xelatex', ['-interaction=batchmode', `-output-directory=${folder}`, source])
  const log = await readFile(target.replace(/pdf$/, 'log'), 'utf8')
  await Promise.all(['log', 'aux'].map((extension) => rm(target.replace(/pdf$/, extension))))
  if (!log.includes('Missing character')) return
  await rm(target)
  throw new Error('the font cannot draw every letter')
}

function pangoView(source: string, target: string, _python: string, spec: PdfSpec): Promise<unknown> {
  const direction = spec.language === 'ar' ? ['--rtl'] : []
  const justify = spec.justify ? ['--justify'] : []
  return run('pango-view', [
    '-q',
    `--font=${spec.font} 13`,
    '--width=470',
    ...direction,
    ...justify,
    `--output=${target}`,
    source,
  ])
}

async function libreoffice(specs: PdfSpec[], folder: string): Promise<void> {
  const sources = specs.map((spec) => join(folder, 'sources', `${spec.name}.fodt`))
  await Promise.all(specs.map((spec, index) => writeFile(sources[index] as string, flatOpenDocument(spec))))
  await run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, ...sources])
}

async function withPython(script: string, specs: PdfSpec[], folder: string, python: string): Promise<void> {
  const list = join(folder, 'sources', `${script}.json`)
  await writeFile(list, JSON.stringify(specs))
  await run(python, [join(HERE, script), list, folder])
}
