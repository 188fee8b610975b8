import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, inject, test } from 'vitest'
import { BayanError } from '../../src/errors.js'
import { connectProducer } from '../../src/queue/connection.js'
import { type Consumer, startConsumer, type Task } from '../../src/queue/consume.js'
import { openProducer } from '../../src/queue/enqueue.js'
import { checkJob, jobId } from '../../src/queue/jobs.js'
import { sha256Of } from '../helpers/index.js'
import { ownPrefix } from '../helpers/prefix.js'

const prefix = ownPrefix()
const other = ownPrefix()
const third = ownPrefix()
/** Milliseconds; a lock is renewed every five seconds. */
const LONGER_THAN_A_LOCK_WAITS = 6_000

function job(text: string) {
  return { sha256: sha256Of(text), analysisVersion: 1, name: `${text}.txt` }
}

const nothing = () => {}

function consume(
  prefix: string,
  handle: (task: Task) => Promise<void>,
  onAway: (error: Error) => void = nothing,
): Consumer {
  return startConsumer({
    url: inject('redisUrl'),
    prefix,
    concurrency: 2,
    handle,
    onReady: nothing,
    onAway,
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

test('a job that was lost to another worker is not taken for an absent Redis', {
  timeout: 30_000,
}, async () => {
  const producer = await openProducer(inject('redisUrl'), third)
  await producer.add([job('a')])
  const away: string[] = []
  let begun = false
  let go = nothing
  const gate = new Promise<void>((resolve) => {
    go = resolve
  })
  const handle = async () => {
    begun = true
    await gate
  }
  const consumer = consume(third, handle, ({ message }) => away.push(message))
  await expect.poll(() => begun).toBe(true)
  const redis = await connectProducer(inject('redisUrl'))
  expect(await redis.del(`${third}:ingest:${jobId(job('a'))}:lock`)).toBe(1)
  await sleep(LONGER_THAN_A_LOCK_WAITS)
  expect(away).toEqual([])
  go()
  redis.disconnect()
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
  expect(error).toMatchObject({
    code: 'REDIS_AWAY',
    message: expect.stringContaining(`127.0.0.1:${port} does not answer (connect ECONNREFUSED`),
  })
  expect((error as Error).message).not.toContain('secret')
})

test('a job holds a name and a number, nothing else passes', () => {
  expect(checkJob(job('a'))).toEqual(job('a'))
  expect(jobId(job('a'))).toMatch(/^[0-9a-f]{64}-v1$/)
  for (const bad of [{}, { ...job('a'), sha256: 'x' }, { ...job('a'), analysisVersion: 0 }, undefined]) {
    expect(() => checkJob(bad)).toThrow(expect.objectContaining({ code: 'USAGE' }))
  }
})
