/** The engines in containers: those of engines/docker-compose.yml, with their ports on loopback. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { BayanError } from '../errors.js'
import { type Needs, namesOf } from './plan.js'
import { freePort } from './port.js'
import type { State } from './state.js'

const COMPOSE = fileURLToPath(new URL('../../engines/docker-compose.yml', import.meta.url))

export type DockerState = Extract<State, { way: 'docker' }>

type Docker = {
  command: string
  data: string
  environment: NodeJS.ProcessEnv
  report: (line: string) => void
  signal?: AbortSignal
}

/** Starts the containers of `needs` and waits until they are healthy, keeping their ports. */
export async function startDocker(docker: Docker, needs: Needs, old?: DockerState): Promise<DockerState> {
  const ports = {
    elasticsearch: await freePort(old?.ports.elasticsearch),
    redis: await freePort(old?.ports.redis),
  }
  docker.report('Starting the engines in Docker, about 800 MB to fetch the first time …')
  const environment = { ELASTICSEARCH_PORT: String(ports.elasticsearch), REDIS_PORT: String(ports.redis) }
  await compose(docker, ['up', '-d', '--wait', ...namesOf(needs)], environment)
  return { way: 'docker', project: projectOf(docker.data), ports }
}

/** The data stay in their volumes. */
export async function stopDocker(docker: Docker): Promise<void> {
  await compose(docker, ['stop'])
}

async function compose(docker: Docker, args: string[], settings: NodeJS.ProcessEnv = {}): Promise<void> {
  const all = ['compose', '-f', COMPOSE, '-p', projectOf(docker.data), ...args]
  const env = { ...docker.environment, ...settings }
  await promisify(execFile)(docker.command, all, { env, signal: docker.signal }).catch(
    (error: { stderr?: string; message: string }) => {
      const reason = error.stderr?.trim().split('\n').at(-1) || error.message
      throw new BayanError('ENGINE_START_FAILED', { engine: 'Docker', reason }, error)
    },
  )
}

/** Two clones on one machine have engines of their own. */
function projectOf(data: string): string {
  return `bayan-${createHash('sha256').update(data).digest('hex').slice(0, 8)}`
}
