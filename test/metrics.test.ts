import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createLogger } from '../src/log.js'
import { createMetrics, showMetrics } from '../src/metrics.js'
import { measuring } from '../workers/measure.js'

describe('figures', () => {
  test('stages are told one after the other, also where the work fails', async () => {
    const metrics = createMetrics()
    const job = { sha256: 'a'.repeat(64), analysisVersion: 1, name: 'a.txt' }
    const seen: string[] = []
    const task = {
      job,
      attempts: 1,
      deaths: 0,
      signal: new AbortController().signal,
      at: (s: string) => seen.push(s),
    }
    const work = measuring(task, metrics, async ({ at }) => {
      at('read')
      await sleep(1)
      at('analyse')
      throw new Error('broken')
    })
    await expect(work).rejects.toThrow('broken')
    const { text } = await metrics.read()
    expect(seen).toEqual(['read', 'analyse'])
    expect(text).toContain('bayan_stage_seconds_count{stage="read"} 1')
    expect(text).toContain('bayan_stage_seconds_count{stage="analyse"} 1')
  })

  test('files and changes of the index are counted by what became of them', async () => {
    const metrics = createMetrics()
    metrics.file('failed', 'FILE_DAMAGED', 1)
    metrics.bulk({ done: 3, superseded: 1 })
    metrics.bulk({ done: 2 })
    const { text } = await metrics.read()
    expect(text).toContain('bayan_file_seconds_count{outcome="failed",code="FILE_DAMAGED"} 1')
    expect(text).toContain('bayan_index_changes_total{outcome="done"} 5')
  })

  test('a queue that cannot be asked is told as unknown, and the rest still', async () => {
    const metrics = createMetrics()
    metrics.watchQueue(async () => {
      throw new Error('away')
    })
    metrics.stage('read', 1)
    const { text } = await metrics.read()
    expect(text).toContain('bayan_workers Nan')
    expect(text).toContain('bayan_stage_seconds_count{stage="read"} 1')
  })

  test('two processes of one machine show theirs on one setting', async () => {
    const log = createLogger('silent')
    const ports: number[] = []
    const told = { info: ({ port }: { port: number }) => void ports.push(port) } as unknown as typeof log
    const at = { host: '127.0.0.1', metricsPort: 20_000 + Math.floor(Math.random() * 20_000) }
    const shown = [await showMetrics(createMetrics(), at, told), await showMetrics(createMetrics(), at, told)]
    expect(new Set(ports).size).toBe(2)
    for (const port of ports) {
      const answer = await fetch(`http://127.0.0.1:${port}/metrics`)
      expect(await answer.text()).toContain('bayan_stage_seconds')
      expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404)
    }
    for (const { close } of shown) close()
  })

  test('a process that has nothing else to do ends, though a monitor may come', () => {
    const module = join(import.meta.dirname, '../src/metrics.ts')
    const script = `import { createMetrics, showMetrics } from ${JSON.stringify(module)}
      await showMetrics(createMetrics({ process: true }), { host: '127.0.0.1', metricsPort: 21000 }, { info() {} })`
    const args = ['--import', 'tsx', '--input-type=module', '-e', script]
    execFileSync(process.execPath, args, { timeout: 30_000, cwd: join(import.meta.dirname, '..') })
  })
})
