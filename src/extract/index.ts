/** Which text, in reading order, is in these bytes? Finds out their kind and hands them to the extractor that reads it. */
import { BayanError } from '../errors.js'
import type { Extracted, SourceFile } from '../model.js'
import type { Extractor } from './extractor.js'
import { sniff } from './sniff.js'

/** The extractor of each kind, loaded with its first file. A new format is one file and one line here. */
const EXTRACTORS: Record<string, () => Promise<Extractor>> = {
  pdf: () => import('./pdf.js').then(({ pdf }) => pdf),
  docx: () => import('./docx.js').then(({ docx }) => docx),
  html: () => import('./html.js').then(({ html }) => html),
  text: () => import('./text.js').then(({ text }) => text),
}
/** Bytes of text (UTF-8): more than any document has, and few enough to be handed on. */
const MOST_TEXT = 32 * 1024 * 1024

/**
 * @throws BayanError FILE_EMPTY, those of each format, FILE_BINARY, FORMAT_UNKNOWN, EXTRACT_OUTPUT_TOO_LARGE, EXTRACT_CRASHED;
 * the reason of `signal` when it is aborted
 */
export async function extract(file: SourceFile, signal?: AbortSignal): Promise<Extracted> {
  signal?.throwIfAborted()
  if (file.bytes.length === 0) throw new BayanError('FILE_EMPTY', { path: file.name })
  const kind = sniff(file.bytes)
  if (kind === 'locked') throw new BayanError('FILE_LOCKED')
  const extractor = await EXTRACTORS[kind]?.()
  if (!extractor) throw new BayanError('FORMAT_UNKNOWN', { path: file.name, kind })
  const extracted = await extractor(file, signal).catch((error) => {
    signal?.throwIfAborted()
    throw error instanceof BayanError ? error : crashed(error)
  })
  const lines = extracted.pages.flatMap((page) => page.lines)
  if (!lines.some((line) => /[\p{L}\p{N}]/u.test(line)))
    throw new BayanError('FILE_EMPTY', { path: file.name })
  const size = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0)
  if (size > MOST_TEXT) throw new BayanError('EXTRACT_OUTPUT_TOO_LARGE', { bytes: MOST_TEXT })
  return extracted
}

/** A library stumbled over these bytes. */
function crashed(error: unknown): BayanError {
  return new BayanError(
    'EXTRACT_CRASHED',
    { reason: error instanceof Error ? error.message : String(error) },
    error,
  )
}
