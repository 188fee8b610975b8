/** What text is in a plain text file? The shortest extractor: the one to copy for a new format. */
import { BayanError } from '../errors.js'
import { decode } from './charset.js'
import type { Extractor } from './extractor.js'

const PAGE_BREAK = '\f'
const LINE_BREAK = /\r\n?|\n|\v|\u0085|\u2028|\u2029/

/** @throws BayanError FILE_BINARY */
export const text: Extractor = async (file) => {
  const content = decode(file.bytes)
  if (content === null) throw new BayanError('FILE_BINARY', { path: file.name })
  const pages = content.split(PAGE_BREAK).map((page) => ({ lines: page.split(LINE_BREAK) }))
  return { format: 'txt', pages, paged: pages.length > 1, warnings: [] }
}
