/** What does a saved web page say? The text of its main part, with the numbers that a browser prints before list items. */
import { Parser } from 'htmlparser2'
import { BayanError } from '../errors.js'
import type { SourceFile } from '../model.js'
import { decode } from './charset.js'
import { decodeBytes } from './code-pages.js'
import type { Extractor } from './extractor.js'
import type { Line } from './html/line.js'
import { mainPart } from './html/main-part.js'
import { pageReader } from './html/page.js'
import { spaceDivides } from './white.js'

const SLICE = 64 * 1024
/** Tags left open by careless tools nest too, so this is far above what anyone writes. */
const DEEPEST = 3000
const META_BYTES = 4096
const META = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i
/** Pages in Arabic are often declared with these by their tools; then the bytes tell better. */
const LATIN = /^(?:iso-8859-1|latin1|windows-1252|us-ascii)$/i

const FRAMES = /<frameset\b/i

/** @throws BayanError FILE_BINARY, MARKUP_TOO_DEEP, PAGE_OF_FRAMES */
export const html: Extractor = async (file, signal) => {
  const page = await part(file, signal)
  const isEmpty = page.pages.every(({ lines }) => lines.length === 0)
  if (isEmpty && FRAMES.test(textOf(file))) throw new BayanError('PAGE_OF_FRAMES')
  return page
}

/** A page that others may stand beside. @throws BayanError FILE_BINARY, MARKUP_TOO_DEEP */
export const part: Extractor = async (file, signal) => {
  const lines = linesOf(textOf(file), signal)
  return { format: 'html', pages: [{ lines }], paged: false, warnings: [] }
}

function linesOf(markup: string, signal?: AbortSignal): string[] {
  const page = pageReader()
  const parser = new Parser({ onopentag: open, ontext: page.text, onclosetag: close })
  let depth = 0
  function open(name: string, attributes: Record<string, string>): void {
    depth += 1
    if (depth > DEEPEST) throw new BayanError('MARKUP_TOO_DEEP', { limit: DEEPEST })
    page.open(name, attributes)
  }
  function close(name: string): void {
    depth -= 1
    page.close(name)
  }
  for (let at = 0; at < markup.length; at += SLICE) {
    signal?.throwIfAborted()
    parser.write(markup.slice(at, at + SLICE))
  }
  parser.end()
  return spaced(mainPart(page.lines()))
}

/**
 * The lines with blank ones where the page shows a gap. Space around paragraphs is such a gap unless the author
 * divides by empty ones: then his styles leave no space, as word processors write their pages.
 */
function spaced(lines: Line[]): string[] {
  const count = (gap: Line['gap']) => lines.filter((line) => line.gap === gap).length
  const divides = spaceDivides({ blank: count('blank'), space: count('space') })
    ? ['blank', 'space']
    : ['blank']
  return lines.flatMap(({ text, gap }) => (divides.includes(gap) ? ['', text] : [text]))
}

/** Strict UTF-8 first, for a wrong declaration is commoner than text that is UTF-8 by chance. */
function textOf({ name, bytes }: SourceFile): string {
  const head = Buffer.from(bytes.subarray(0, META_BYTES)).toString('latin1')
  const label = head.match(META)?.slice(1).find(Boolean)
  const text =
    decoded(bytes, 'utf-8') ?? (label && !LATIN.test(label) ? decoded(bytes, label) : null) ?? decode(bytes)
  if (text === null) throw new BayanError('FILE_BINARY', { path: name })
  return text
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    const text = decodeBytes(bytes, label, { fatal: true })
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
