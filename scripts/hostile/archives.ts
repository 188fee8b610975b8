/** Word and OpenDocument files that unpack to more than they should, or whose XML does harm. */
import { packDocx } from '../office/docx.js'
import { type Part, writeZip } from '../office/zip.js'
import { compoundFile } from './compound.js'
import type { Hostile } from './hostile.js'

const MEGABYTE = 1024 * 1024
const TEXT = '<w:p><w:r><w:t>The Meeting reaffirmed its decision.</w:t></w:r></w:p>'

/** A Word file whose text is this XML, whatever it is. */
function docxWith(xml: string | Buffer, more: Part[] = []): Buffer {
  return writeZip([{ name: 'word/document.xml', content: xml }, ...more])
}

/** Opening tags, one in another, as many as that. */
function nested(open: string, close: string, times: number): string {
  return open.repeat(times) + close.repeat(times)
}

const LAUGHS = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
  '',
)

export const ARCHIVES: Hostile[] = [
  { name: 'bomb.docx', bytes: () => docxWith(Buffer.alloc(64 * MEGABYTE, ' ')), expected: ['ARCHIVE_BOMB'] },
  {
    name: 'bomb-that-lies.docx',
    bytes: () =>
      writeZip([{ name: 'word/document.xml', content: Buffer.alloc(64 * MEGABYTE, ' '), claimed: 100 }]),
    expected: ['FILE_DAMAGED'],
  },
  {
    name: 'many-entries.docx',
    bytes: () =>
      docxWith(
        '<w:document/>',
        Array.from({ length: 60_000 }, (_, at) => ({ name: `word/${at}`, content: '', stored: true })),
      ),
    expected: ['ARCHIVE_BOMB'],
  },
  {
    name: 'archive-in-archive.docx',
    bytes: () =>
      writeZip([
        { name: 'inner.zip', content: writeZip([{ name: 'bomb', content: Buffer.alloc(MEGABYTE) }]) },
      ]),
    expected: ['FORMAT_UNKNOWN'],
  },
  {
    name: 'billion-laughs.docx',
    bytes: () =>
      docxWith(
        `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">${LAUGHS}]><w:document><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:document>`,
      ),
    expected: ['FILE_DAMAGED'],
  },
  {
    name: 'external-entity.docx',
    bytes: () =>
      docxWith(
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:document>',
      ),
    expected: ['FILE_DAMAGED'],
  },
  {
    name: 'deep.docx',
    bytes: () => docxWith(nested('<w:p>', '</w:p>', 100_000)),
    expected: ['MARKUP_TOO_DEEP'],
  },
  {
    name: 'deep.odt',
    bytes: () =>
      writeZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
        { name: 'content.xml', content: nested('<text:list>', '</text:list>', 100_000) },
      ]),
    expected: ['MARKUP_TOO_DEEP'],
  },
  {
    name: 'huge-attribute.docx',
    bytes: () => docxWith(`<w:document a="${'a'.repeat(50 * MEGABYTE)}">${TEXT}</w:document>`),
    expected: ['ARCHIVE_BOMB'],
  },
  { name: 'not-closed.docx', bytes: () => docxWith(`<w:document>${TEXT}`), expected: ['FILE_DAMAGED'] },
  { name: 'cut-short.docx', bytes: () => packDocx(TEXT).subarray(0, 700), expected: ['FILE_DAMAGED'] },
  { name: 'no-text.docx', bytes: () => packDocx('<w:p/>'), expected: ['FILE_EMPTY'] },
  {
    name: 'locked.docx',
    bytes: () =>
      compoundFile({ EncryptionInfo: Buffer.alloc(4096), EncryptedPackage: Buffer.alloc(4096, 7) }),
    expected: ['FILE_LOCKED'],
  },
  { name: 'locked.doc', bytes: lockedDoc, expected: ['FILE_LOCKED'] },
  {
    name: 'locked.odt',
    bytes: () =>
      writeZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
        {
          name: 'META-INF/manifest.xml',
          content:
            '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
        },
        { name: 'content.xml', content: Buffer.alloc(100, 7) },
      ]),
    expected: ['FILE_LOCKED'],
  },
  {
    name: 'spreadsheet.xls',
    bytes: () => compoundFile({ Workbook: Buffer.alloc(4096) }),
    expected: ['FORMAT_UNKNOWN'],
  },
  { name: 'sectors-in-a-circle.doc', bytes: circle, expected: ['FILE_DAMAGED', 'FILE_EMPTY'] },
]

/** The block of a Word file that says it is encrypted. */
function lockedDoc(): Buffer {
  const block = Buffer.alloc(4096)
  block.writeUInt16LE(0xa5ec, 0)
  block.writeUInt16LE(0x00c1, 2)
  block.writeUInt16LE(0x0100, 0x0a)
  return compoundFile({ WordDocument: block, '0Table': Buffer.alloc(4096) })
}

/** Every sector is said to be followed by the first one. */
function circle(): Buffer {
  const file = compoundFile({ WordDocument: Buffer.alloc(8192), '0Table': Buffer.alloc(4096) })
  file.fill(0, 512, 1024)
  return file
}
