/**
 * Reads XML as a stream of starts, texts and ends. A document type, and so every entity that it could
 * define, is refused; nothing is ever fetched; nesting has an end.
 */
import { SaxesParser } from 'saxes'
import { BayanError } from '../../errors.js'
import type { Archive } from './zip.js'

const DEEPEST = 500

export type Attributes = Record<string, string>

export type Handlers = {
  start(name: string, attributes: Attributes): void
  text?(text: string): void
  end(name: string): void
}

/** A part that is not there has nothing to say. Names keep their usual prefixes (`w:p`). @throws BayanError FILE_DAMAGED, MARKUP_TOO_DEEP, ARCHIVE_BOMB */
export async function readXml(archive: Archive, name: string, handlers: Handlers): Promise<void> {
  if (!archive.names.has(name)) return
  const parser = new SaxesParser()
  const decoder = new TextDecoder('utf-8')
  let depth = 0
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > DEEPEST) throw new BayanError('MARKUP_TOO_DEEP', { limit: DEEPEST })
    handlers.start(tag.name, tag.attributes as Attributes)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handlers.end(tag.name)
  })
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('doctype', () => {
    throw new BayanError('FILE_DAMAGED', { reason: `${name} declares a document type` })
  })
  parser.on('error', (error) => {
    throw new BayanError('FILE_DAMAGED', { reason: `${name}: ${error.message}` }, error)
  })
  await archive.read(name, (chunk) => void parser.write(decoder.decode(chunk, { stream: true })))
  parser.close()
}
