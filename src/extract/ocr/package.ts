/** The engine from the package tesseract.js, with the data of its language packages: nothing is installed or downloaded. */
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createWorker, OEM, type Worker } from 'tesseract.js'
import type { Recogniser } from './recogniser.js'
import { linesOfTable } from './tsv.js'

const require = createRequire(import.meta.url)
/** Smaller and faster than the best data, with integers for weights. */
const DATA = '4.0.0_best_int'

export function tesseractPackage(): Recogniser {
  let kept: { languages: string; worker: Worker } | undefined
  const close = async () => {
    await kept?.worker.terminate()
    kept = undefined
  }
  const workerFor = async (languages: string): Promise<Worker> => {
    if (kept?.languages === languages) return kept.worker
    await close()
    const worker = await start(languages.split('+'))
    kept = { languages, worker }
    return worker
  }
  return {
    name: 'tesseract.js',
    recognise: async (picture, languages, signal) => {
      const worker = await workerFor(languages)
      const job = worker.recognize(Buffer.from(picture), {}, { text: false, tsv: true })
      // What is given up would go on and hold up the next page.
      const { data } = await Promise.race([job, aborted(signal)]).catch(async (error) => {
        await close()
        throw error
      })
      return linesOfTable(data.tsv ?? '')
    },
    close,
  }
}

/** The engine wants its data in one folder; each language is a package of its own. It reads all of it at its start. */
async function start(languages: string[]): Promise<Worker> {
  const folder = await mkdtemp(join(tmpdir(), 'bayan-ocr-'))
  try {
    await Promise.all(languages.map((language) => symlink(dataOf(language), join(folder, nameOf(language)))))
    const options = { langPath: folder, cacheMethod: 'none', errorHandler: () => undefined }
    return await createWorker(languages, OEM.LSTM_ONLY, options)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function dataOf(language: string): string {
  const folder = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`))
  return join(folder, DATA, nameOf(language))
}

function nameOf(language: string): string {
  return `${language}.traineddata.gz`
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
