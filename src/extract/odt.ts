/** What does an OpenDocument text (.odt) say? Its paragraphs with the numbers of their lists, its tables as rows, its notes at the end. */
import { BayanError } from '../errors.js'
import { readXml } from './archive/xml.js'
import { openArchive } from './archive/zip.js'
import type { Extractor } from './extractor.js'
import { odtReader } from './odt/body.js'
import { createStyles, styleReader } from './odt/styles.js'
import { filled } from './sheet.js'

const LOCKED = 'manifest:encryption-data'

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
  const { sheet, notes, ...handlers } = odtReader(styles)
  await readXml(archive, 'content.xml', handlers)
  sheet.pages.at(-1)?.lines.push(...notes())
  return { format: 'odt', pages: filled(sheet.pages), paged: sheet.paged(), warnings: [] }
}
