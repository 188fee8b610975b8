/** The program `tesseract`: where it lies, whether it knows Arabic, and how it is asked. */
import { execFile, spawn } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { Recogniser } from './recogniser.js'
import { DOTS } from './resolution.js'
import { linesOfTable } from './tsv.js'

export type Tesseract = { program: string; version: string; languages: string[] }

const run = promisify(execFile)
/** On several threads it takes four to seven times longer for one page. */
const ENVIRONMENT = { OMP_THREAD_LIMIT: '1' }
const PATIENCE_MS = 10_000

/** @param path folders where programs lie, as in PATH @returns nothing where it is not installed or knows no Arabic */
export async function findTesseract(path: string): Promise<Tesseract | undefined> {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const program = join(folder, 'tesseract')
    const found = await access(program, constants.X_OK).then(
      () => true,
      () => false,
    )
    const tesseract = found ? await ask(program) : undefined
    if (tesseract?.languages.includes('ara')) return tesseract
  }
  return undefined
}

async function ask(program: string): Promise<Tesseract | undefined> {
  const options = { env: ENVIRONMENT, timeout: PATIENCE_MS }
  try {
    const [version, languages] = await Promise.all([
      run(program, ['--version'], options),
      run(program, ['--list-langs'], options),
    ])
    return {
      program,
      version: /tesseract\s+v?(\S+)/.exec(version.stdout + version.stderr)?.[1] ?? '',
      languages: languages.stdout.split('\n').slice(1).filter(Boolean),
    }
  } catch {
    return undefined
  }
}

export function tesseractProgram({ program, version, languages }: Tesseract): Recogniser {
  return {
    name: `tesseract ${version}`,
    recognise: async (picture, wanted, signal) => {
      const known = wanted.split('+').filter((language) => languages.includes(language))
      if (known.length === 0) return []
      return linesOfTable(await recognise(program, known.join('+'), picture, signal))
    },
    close: async () => undefined,
  }
}

function recognise(
  program: string,
  languages: string,
  picture: Uint8Array,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['stdin', 'stdout', '-l', languages, '--dpi', String(DOTS), 'tsv'], {
      env: ENVIRONMENT,
      stdio: ['pipe', 'pipe', 'ignore'],
      signal,
      killSignal: 'SIGKILL',
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'))
      else reject(new Error(`tesseract ended with code ${code}`))
    })
    child.stdin.on('error', () => undefined) // the end of the process says more
    child.stdin.end(picture)
  })
}
