/**
 * Is the Elasticsearch that Maven puts together there and whole? It lies in a folder named after the sources it was made
 * of; a file written last says that it is complete, so one that was interrupted is made again.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BayanError } from '../errors.js'
import type { Found } from './find.js'
import { withLock } from './lock.js'
import { makeFolder, type User } from './place.js'
import { commandLines } from './processes.js'

const SOURCES = fileURLToPath(new URL('../../engines/', import.meta.url))
const COMPLETE = 'complete'
const STAMP_LENGTH = 12
const PROGRESS_MS = 10_000

export type Assembly = { folder: string; stamp: string }
export type Assembler = {
  found: Found
  user?: User
  environment: NodeJS.ProcessEnv
  report: (line: string) => void
  signal?: AbortSignal
}

/**
 * @param home folder under which the assemblies lie
 * @throws BayanError ENGINE_START_FAILED when Maven fails
 */
export async function assemble(home: string, assembler: Assembler): Promise<Assembly> {
  const place = await makeFolder(join(home, 'assembly'), assembler.user)
  const stamp = await currentStamp()
  const folder = join(place, stamp)
  const make = () => makeOnce(folder, assembler)
  if (!(await isComplete(folder))) await withLock(join(place, 'lock'), make, assembler.signal)
  return { folder, stamp }
}

async function makeOnce(folder: string, assembler: Assembler): Promise<void> {
  if (await isComplete(folder)) return
  await rm(folder, { recursive: true, force: true })
  assembler.report('Assembling Elasticsearch from Maven Central, about 140 MB the first time …')
  await runMaven(folder, assembler)
  await allowRunning(join(folder, 'redis'))
  await writeFile(join(folder, COMPLETE), '')
  await removeOthers(folder)
}

async function isComplete(folder: string): Promise<boolean> {
  return access(join(folder, COMPLETE)).then(
    () => true,
    () => false,
  )
}

/** The names and bytes of the sources, as a short word. */
export async function currentStamp(): Promise<string> {
  const entries = await readdir(SOURCES, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(file.slice(SOURCES.length)).update(await readFile(file))
  return hash.digest('hex').slice(0, STAMP_LENGTH)
}

/** What Maven unpacks must be readable by the one who runs it, whatever the habits of the one who asks. */
async function runMaven(folder: string, { found, environment, report, signal }: Assembler): Promise<void> {
  const { java, maven } = found
  if (!java || !maven)
    throw new BayanError('ENGINES_MISSING', { reason: 'there is no JDK or no Maven to assemble them.' })
  const goal = ['-f', join(SOURCES, 'pom.xml'), '-B', '-ntp', '-q', 'package', `-Dassembly=${folder}`]
  const shell = ['-c', 'umask 022 && exec "$0" "$@"', maven, ...goal]
  const child = spawn('sh', shell, {
    env: { ...environment, JAVA_HOME: java.home },
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => lines.push(text))
  const ended = await withProgress(report, () => exitCode(child))
  if (ended !== 0)
    throw new BayanError('ENGINE_START_FAILED', { engine: 'Maven', reason: firstError(lines.join('')) })
}

async function exitCode(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', resolve)
  })
}

async function withProgress<T>(report: (line: string) => void, work: () => Promise<T>): Promise<T> {
  const start = Date.now()
  const tell = () => report(`… still assembling, ${Math.round((Date.now() - start) / 1000)} s`)
  const timer = setInterval(tell, PROGRESS_MS)
  return work().finally(() => clearInterval(timer))
}

function firstError(output: string): string {
  const line = output.split('\n').find((each) => each.startsWith('[ERROR]'))
  return line?.replace('[ERROR]', '').trim() ?? (output.trim() || 'it was ended from outside')
}

/** A jar does not keep the right to be run. */
async function allowRunning(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await chmod(join(folder, name), 0o755)
}

/** Earlier assemblies that no running program was started from. */
async function removeOthers(folder: string): Promise<void> {
  const place = join(folder, '..')
  const commands = await commandLines()
  const folders = (await readdir(place, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const others = folders.map(({ name }) => join(place, name)).filter((other) => other !== folder)
  const unused = others.filter((other) => !commands.some((command) => command.includes(other)))
  await Promise.all(unused.map((other) => rm(other, { recursive: true, force: true })))
}
