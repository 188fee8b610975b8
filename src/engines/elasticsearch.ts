/** How does the local Elasticsearch start? One node, on loopback, with its settings and data in a folder of its own. */
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import type { Assembly } from './assemble.js'
import { detach } from './detach.js'
import type { Java } from './find.js'
import { giveTo, type User } from './place.js'
import { freePort } from './port.js'
import { type Running, stopMarked } from './processes.js'

const MARKER_LENGTH = 16
const GIGABYTE = 1024 ** 3
const ENOUGH_FOR_LARGE_HEAP = 4 * GIGABYTE

export type ElasticsearchStart = {
  assembly: Assembly
  folder: string
  java: Java
  user?: User
  environment: NodeJS.ProcessEnv
  /** Taken when it is free. */
  port?: number
}

/** @returns at once, long before it answers */
export async function startElasticsearch(start: ElasticsearchStart): Promise<Running> {
  const { folder, java, user } = start
  const marker = markerOf(folder)
  await stopMarked(marker)
  const port = await freePort(start.port)
  const home = await homeOf(start.assembly)
  await layOut({ home, folder, port, marker })
  if (user) await giveTo(user, folder)
  const environment = {
    PATH: start.environment.PATH,
    HOME: join(folder, 'tmp'),
    ES_JAVA_HOME: java.home,
    ES_PATH_CONF: join(folder, 'config'),
    ES_TMPDIR: join(folder, 'tmp'),
  }
  const command = join(home, 'bin', 'elasticsearch')
  const pid = await detach({
    command,
    args: [`-Enode.attr.bayan=${marker}`],
    environment,
    user,
    log: logOf(folder),
    folder,
  })
  return { pid, marker, url: `http://127.0.0.1:${port}` }
}

/** Stands in the command line of the launcher and of the server, whatever the place is called. */
function markerOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, MARKER_LENGTH)
}

/** Where to look when it does not start. */
export function logOf(folder: string): string {
  return `${folder}.log`
}

async function homeOf({ folder }: Assembly): Promise<string> {
  const [name = ''] = (await readdir(folder)).filter((each) => each.startsWith('elasticsearch-'))
  return join(folder, name)
}

type Layout = { home: string; folder: string; port: number; marker: string }

async function layOut({ home, folder, port, marker }: Layout): Promise<void> {
  for (const name of ['data', 'logs', 'tmp', 'config/jvm.options.d']) {
    await mkdir(join(folder, name), { recursive: true })
  }
  await cp(join(home, 'config'), join(folder, 'config'), { recursive: true })
  await writeFile(join(folder, 'config', 'elasticsearch.yml'), settings(folder, port))
  await writeFile(
    join(folder, 'config', 'jvm.options.d', 'bayan.options'),
    `${heap()}-Dbayan.engine=${marker}\n`,
  )
}

/** JSON is YAML. The disk check would make the indices read-only on a full laptop; a cluster keeps it. */
function settings(folder: string, port: number): string {
  return JSON.stringify({
    'cluster.name': 'bayan',
    'node.name': 'bayan',
    'discovery.type': 'single-node',
    'network.host': '127.0.0.1',
    'http.port': port,
    'transport.port': 0,
    'path.data': join(folder, 'data'),
    'path.logs': join(folder, 'logs'),
    'action.auto_create_index': false,
    'cluster.routing.allocation.disk.threshold_enabled': false,
    'xpack.security.enabled': false,
  })
}

function heap(): string {
  const size = totalmem() > ENOUGH_FOR_LARGE_HEAP ? '1g' : '512m'
  return `-Xms${size}\n-Xmx${size}\n`
}
