/** What does a Word file (.docx) say? Its paragraphs with the numbers that Word prints, its tables as rows, its notes at the end. */
import { BayanError } from '../errors.js'
import { bodyReader } from './docx/body.js'
import { type Numberer, readNumbering } from './docx/numbering.js'
import { readXml } from './docx/xml.js'
import { type Archive, openArchive } from './docx/zip.js'
import type { Extractor } from './extractor.js'

const DOCUMENT = 'word/document.xml'
const NOTES: [part: string, element: string][] = [
  ['word/footnotes.xml', 'w:footnote'],
  ['word/endnotes.xml', 'w:endnote'],
]

/** @throws BayanError FORMAT_UNKNOWN, FILE_DAMAGED, ARCHIVE_BOMB, MARKUP_TOO_DEEP */
export const docx: Extractor = async (file, signal) => {
  signal?.throwIfAborted()
  const archive = await openArchive(file.bytes)
  if (!archive.names.has(DOCUMENT)) throw new BayanError('FORMAT_UNKNOWN', { path: file.name, kind: 'zip' })
  const numberOf = await readNumbering(archive)
  const body = bodyReader(numberOf)
  await readXml(archive, DOCUMENT, body)
  signal?.throwIfAborted()
  for (const [part, element] of NOTES)
    body.pages.at(-1)?.lines.push(...(await notesOf(archive, part, element, numberOf)))
  const pages = body.pages.filter(({ lines }, index) => index === 0 || lines.length > 0)
  return { format: 'docx', pages, paged: body.paged(), warnings: [] }
}

async function notesOf(
  archive: Archive,
  part: string,
  element: string,
  numberOf: Numberer,
): Promise<string[]> {
  const notes = bodyReader(numberOf, element)
  await readXml(archive, part, notes)
  return notes.pages.flatMap(({ lines }) => lines)
}
