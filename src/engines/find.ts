/** What lies on this machine that the engines can be run with: a new enough Java, Maven, Redis, a Docker engine? */
import { execFile } from 'node:child_process'
import { access, constants, readdir, realpath } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { canEnter, type User } from './place.js'

const run = promisify(execFile)
const JAVA_FOLDERS = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines']
/** Elasticsearch 9 needs it, to run and (with its compiler) to compile the plugin. */
export const JAVA_VERSION = 21
const PROBE_TIMEOUT = 10_000

export type Java = { home: string; version: number; problem?: string }
export type Found = {
  /** The first that can be used. */
  java?: Java
  /** Those that were looked at before it and cannot be used, with the reason. */
  unusable: Java[]
  maven?: string
  /** `redis-server` or `valkey-server`; without it the one that Maven brings is used. */
  redis?: string
  /** `engine` is the version of the engine that answers; a client alone does not help. */
  docker?: { command: string; engine?: string; problem?: string }
}

export type Machine = {
  environment: NodeJS.ProcessEnv
  /** Who will run Elasticsearch, when that is not the one who asks. */
  user?: User
  javaFolders?: string[]
}

export async function findTools(machine: Machine): Promise<Found> {
  const [javas, maven, redis, docker] = await Promise.all([
    findJavas(machine),
    onPath(machine, 'mvn'),
    onPath(machine, 'redis-server', 'valkey-server'),
    findDocker(machine),
  ])
  const java = javas.find(({ problem }) => problem === undefined)
  return { java, unusable: javas.filter(({ problem }) => problem !== undefined), maven, redis, docker }
}

/** In the order in which they are preferred, up to the first that can be used. */
async function findJavas(machine: Machine): Promise<Java[]> {
  const javas: Java[] = []
  for (const home of await javaHomes(machine)) {
    const java = await probeJava(home, machine)
    if (java) javas.push(java)
    if (java && java.problem === undefined) break
  }
  return javas
}

async function javaHomes({
  environment,
  javaFolders = JAVA_FOLDERS,
  ...machine
}: Machine): Promise<string[]> {
  const installed = await Promise.all(javaFolders.map(children))
  const command = await onPath({ environment, ...machine }, 'java')
  const homes = [environment.ES_JAVA_HOME, environment.JAVA_HOME, ...installed.flat()]
  if (command) homes.push(dirname(dirname(await realpath(command))))
  const named = homes.filter((home): home is string => Boolean(home))
  return [...new Set(await Promise.all(named.map((home) => realpath(home).catch(() => home))))]
}

async function children(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const macHomes = names.map((name) => join(folder, name, 'Contents', 'Home'))
  return [...names.sort().map((name) => join(folder, name)), ...macHomes]
}

async function probeJava(home: string, machine: Machine): Promise<Java | undefined> {
  const java = join(home, 'bin', 'java')
  if (!(await isExecutable(java))) return undefined
  const version = await javaVersion(java)
  const problem = await javaProblem(home, version, machine)
  return { home, version, ...(problem && { problem }) }
}

async function javaProblem(home: string, version: number, { user }: Machine): Promise<string | undefined> {
  if (version < JAVA_VERSION) return `Java ${JAVA_VERSION} or newer is needed`
  if (!(await isExecutable(join(home, 'bin', 'javac')))) return 'it has no compiler (a JDK is needed)'
  if (!(await canEnter(home, user)))
    return 'the unprivileged user that runs Elasticsearch cannot enter its folder'
  return undefined
}

/** 0 when it does not run. `1.8.0_412` is 8, `25.0.1` is 25. */
async function javaVersion(java: string): Promise<number> {
  const { stderr } = await run(java, ['-version'], { timeout: PROBE_TIMEOUT }).catch(() => ({ stderr: '' }))
  const [, first = '0', second = '0'] = /version "(\d+)(?:\.(\d+))?/.exec(stderr) ?? []
  return Number(first === '1' ? second : first)
}

async function findDocker(machine: Machine): Promise<Found['docker']> {
  const command = await onPath(machine, 'docker')
  if (command === undefined) return undefined
  const options = { timeout: PROBE_TIMEOUT, env: machine.environment }
  try {
    const { stdout } = await run(command, ['version', '--format', '{{.Server.Version}}'], options)
    await run(command, ['compose', 'version'], options)
    return { command, engine: stdout.trim() }
  } catch (error) {
    return { command, problem: lastLine(error) }
  }
}

function lastLine(error: unknown): string {
  const { stderr = '', message = '' } = error as { stderr?: string; message?: string }
  return (stderr.trim() || message).split('\n').at(-1) ?? ''
}

async function onPath({ environment }: Machine, ...names: string[]): Promise<string | undefined> {
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const files = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  for (const file of files) if (await isExecutable(file)) return file
  return undefined
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}
