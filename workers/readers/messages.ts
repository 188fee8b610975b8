/** What does the service say to a reader, and a reader to the service? One line of JSON each way for each file. */
import { BayanError, type ErrorCode } from '../../src/errors.js'
import type { Analysis, RecognitionLimits } from '../../src/model.js'

/** Where the bytes of a file lie. */
export type Source = {
  /** For messages; decides nothing. */
  name: string
  /** Absolute. */
  path: string
  /** What the bytes must hash to, where that is known. */
  sha256?: string
}

export type Question = Source & {
  /** Largest file that is read, in bytes. */
  limit: number
  recognition?: RecognitionLimits
}

type Failure = { code: ErrorCode; details: Record<string, unknown> }
/** `resident`: bytes of memory that the reader holds after its work. */
export type Answer = { resident: number } & (
  | { analysis: Analysis }
  | { failure: Failure }
  | { fault: { message: string; stack?: string } }
)

export function toFailure(
  error: unknown,
): { failure: Failure } | { fault: { message: string; stack?: string } } {
  if (error instanceof BayanError) return { failure: { code: error.code, details: error.details } }
  if (!(error instanceof Error)) return { fault: { message: String(error) } }
  return { fault: { message: error.message, stack: error.stack } }
}

/** @throws BayanError the one of the reader; Error for a fault of the program */
export function analysisOf(answer: Answer): Analysis {
  if ('analysis' in answer) return answer.analysis
  if ('failure' in answer) throw new BayanError(answer.failure.code, answer.failure.details)
  throw Object.assign(new Error(answer.fault.message), { stack: answer.fault.stack })
}
