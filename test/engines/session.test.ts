/** The engines' whole life: start, share, crash, leave. Redis stands for both where one is enough: it starts at once. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, chmod, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { readConfig } from '../../src/config.js'
import { assemble } from '../../src/engines/assemble.js'
import { findTools } from '../../src/engines/find.js'
import { checkElasticsearch, checkRedis } from '../../src/engines/health.js'
import { engineUser, makeFolder, removeFolder } from '../../src/engines/place.js'
import { isRunning, stop } from '../../src/engines/processes.js'
import { redisOf, startRedis } from '../../src/engines/redis.js'
import { type EngineOptions, type Engines, useEngines } from '../../src/engines/session.js'
import { readState, writeState } from '../../src/engines/state.js'
import { waitFor } from '../../src/engines/wait.js'

const { home, environment } = readConfig()
let data: string
let lines: string[]
let open: Engines[]

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'bayan-session-'))
  lines = []
  open = []
})

afterEach(async () => {
  for (const engines of open) await engines.release()
  await removeFolder(join(data, 'local'))
  await removeFolder(data)
})

async function use(options: Partial<EngineOptions> = {}): Promise<Engines> {
  const report = (line: string) => lines.push(line)
  const elasticsearchUrl = inject('elasticsearchUrl')
  const engines = await useEngines({ home, data, environment, elasticsearchUrl, report, ...options })
  open.push(engines)
  return engines
}

async function redisState() {
  const state = await readState(data)
  return state?.way === 'local' ? state.engines.redis : undefined
}

async function eventually(check: () => Promise<unknown>): Promise<void> {
  while (!(await check().catch(() => false))) await sleep(100)
}

describe('one program', () => {
  test('with both URLs nothing is started', async () => {
    const { way, release } = await use({ redisUrl: inject('redisUrl') })
    expect(way).toBe('urls')
    await release()
    expect(await readdir(data)).toEqual([])
  })

  test('with one URL only the other engine is started; it keeps what it accepts and stops at the end', async () => {
    const { redisUrl, elasticsearchUrl, way, release } = await use()
    expect({ way, elasticsearchUrl }).toEqual({ way: 'local', elasticsearchUrl: inject('elasticsearchUrl') })
    await checkRedis(redisUrl)
    await release()
    await expect(checkRedis(redisUrl)).rejects.toMatchObject({ code: 'REDIS_AWAY' })
    expect(await readdir(join(data, 'leases'))).toEqual([])
  })

  test('without any way there is one sentence that names three', async () => {
    await expect(use({ environment: { PATH: data } })).rejects.toMatchObject({
      code: 'ENGINES_MISSING',
      message: expect.stringMatching(/REDIS_URL.*Maven.*Docker/),
    })
  })

  test('both engines run under a folder that nobody else may enter', async () => {
    await chmod(data, 0o700)
    const { elasticsearchUrl, redisUrl, release } = await use({ elasticsearchUrl: undefined })
    expect(await checkElasticsearch(elasticsearchUrl)).toMatch(/^9\./)
    await checkRedis(redisUrl)
    const moved = await access(join(data, 'local.elsewhere')).then(
      () => true,
      () => false,
    )
    expect(moved).toBe((await engineUser()) !== undefined)
    await release()
  })

  test('a start that is called off leaves nothing running', async () => {
    const abort = new AbortController()
    const report = (line: string) => line.startsWith('Starting') && abort.abort()
    await expect(use({ signal: abort.signal, elasticsearchUrl: undefined, report })).rejects.toThrow(/abort/i)
    expect(await readState(data)).toBeUndefined()
  })
})

test('where only Docker is, its containers are started on free ports, and stopped by the last one', async () => {
  const docker = join(data, 'docker')
  await writeFile(
    docker,
    `#!/bin/sh\necho "$ELASTICSEARCH_PORT $REDIS_PORT $*" >> ${data}/calls\necho 28.2.2\n`,
    { mode: 0o755 },
  )
  const { way, elasticsearchUrl, redisUrl, release } = await use({
    environment: { PATH: data },
    elasticsearchUrl: undefined,
  })
  await release()
  const calls = (await readFile(join(data, 'calls'), 'utf8')).split('\n')
  const [, up = '', down = ''] = calls.filter((call) => call.includes('compose'))
  const [, ports = '', project = ''] =
    /^(\d+ \d+) .* -p (\S+) up -d --wait elasticsearch redis$/.exec(up) ?? []
  expect(way).toBe('docker')
  expect([elasticsearchUrl, redisUrl].map((url) => new URL(url).port).join(' ')).toBe(ports)
  expect(down).toMatch(new RegExp(`-p ${project} stop$`))
})

describe('two programs', () => {
  test('share the engines, and the last one stops them', async () => {
    const [first, second] = await Promise.all([use(), use()])
    expect(first?.redisUrl).toBe(second?.redisUrl)
    await first?.release()
    await checkRedis(second?.redisUrl ?? '')
    await second?.release()
    await expect(checkRedis(second?.redisUrl ?? '')).rejects.toMatchObject({ code: 'REDIS_AWAY' })
  })

  test('the engines of one that was killed are taken over by the next, which stops them', async () => {
    const holder = join(data, 'holder.mts')
    const options = { home, data, elasticsearchUrl: inject('elasticsearchUrl') }
    const session = new URL('../../src/engines/session.ts', import.meta.url)
    await writeFile(
      holder,
      `import { useEngines } from ${JSON.stringify(session.href)}
       const engines = await useEngines({ ...${JSON.stringify(options)}, environment: process.env, report: () => {} })
       console.log(engines.redisUrl)
       setInterval(() => {}, 1000)`,
    )
    const child = spawn(process.execPath, ['--import', 'tsx', holder], {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [url] = await once(child.stdout.setEncoding('utf8'), 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const { redisUrl, release } = await use()
    expect(redisUrl).toBe(url.trim())
    await release()
    await expect(checkRedis(redisUrl)).rejects.toMatchObject({ code: 'REDIS_AWAY' })
  })
})

describe('after a crash', () => {
  test('an engine that is killed while it is used comes back at its address', async () => {
    const { redisUrl } = await use()
    const before = await redisState()
    process.kill(before?.pid ?? 0, 'SIGKILL')
    await eventually(async () => (await redisState())?.pid !== before?.pid && (await checkRedis(redisUrl)))
    expect(lines).toContain('An engine ended; starting it again.')
  })

  test('a note about engines that are gone is not believed, and a stranger with their number is left alone', async () => {
    const stranger = spawn('sleep', ['60'], { detached: true })
    await once(stranger, 'spawn')
    const gone = { pid: stranger.pid ?? 0, marker: 'bayan', url: 'redis://127.0.0.1:0' }
    await writeState(data, { way: 'local', engines: { redis: gone, elasticsearch: gone } })
    const { redisUrl, release } = await use()
    await checkRedis(redisUrl)
    await release()
    expect(await isRunning({ ...gone, marker: 'sleep' })).toBe(true)
    stranger.kill()
  })

  test('a note that is not whole is no obstacle', async () => {
    await writeFile(join(data, 'running.json'), '{"way":"lo')
    await checkRedis((await use()).redisUrl)
  })
})

test('where no Redis is installed, the one that Maven brings runs', async () => {
  const user = await engineUser()
  const found = await findTools({ environment, user })
  const { folder } = await assemble(join(home, 'engines'), {
    found,
    environment,
    user,
    report: () => undefined,
  })
  const place = await makeFolder(join(data, 'local'), user)
  const start = { program: await redisOf(folder), folder: join(place, 'redis'), environment, user }
  const running = await startRedis(start)
  await waitFor({ name: 'redis', running, log: join(place, 'redis.log') })
  expect(await checkRedis(running.url)).toMatch(/^6\./)
  await stop(running)
})
