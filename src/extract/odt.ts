/** What does an OpenDocument text (.odt) say? Its paragraphs with the numbers of their lists, its tables as rows, its notes at the end. */
import { BayanError } from '../errors.js'
import type { Extracted } from '../model.js'
import { type Handlers, readXml, xmlReader } from './archive/xml.js'
import { openArchive } from './archive/zip.js'
import type { Extractor } from './extractor.js'
import { odtReader } from './odt/body.js'
import { createStyles, styleReader } from './odt/styles.js'
import { filled } from './sheet.js'

const LOCKED = 'manifest:encryption-data'

const SLICE = 64 * 1024

/** @throws BayanError FILE_LOCKED, FILE_DAMAGED, ARCHIVE_BOMB, MARKUP_TOO_DEEP */
export const odt: Extractor = async (file, signal) => {
  const archive = await openArchive(file.bytes)
  await readXml(archive, 'META-INF/manifest.xml', {
    start: (name) => {
      if (name === LOCKED) throw new BayanError('FILE_LOCKED')
    },
    end: () => undefined,
  })
  const styles = createStyles()
  await readXml(archive, 'styles.xml', styleReader(styles))
  await readXml(archive, 'content.xml', styleReader(styles))
  signal?.throwIfAborted()
  const reader = odtReader(styles)
  await readXml(archive, 'content.xml', reader)
  return extracted(reader)
}

/** The same in one file of XML (.fodt). @throws BayanError FILE_DAMAGED, MARKUP_TOO_DEEP */
export const flatOdt: Extractor = async ({ name, bytes }, signal) => {
  const read = (handlers: Handlers) => {
    const { write, end } = xmlReader(name, handlers)
    for (let at = 0; at < bytes.length; at += SLICE) {
      signal?.throwIfAborted()
      write(bytes.subarray(at, at + SLICE))
    }
    end()
  }
  const styles = createStyles()
  read(styleReader(styles))
  const reader = odtReader(styles)
  read(reader)
  return extracted(reader)
}

function extracted({ sheet, notes }: ReturnType<typeof odtReader>): Extracted {
  sheet.pages.at(-1)?.lines.push(...notes())
  return { format: 'odt', pages: filled(sheet.pages), paged: sheet.paged(), warnings: [] }
}
