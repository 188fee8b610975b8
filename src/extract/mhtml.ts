/**
 * What does a page say that was saved with its pictures in one file (.mhtml, RFC 2557)? Its first part that is a page is read,
 * and where that is only the frame of others, the longest of those; what it shows in a frame beside its text is none of it.
 */
import { BayanError } from '../errors.js'
import type { Extracted } from '../model.js'
import { decodeBytes } from './code-pages.js'
import type { Extractor } from './extractor.js'
import { html } from './html.js'

type Part = { head: string; body: string }

const HEAD_END = /\r?\n\r?\n/
const BOUNDARY = /boundary=(?:"([^"]+)"|([^"\s;]+))/i
const PAGE = /^content-type:\s*text\/html/im
const CHARSET = /charset="?([\w-]+)"?/i
const ENCODING = /^content-transfer-encoding:\s*([\w-]+)/im

/** @throws BayanError FILE_DAMAGED, and those of a page */
export const mhtml: Extractor = async (file, signal) => {
  const pages = partsOf(Buffer.from(file.bytes).toString('latin1')).filter(({ head }) => PAGE.test(head))
  if (pages.length === 0) throw new BayanError('FILE_DAMAGED', { reason: 'the saved page has no text' })
  const read = await Promise.all(pages.map((page) => html({ ...file, bytes: bytesOf(page) }, signal)))
  const longest = read.reduce((one, two) => (lengthOf(two) > lengthOf(one) ? two : one))
  return read.slice(0, 1).find((page) => lengthOf(page) > 0) ?? longest
}

function lengthOf({ pages }: Extracted): number {
  return pages.flatMap(({ lines }) => lines).join('').length
}

/** A page that was saved alone is a message of one part. */
function partsOf(message: string): Part[] {
  const whole = partOf(message)
  const [, quoted, bare] = whole.head.match(BOUNDARY) ?? []
  const boundary = quoted ?? bare
  return boundary ? message.split(`--${boundary}`).slice(1).map(partOf) : [whole]
}

function partOf(text: string): Part {
  const from = text.search(HEAD_END)
  const head = from < 0 ? text : text.slice(0, from)
  return { head: head.replace(/\r?\n[ \t]+/g, ' '), body: from < 0 ? '' : text.slice(from).trimStart() }
}

function bytesOf(page: Part): Uint8Array {
  const charset = page.head.match(CHARSET)?.[1]
  return charset ? inUtf8(contentOf(page), charset) : contentOf(page)
}

function contentOf({ head, body }: Part): Buffer {
  const encoding = head.match(ENCODING)?.[1]?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const joined = body.replace(/=[ \t]*\r?\n/g, '')
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

/** An unknown name of an encoding is left for the page to find out. */
function inUtf8(bytes: Buffer, charset: string): Uint8Array {
  try {
    return Buffer.from(decodeBytes(bytes, charset))
  } catch {
    return bytes
  }
}
