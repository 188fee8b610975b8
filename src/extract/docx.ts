/** What does a Word file (.docx) say? Its paragraphs with the numbers that Word prints, its tables as rows, its notes at the end. */
import { BayanError } from '../errors.js'
import { readXml } from './archive/xml.js'
import { type Archive, openArchive, partNamed } from './archive/zip.js'
import { bodyReader } from './docx/body.js'
import { readNumbering } from './docx/lists.js'
import type { Extractor } from './extractor.js'
import { filled, noteLines } from './sheet.js'
import type { Numberer } from './word/numbering.js'

const NOTES: [part: string, element: string][] = [
  ['footnotes', 'w:footnote'],
  ['endnotes', 'w:endnote'],
]

/** @throws BayanError FORMAT_UNKNOWN, FILE_DAMAGED, ARCHIVE_BOMB, MARKUP_TOO_DEEP */
export const docx: Extractor = async (file, signal) => {
  signal?.throwIfAborted()
  const archive = await openArchive(file.bytes)
  const document = partNamed(archive, 'document')
  if (!document) throw new BayanError('FORMAT_UNKNOWN', { path: file.name, kind: 'zip' })
  const numberOf = await readNumbering(archive)
  const { sheet, ...handlers } = bodyReader(numberOf)
  await readXml(archive, document, handlers)
  signal?.throwIfAborted()
  for (const [part, element] of NOTES)
    sheet.pages.at(-1)?.lines.push(...(await notesOf(archive, part, element, numberOf)))
  return { format: 'docx', pages: filled(sheet.pages), paged: sheet.paged(), warnings: [] }
}

async function notesOf(
  archive: Archive,
  part: string,
  element: string,
  numberOf: Numberer,
): Promise<string[]> {
  const notes: string[][] = []
  const { sheet: _, ...handlers } = bodyReader(numberOf, element, (lines) => notes.push(lines))
  await readXml(archive, partNamed(archive, part), handlers)
  return notes.flatMap((lines, at) => noteLines(at + 1, lines))
}
