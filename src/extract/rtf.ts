/** What does a Rich Text file (.rtf) say? Its paragraphs with the numbers of their lists, its tables as rows, its notes at the end. */
import type { Extractor } from './extractor.js'
import { rtfReader } from './rtf/reader.js'
import { readTokens } from './rtf/tokens.js'
import { filled } from './sheet.js'

/** @throws BayanError MARKUP_TOO_DEEP */
export const rtf: Extractor = async (file, signal) => {
  const { lines, ...handlers } = rtfReader(file.bytes)
  readTokens(file.bytes, handlers, () => signal?.throwIfAborted())
  const { sheet, notes } = lines()
  sheet.pages.at(-1)?.lines.push(...notes)
  return { format: 'rtf', pages: filled(sheet.pages), paged: sheet.paged(), warnings: [] }
}
