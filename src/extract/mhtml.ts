/**
 * What does a page say that was saved with its pictures in one file (.mhtml, RFC 2557), or a letter (.eml)? Of a saved page the
 * first part that is a page is read, and where that is only the frame of others, the longest of those; what it shows in a frame
 * beside its text is none of it. Of a letter its text is read, and not what is attached.
 */
import { BayanError } from '../errors.js'
import type { Extracted, Warning } from '../model.js'
import { decodeBytes } from './code-pages.js'
import type { Extractor } from './extractor.js'
import { html, part } from './html.js'
import { text } from './text.js'

type Part = { head: string; body: string }

const HEAD_END = /\r?\n\r?\n/
const BOUNDARY = /boundary=(?:"([^"]+)"|([^"\s;]+))/i
const PAGE = /^content-type:\s*text\/html/im
const CHARSET = /charset="?([\w-]+)"?/i
const ENCODING = /^content-transfer-encoding:\s*([\w-]+)/im

const PLAIN = /^content-type:\s*text\/plain/im
const ATTACHED = /^content-disposition:\s*attachment/im
/** A line that ends in a blank goes on in the next one (RFC 3676). */
const FLOWED = /format="?flowed/i
const SOFT_BREAK = / \r?\n/g
/** Parts of parts of a letter. */
const DEEPEST = 10

/** @throws BayanError FILE_DAMAGED, and those of a page */
export const mhtml: Extractor = async (file, signal) => {
  const pages = partsOf(Buffer.from(file.bytes).toString('latin1')).filter(({ head }) => PAGE.test(head))
  if (pages.length === 0) throw new BayanError('FILE_DAMAGED', { reason: 'the saved page has no text' })
  const read: Extracted[] = []
  for (const page of pages) read.push(await part({ ...file, bytes: bytesOf(page) }, signal))
  const longest = read.reduce((one, two) => (lengthOf(two) > lengthOf(one) ? two : one))
  return read.slice(0, 1).find((page) => lengthOf(page) > 0) ?? longest
}

/** @throws BayanError FILE_DAMAGED, and those of a page or a text */
export const mail: Extractor = async (file, signal) => {
  const parts = leavesOf(partOf(Buffer.from(file.bytes).toString('latin1')), 0)
  const [attached, shown] = [parts.filter(isAttached), parts.filter((part) => !isAttached(part))]
  const page = shown.find(({ head }) => PAGE.test(head))
  const body = page ?? shown.find(({ head }) => PLAIN.test(head))
  if (!body) throw new BayanError('FILE_DAMAGED', { reason: 'the message has no text' })
  const bytes = bytesOf(body)
  const flowed = FLOWED.test(body.head)
    ? Buffer.from(Buffer.from(bytes).toString().replace(SOFT_BREAK, ' '))
    : bytes
  const read = await (page ? html : text)({ ...file, bytes: flowed }, signal)
  return { ...read, warnings: attached.length > 0 ? [unread(attached.length)] : [] }
}

function isAttached({ head }: Part): boolean {
  return ATTACHED.test(head) || !(PAGE.test(head) || PLAIN.test(head))
}

function unread(count: number): Warning {
  const message = `The message has parts that are attached (${count}), which were not read; add them as files of their own.`
  return { code: 'ATTACHMENTS_UNREAD', message }
}

/** The parts that hold no others. */
function leavesOf(message: Part, depth: number): Part[] {
  const boundary = boundaryOf(message)
  if (boundary === undefined || depth > DEEPEST) return [message]
  const inner = message.body.split(`--${boundary}`).slice(1)
  return inner
    .filter((one) => !one.startsWith('--'))
    .flatMap((one) => leavesOf(partOf(one.trimStart()), depth + 1))
}

function lengthOf({ pages }: Extracted): number {
  return pages.flatMap(({ lines }) => lines).join('').length
}

/** A page that was saved alone is a message of one part. */
function partsOf(message: string): Part[] {
  const whole = partOf(message)
  const boundary = boundaryOf(whole)
  return boundary ? message.split(`--${boundary}`).slice(1).map(partOf) : [whole]
}

function boundaryOf({ head }: Part): string | undefined {
  const [, quoted, bare] = head.match(BOUNDARY) ?? []
  return quoted ?? bare
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
