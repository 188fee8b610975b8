import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { expect, inject, test } from 'vitest'
import { BayanError } from '../../src/errors.js'
import { type Consumer, startConsumer, type Task } from '../../src/queue/consume.js'
import { openProducer } from '../../src/queue/enqueue.js'
import { checkJob, jobId } from '../../src/queue/jobs.js'
import { sha256Of } from '../helpers/index.js'
import { ownPrefix } from '../helpers/prefix.js'

const prefix = ownPrefix()
const other = ownPrefix()

function job(text: string) {
  return { sha256: sha256Of(text), analysisVersion: 1, name: `${text}.txt` }
}

function consume(prefix: string, handle: (task: Task) => Promise<void>): Consumer {
  const nothing = () => {}
  return startConsumer({
    url: inject('redisUrl'),
    prefix,
    concurrency: 2,
    handle,
    onReady: nothing,
    onAway: nothing,
    onError: nothing,
  })
}

test('a content is one job, however often it is handed in; done, it leaves nothing behind', async () => {
  const producer = await openProducer(inject('redisUrl'), prefix)
  await producer.add([job('a'), job('b'), job('a')])
  await producer.add([job('b')])
  expect(await producer.state()).toMatchObject({ waiting: 2, working: 0 })
  const met: string[] = []
  const consumer = consume(prefix, async (task) => void met.push(task.job.name))
  await expect.poll(() => producer.state()).toMatchObject({ waiting: 0, working: 0, oldestSeconds: 0 })
  expect(met.sort()).toEqual(['a.txt', 'b.txt'])
  await producer.add([job('a')])
  await expect.poll(() => met.length).toBe(3)
  await consumer.close(1000)
  await producer.close()
})

test('what is being worked on is told with its stage; what cannot be done now goes back', async () => {
  const producer = await openProducer(inject('redisUrl'), other)
  await producer.add([job('a')])
  const attempts: number[] = []
  let go = () => {}
  const gate = new Promise<void>((resolve) => {
    go = resolve
  })
  const consumer = consume(other, async (task) => {
    attempts.push(task.attempts)
    task.at('analyse')
    await gate
    if (task.attempts === 1) throw new BayanError('ABORTED')
  })
  await expect
    .poll(() => producer.working())
    .toEqual([{ sha256: sha256Of('a'), stage: 'analyse', attempts: 1 }])
  expect(await producer.workers()).toBe(1)
  go()
  await expect.poll(() => attempts).toEqual([1, 2])
  await expect.poll(() => producer.state()).toMatchObject({ waiting: 0, working: 0 })
  await consumer.close(1000)
  await producer.close()
})

test('Redis that is away is told at once, by address and without its password', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  const error = await openProducer(`redis://user:secret@127.0.0.1:${port}`, prefix).catch(
    (error: unknown) => error,
  )
  expect(error).toMatchObject({ code: 'REDIS_AWAY', message: expect.stringContaining(`127.0.0.1:${port}`) })
  expect((error as Error).message).not.toContain('secret')
})

test('a job holds a name and a number, nothing else passes', () => {
  expect(checkJob(job('a'))).toEqual(job('a'))
  expect(jobId(job('a'))).toMatch(/^[0-9a-f]{64}-v1$/)
  for (const bad of [{}, { ...job('a'), sha256: 'x' }, { ...job('a'), analysisVersion: 0 }, undefined]) {
    expect(() => checkJob(bad)).toThrow(expect.objectContaining({ code: 'USAGE' }))
  }
})
