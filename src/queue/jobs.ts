/** What is handed on? The name of a content, never its text: losing the queue loses nothing. */
import Type, { type Static } from 'typebox'
import Value from 'typebox/value'
import { BayanError } from '../errors.js'

export const QUEUE = 'ingest'

const JobSchema = Type.Object({
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  analysisVersion: Type.Integer({ minimum: 1 }),
  /** Path of one place where the bytes lie: its ending hints at the format, and messages name it. */
  name: Type.String({ minLength: 1 }),
})

export type IngestJob = Static<typeof JobSchema>

export type Stage = 'read' | 'analyse' | 'write' | 'conclude'

/** One job for a content and a version of the analysis, however often it is handed in. */
export function jobId({ sha256, analysisVersion }: IngestJob): string {
  return `${sha256}-v${analysisVersion}`
}

/** @throws BayanError USAGE for a job that this code cannot have made */
export function checkJob(data: unknown): IngestJob {
  const [first] = Value.Errors(JobSchema, data)
  if (first)
    throw new BayanError('USAGE', { reason: `A job is malformed: ${first.instancePath} ${first.message}.` })
  return data as IngestJob
}
