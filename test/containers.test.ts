import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const COMPOSE = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8')
const EXAMPLE = readFileSync(join(ROOT, '.env.example'), 'utf8')
const PASSWORDS = ['ELASTIC_PASSWORD', 'SERVICE_PASSWORD', 'WORKER_PASSWORD', 'REDIS_PASSWORD']
const composer = ['/usr/bin/docker-compose', '/usr/local/bin/docker-compose'].find((path) => existsSync(path))
if (!composer) console.log('No docker-compose: the compose files were read, but not by it.')

/** Name of a service -> its lines. */
const services = Object.fromEntries(
  (COMPOSE.split(/^services:\n/m)[1]?.split(/^networks:/m)[0] ?? '')
    .split(/^ {2}(?=[a-z]+:\n)/m)
    .filter((part) => /^[a-z]+:\n/.test(part))
    .map((part) => [part.slice(0, part.indexOf(':')), part]),
)

describe('docker-compose.yml', () => {
  test('holds the engines, the service, workers and a watcher', () => {
    expect(Object.keys(services)).toEqual(['elasticsearch', 'users', 'redis', 'api', 'worker', 'watcher'])
  })

  test('takes from .env only what .env.example names', () => {
    const taken = [...COMPOSE.matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name]) => name)
    expect(new Set(taken).size).toBeGreaterThan(8)
    for (const name of taken) expect(EXAMPLE).toMatch(new RegExp(`^#?${name}=`, 'm'))
  })

  test('starts with no password of its own', () => {
    for (const name of PASSWORDS) {
      expect(COMPOSE).toContain(`\${${name}:?`)
      expect(EXAMPLE).toMatch(new RegExp(`^${name}=$`, 'm'))
    }
    expect(COMPOSE).toContain('xpack.security.enabled: "true"')
  })

  test('opens one port, on this machine', () => {
    const ports = [...COMPOSE.matchAll(/ports: (.*)/g)].map(([, port]) => port)
    expect(ports).toEqual([expect.stringMatching(/^\["127\.0\.0\.1:/)])
    expect(services.api).toContain('ports:')
  })

  test.each(Object.entries(services))(
    '%s has a limit of memory, and an image of one version',
    (_, service) => {
      expect(service).toMatch(/mem_limit: \d+[gm]/)
      expect(service).toMatch(/image: [a-z./-]+:\d+\.\d+\.\d+\n|<<: \*bayan/)
    },
  )

  test.skipIf(!composer).each(['docker-compose.yml', 'engines/docker-compose.yml'])(
    '%s is understood',
    (file) => {
      const passwords = Object.fromEntries(PASSWORDS.map((name) => [name, 'secret']))
      const env = { PATH: '/usr/bin:/bin', ...passwords }
      execFileSync(composer ?? '', ['-f', file, 'config', '-q'], { cwd: ROOT, env, stdio: 'pipe' })
    },
  )
})

describe('the image', () => {
  const lines = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')

  test('runs as an ordinary user and holds no tools of development', () => {
    expect(lines).toMatch(/^USER node$/m)
    expect(lines).toMatch(/npm ci --omit=dev/)
    expect(lines).toMatch(/^HEALTHCHECK /m)
  })

  test('gets every folder that the programs need', () => {
    const copied = [...lines.matchAll(/^COPY (?!--)(?:(\w+) \w+)$/gm)].map(([, folder]) => folder)
    expect(copied).toEqual(['mappings', 'scripts', 'src', 'workers'])
    const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8')
    for (const folder of copied) expect(ignored).toContain(`!${folder}\n`)
  })
})
