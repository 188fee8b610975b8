/**
 * What do parts of other formats say that a Word file takes in as they are (`w:altChunk`)? Each stands in the text as one line,
 * which gives way to those of the part.
 */

import { readXml } from '../archive/xml.js'
import { type Archive, partNamed } from '../archive/zip.js'
import type { Extractor } from '../extractor.js'
import { html } from '../html.js'
import { mhtml } from '../mhtml.js'
import { rtf } from '../rtf.js'
import { sniff } from '../sniff.js'
import { text } from '../text.js'

const READERS: Record<string, Extractor> = { html, mhtml, rtf, text }
/** Around the id of a part: no text has these. */
const [OPEN, CLOSE] = ['\uFDD0', '\uFDD1']

/** @returns the line that stands for the part until it is read */
export function chunkLine(id: string): string {
  return `${OPEN}${id}${CLOSE}`
}

/**
 * @param docx reads a part that is a Word file itself
 * @returns the lines with those of the parts in their places; a part of a kind that is not read here says nothing
 */
export async function withChunks(
  archive: Archive,
  lines: string[],
  docx: Extractor,
  signal?: AbortSignal,
): Promise<string[]> {
  if (!lines.some((line) => line.startsWith(OPEN))) return lines
  const readers = { ...READERS, docx }
  const targets = await targetsOf(archive)
  const read: string[][] = []
  // One after the other: where one is refused, no other goes on unseen.
  for (const line of lines) {
    const isPart = line.startsWith(OPEN)
    read.push(isPart ? await linesOf(archive, targets.get(line.slice(1, -1)) ?? '', readers, signal) : [line])
  }
  return read.flat()
}

/** What each id of the document stands for: names in the archive. */
async function targetsOf(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  const document = partNamed(archive, 'document').replace(/^word\//, '')
  await readXml(archive, `word/_rels/${document}.rels`, {
    start: (_, { Id = '', Target = '' }) =>
      void targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `word/${Target}`),
    end: () => undefined,
  })
  return targets
}

async function linesOf(
  archive: Archive,
  name: string,
  readers: Record<string, Extractor>,
  signal?: AbortSignal,
): Promise<string[]> {
  const parts: Buffer[] = []
  await archive.read(name, (part) => void parts.push(part))
  const bytes = Buffer.concat(parts)
  const reader = bytes.length > 0 ? readers[sniff(bytes)] : undefined
  if (!reader) return []
  const { pages } = await reader({ name, bytes }, signal)
  return pages.flatMap(({ lines }) => lines)
}
