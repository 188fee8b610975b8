/**
 * Reads XML as a stream of starts, texts and ends. A document type, and so every entity that it could
 * define, is refused; nothing is ever fetched; nesting has an end.
 */
import { SaxesParser } from 'saxes'
import { BayanError } from '../../errors.js'
import type { Archive } from './zip.js'

const DEEPEST = 500

/** The prefixes that word processors use, by the names that they stand for; a file may have chosen others. */
const PREFIXES: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo',
  'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0': 'svg',
  'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0': 'manifest',
}

export type Attributes = Record<string, string>

export type Handlers = {
  start(name: string, attributes: Attributes): void
  text?(text: string): void
  end(name: string): void
}

/** A part that is not there has nothing to say. Names have their usual prefixes (`w:p`). @throws BayanError FILE_DAMAGED, MARKUP_TOO_DEEP, ARCHIVE_BOMB */
export async function readXml(archive: Archive, name: string, handlers: Handlers): Promise<void> {
  if (!archive.names.has(name)) return
  const { write, end } = xmlReader(name, handlers)
  await archive.read(name, write)
  end()
}

/** @param name for the reader of an error @throws BayanError FILE_DAMAGED, MARKUP_TOO_DEEP */
export function xmlReader(name: string, handlers: Handlers): { write(chunk: Uint8Array): void; end(): void } {
  const parser = new SaxesParser()
  const usual = usualNames()
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let depth = 0
  parser.on('opentag', ({ name: tag, attributes }) => {
    depth += 1
    if (depth > DEEPEST) throw new BayanError('MARKUP_TOO_DEEP', { limit: DEEPEST })
    usual.declare(attributes as Attributes)
    handlers.start(usual.nameOf(tag), usual.attributesOf(attributes as Attributes))
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handlers.end(usual.nameOf(tag.name))
  })
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  parser.on('doctype', () => {
    throw new BayanError('FILE_DAMAGED', { reason: `${name} declares a document type` })
  })
  parser.on('error', (error) => {
    throw new BayanError('FILE_DAMAGED', { reason: `${name}: ${error.message}` }, error)
  })
  return {
    write: (chunk) => {
      decoder ??= new TextDecoder(encodingOf(chunk))
      parser.write(decoder.decode(chunk, { stream: true }))
    },
    end: () => void parser.close(),
  }
}

/** XML is in UTF-8 or begins with the mark of UTF-16. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** Names with the usual prefix instead of that of the file; they are left as they are where both agree. */
function usualNames() {
  const others = new Map<string, string>()
  const nameOf = (name: string) => {
    const at = name.indexOf(':')
    const usual = others.get(at < 0 ? '' : name.slice(0, at))
    return usual === undefined ? name : `${usual}:${name.slice(at + 1)}`
  }
  return {
    declare: (attributes: Attributes) => {
      for (const [name, value] of Object.entries(attributes)) {
        if (!name.startsWith('xmlns')) continue
        const prefix = name.slice('xmlns:'.length)
        const usual = PREFIXES[value]
        if (usual !== undefined && usual !== prefix) others.set(prefix, usual)
      }
    },
    nameOf: (name: string) => (others.size === 0 ? name : nameOf(name)),
    /** One without a prefix belongs to its element. */
    attributesOf: (attributes: Attributes) =>
      others.size === 0
        ? attributes
        : Object.fromEntries(
            Object.entries(attributes).map(([name, value]) => [
              name.includes(':') ? nameOf(name) : name,
              value,
            ]),
          ),
  }
}
