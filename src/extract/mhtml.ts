/** What does a page say that was saved with its pictures in one file (.mhtml, RFC 2557)? Its first part that is a page is read. */
import { BayanError } from '../errors.js'
import type { Extractor } from './extractor.js'
import { html } from './html.js'

type Part = { head: string; body: string }

const HEAD_END = /\r?\n\r?\n/
const BOUNDARY = /boundary="?([^"\s;]+)"?/i
const PAGE = /^content-type:\s*text\/html/im
const CHARSET = /charset="?([\w-]+)"?/i
const ENCODING = /^content-transfer-encoding:\s*([\w-]+)/im

/** @throws BayanError FILE_DAMAGED, and those of a page */
export const mhtml: Extractor = async (file, signal) => {
  const page = partsOf(Buffer.from(file.bytes).toString('latin1')).find(({ head }) => PAGE.test(head))
  if (!page) throw new BayanError('FILE_DAMAGED', { reason: 'the saved page has no text' })
  const bytes = contentOf(page)
  const charset = page.head.match(CHARSET)?.[1]
  return html({ ...file, bytes: charset ? inUtf8(bytes, charset) : bytes }, signal)
}

function partsOf(message: string): Part[] {
  const [head = ''] = message.split(HEAD_END, 1)
  const boundary = head.match(BOUNDARY)?.[1]
  if (!boundary) return []
  return message.split(`--${boundary}`).slice(1).map(partOf)
}

function partOf(text: string): Part {
  const from = text.search(HEAD_END)
  const head = from < 0 ? text : text.slice(0, from)
  return { head: head.replace(/\r?\n[ \t]+/g, ' '), body: from < 0 ? '' : text.slice(from).trimStart() }
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
    return Buffer.from(new TextDecoder(charset).decode(bytes))
  } catch {
    return bytes
  }
}
