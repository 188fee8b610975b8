/** Which files does a request bring? One after the other, never a whole one in memory; what is wrong with one stops no other. */
import type { FastifyRequest } from 'fastify'
import type { FileRow } from '../elastic/listing.js'
import { BayanError } from '../errors.js'
import type { Files } from '../intake/files.js'

/** A file that was sent: accepted, with the address where it can be followed, or refused, with the reason. */
export type Sent = Partial<FileRow> & { path: string; url?: string }
export type Received = {
  total: number
  byOutcome: Record<string, number>
  files: Sent[]
}

/** Milliseconds without a byte after which the sender is taken for gone. */
const STALLED_AFTER = 30_000
/** Files of one request. */
const MOST_FILES = 1000

/**
 * @param limit largest file, in bytes
 * @returns what became of each file, and the first error where none was accepted
 * @throws BayanError UPLOAD_MISSING, UPLOAD_BROKEN, ELASTICSEARCH_AWAY; what was accepted before stays accepted
 */
export async function receive(
  request: FastifyRequest,
  files: Files,
  limit: number,
): Promise<{ sent: Received; error?: BayanError }> {
  const sent: Sent[] = []
  const errors: BayanError[] = []
  for await (const { name, stream } of request.isMultipart() ? parts(request) : body(request, limit)) {
    try {
      const row = await files.upload(name, unstalled(stream, request))
      sent.push({ ...row, url: `/api/files/${row.id}` })
    } catch (error) {
      if (!(error instanceof BayanError) || error.retryable) throw error
      errors.push(error)
      sent.push({ path: name ?? '', outcome: 'failed', code: error.code, message: error.message })
    }
  }
  if (sent.length === 0) throw new BayanError('UPLOAD_MISSING')
  return { sent: report(sent), error: errors.length === sent.length ? errors[0] : undefined }
}

type Part = { name: string | undefined; stream: AsyncIterable<Buffer> }

async function* parts(request: FastifyRequest): AsyncGenerator<Part> {
  const limits = { fileSize: Number.POSITIVE_INFINITY, files: MOST_FILES }
  try {
    for await (const { filename, file } of request.files({ limits, throwFileSizeLimit: false })) {
      // A form whose field was left empty.
      if (filename === '' || filename === undefined) file.resume()
      else yield { name: filename, stream: file }
    }
  } catch (error) {
    throw unreadable(error)
  }
}

/** What takes a form apart throws plain errors at one that is no form. */
function unreadable(error: unknown): unknown {
  if (!(error instanceof Error) || 'code' in error) return error
  return new BayanError('QUERY_INVALID', { reason: `The form cannot be read (${error.message}).` }, error)
}

/** Whoever announces too much need not send it. */
async function* body(request: FastifyRequest, limit: number): AsyncGenerator<Part> {
  const name = nameIn(request)
  const bytes = Number(request.headers['content-length'] ?? 0)
  if (bytes > limit) throw new BayanError('FILE_TOO_LARGE', { path: name ?? 'The body', bytes, limit })
  const stream = request.body as AsyncIterable<Buffer> | null | undefined
  if (stream) yield { name, stream }
}

/** `?name=`, or the header `X-File-Name`, in which other letters than those of ASCII are percent-encoded. */
function nameIn(request: FastifyRequest): string | undefined {
  const { name } = request.query as { name?: string }
  const header = request.headers['x-file-name']
  if (name || typeof header !== 'string') return name
  try {
    return decodeURIComponent(header)
  } catch {
    return header
  }
}

/** Whoever sends nothing for a while is gone: that ends the request. */
async function* unstalled(stream: AsyncIterable<Buffer>, { raw }: FastifyRequest): AsyncGenerator<Buffer> {
  const late = setTimeout(() => raw.destroy(), STALLED_AFTER)
  try {
    for await (const chunk of stream) {
      yield chunk
      late.refresh()
    }
  } finally {
    clearTimeout(late)
  }
}

function report(files: Sent[]): Received {
  const byOutcome: Record<string, number> = {}
  for (const { outcome = 'failed' } of files) byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1
  return { total: files.length, byOutcome, files }
}
