/** What does a reader do with its life? It takes one question after another, and ends with whoever asks. */
import { createHash } from 'node:crypto'
import { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { BayanError } from '../../src/errors.js'
import { take } from '../../src/index/take.js'
import type { Analysis, RecognitionLimits, SourceFile } from '../../src/model.js'
import { type Answer, type Question, toFailure } from './messages.js'
import { watchOver } from './watch.js'

type Analyse = (file: SourceFile, signal?: AbortSignal, recognition?: RecognitionLimits) => Promise<Analysis>

/** Questions and answers go through file descriptor 3. @param megabytes most that this process may hold in memory */
export async function serve(analyse: Analyse, megabytes: number): Promise<never> {
  const channel = new Socket({ fd: 3 })
  const say = (message: object) => channel.write(`${JSON.stringify(message)}\n`)
  watchOver(megabytes)
  say({ ready: true })
  for await (const line of createInterface({ input: channel })) say(await answer(analyse, JSON.parse(line)))
  process.exit()
}

async function answer(analyse: Analyse, question: Question): Promise<Answer> {
  const found = await read(analyse, question).then((analysis) => ({ analysis }), toFailure)
  return { ...found, resident: process.memoryUsage.rss() }
}

async function read(
  analyse: Analyse,
  { name, path, sha256, limit, recognition }: Question,
): Promise<Analysis> {
  try {
    const bytes = await take(path, limit)
    if (sha256 && createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new BayanError('FILE_MISSING')
    return await analyse({ name, bytes }, undefined, recognition)
  } catch (error) {
    const lost = sha256 && error instanceof BayanError && error.code === 'FILE_MISSING'
    throw lost ? new BayanError('BYTES_MISSING', { sha256 }, error) : error
  }
}
