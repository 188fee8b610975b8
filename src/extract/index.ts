/** Which text, in reading order, is in these bytes? Finds out their kind and hands them to the extractor that reads it. */
import { BayanError } from '../errors.js'
import type { Extracted, SourceFile } from '../model.js'
import { docx } from './docx.js'
import type { Extractor } from './extractor.js'
import { html } from './html.js'
import { pdf } from './pdf.js'
import { sniff } from './sniff.js'
import { text } from './text.js'

/** In order of preference. A new format is one file and one line here. */
const EXTRACTORS: Extractor[] = [pdf, docx, html, text]

/** @throws BayanError FILE_EMPTY, those of each format, FILE_BINARY, FORMAT_UNKNOWN; the reason of `signal` when it is aborted */
export async function extract(file: SourceFile, signal?: AbortSignal): Promise<Extracted> {
  signal?.throwIfAborted()
  if (file.bytes.length === 0) throw new BayanError('FILE_EMPTY', { path: file.name })
  const kind = sniff(file.bytes)
  const extractor = EXTRACTORS.find((candidate) => candidate.accepts(kind))
  if (!extractor) throw new BayanError('FORMAT_UNKNOWN', { path: file.name, kind })
  const extracted = await extractor.extract(file, signal)
  if (!hasText(extracted)) throw new BayanError('FILE_EMPTY', { path: file.name })
  return extracted
}

function hasText(extracted: Extracted): boolean {
  return extracted.pages.some((page) => page.lines.some((line) => /[\p{L}\p{N}]/u.test(line)))
}
