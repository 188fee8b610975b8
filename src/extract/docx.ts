/** What does a Word file (.docx) say? Its paragraphs with the numbers that Word prints, its tables as rows, its notes at the end. */
import { BayanError } from '../errors.js'
import type { Extracted, SourceFile } from '../model.js'
import { flatArchive } from './archive/flat.js'
import { readXml } from './archive/xml.js'
import { type Archive, fullBudget, openArchive, partNamed } from './archive/zip.js'
import { bodyReader } from './docx/body.js'
import { chunkLine, withChunks } from './docx/chunks.js'
import { readLists } from './docx/lists.js'
import { readStyles } from './docx/styles.js'
import type { Extractor } from './extractor.js'
import { filled, noteLines } from './sheet.js'
import { createTables, numbererOf } from './word/numbering.js'

const NOTES: [part: string, element: string][] = [
  ['footnotes', 'w:footnote'],
  ['endnotes', 'w:endnote'],
]

/**
 * One inside of another one is read too, from the same budget; one inside of that is left out, so that there is an end.
 * @throws BayanError FORMAT_UNKNOWN, FILE_DAMAGED, ARCHIVE_BOMB, MARKUP_TOO_DEEP
 */
export const docx: Extractor = async (file, signal) => {
  const budget = fullBudget()
  const inner: Extractor = async (part) => read(part, await openArchive(part.bytes, budget), nothing, signal)
  return read(file, await openArchive(file.bytes, budget), inner, signal)
}

/** The same in one file of XML. @throws BayanError FORMAT_UNKNOWN, FILE_DAMAGED, MARKUP_TOO_DEEP */
export const flatDocx: Extractor = async (file, signal) =>
  read(file, flatArchive(file.bytes), nothing, signal)

const nothing: Extractor = async () => ({ format: 'docx', pages: [], paged: false, warnings: [] })

async function read(
  file: SourceFile,
  archive: Archive,
  nested: Extractor,
  signal?: AbortSignal,
): Promise<Extracted> {
  signal?.throwIfAborted()
  const document = partNamed(archive, 'document')
  if (!document) throw new BayanError('FORMAT_UNKNOWN', { path: file.name, kind: 'zip' })
  const tables = createTables()
  await readLists(archive, tables)
  const looks = await readStyles(archive, tables)
  const { defaultStyle } = tables
  const means = { numberOf: numbererOf(tables), looks, defaultStyle, references: [], chunk: chunkLine }
  const { sheet, ...handlers } = bodyReader(means)
  await readXml(archive, document, handlers)
  signal?.throwIfAborted()
  const pages = filled(sheet.pages)
  for (const page of pages) page.lines = await withChunks(archive, page.lines, nested, signal)
  pages.at(-1)?.lines.push(...(await notesOf(archive, means)))
  return { format: 'docx', pages, paged: sheet.paged(), warnings: [] }
}

/** In the order in which the text refers to them; a note to text that was taken out is not printed. */
async function notesOf(archive: Archive, means: Parameters<typeof bodyReader>[0]): Promise<string[]> {
  const notes = new Map<string, string[]>()
  for (const [part] of NOTES) {
    const { sheet: _, ...handlers } = bodyReader({ ...means, references: [] }, (reference, lines) =>
      notes.set(reference, lines),
    )
    await readXml(archive, partNamed(archive, part), handlers)
  }
  return NOTES.flatMap(([, element]) =>
    means.references
      .filter((reference) => reference.startsWith(`${element} `))
      .flatMap((reference, at) => noteLines(at + 1, notes.get(reference) ?? [])),
  )
}
