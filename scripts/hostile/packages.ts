/** ZIP archives whose folder lies: names that lead out, entries that share their bytes, sizes and places that are not there. */
import { type Part, writeZip } from '../office/zip.js'
import type { Hostile } from './hostile.js'

const DOCUMENT: Part = {
  name: 'word/document.xml',
  content:
    '<w:document><w:body><w:p><w:r><w:t>The Meeting reaffirmed its decision.</w:t></w:r></w:p></w:body></w:document>',
}
const [ENTRY, END] = ['PK\x01\x02', 'PK\x05\x06'].map((sign) => Buffer.from(sign, 'latin1')) as [
  Buffer,
  Buffer,
]

/** A good file that is then spoilt. @param spoil gets the bytes and where the entry and the end of the folder are */
function spoilt(spoil: (bytes: Buffer, entry: number, end: number) => void, parts = [DOCUMENT]): Buffer {
  const bytes = writeZip(parts)
  spoil(bytes, bytes.indexOf(ENTRY), bytes.lastIndexOf(END))
  return bytes
}

export const PACKAGES: Hostile[] = [
  {
    name: 'names-that-lead-out.docx',
    bytes: () => writeZip([DOCUMENT, { name: '../../../../etc/cron.d/own', content: 'own' }]),
    expected: ['FILE_DAMAGED', 'read'],
  },
  {
    name: 'absolute-name.docx',
    bytes: () => writeZip([DOCUMENT, { name: '/etc/passwd', content: 'root::0:0' }]),
    expected: ['FILE_DAMAGED', 'read'],
  },
  {
    name: 'the-same-name-twice.docx',
    bytes: () => writeZip([DOCUMENT, { ...DOCUMENT, content: '<w:document/>' }, DOCUMENT]),
    expected: ['read'],
  },
  {
    name: 'locked-entry.docx',
    bytes: () =>
      spoilt((bytes, entry) => {
        bytes.writeUInt16LE(0x0801, 6)
        bytes.writeUInt16LE(0x0801, entry + 8)
      }),
    expected: ['FILE_LOCKED'],
  },
  {
    name: 'unknown-packing.docx',
    bytes: () =>
      spoilt((bytes, entry) => {
        bytes.writeUInt16LE(99, 8)
        bytes.writeUInt16LE(99, entry + 10)
      }),
    expected: ['FILE_DAMAGED'],
  },
  {
    name: 'packed-noise.docx',
    bytes: () => spoilt((bytes, entry) => bytes.fill(0xa5, bytes.indexOf('.xml') + 4, entry)),
    expected: ['FILE_DAMAGED'],
  },
  {
    name: 'entry-beyond-the-end.docx',
    bytes: () => spoilt((bytes, entry) => bytes.writeUInt32LE(0x7fffffff, entry + 42)),
    expected: ['FILE_DAMAGED'],
  },
  {
    name: 'folder-beyond-the-end.docx',
    bytes: () => spoilt((bytes, _, end) => bytes.writeUInt32LE(0x7ffffff0, end + 16)),
    expected: ['FILE_DAMAGED'],
  },
  {
    name: 'more-entries-than-there-are.docx',
    bytes: () => spoilt((bytes, _, end) => bytes.writeUInt16LE(4000, end + 10)),
    expected: ['FILE_DAMAGED'],
  },
  {
    name: 'sizes-of-64-bits.docx',
    bytes: () =>
      spoilt((bytes, entry, end) => {
        bytes.writeUInt32LE(0xffffffff, entry + 20)
        bytes.writeUInt32LE(0xffffffff, entry + 24)
        bytes.writeUInt32LE(0xffffffff, end + 16)
      }),
    expected: ['FILE_DAMAGED'],
  },
  {
    name: 'entries-share-their-bytes.docx',
    bytes: sharing,
    expected: ['ARCHIVE_BOMB', 'read'],
  },
  {
    name: 'a-package-in-a-package-in-a-package.docx',
    bytes: () => chunked(chunked(chunked(writeZip([DOCUMENT])))),
    expected: ['read', 'FILE_EMPTY'],
  },
  {
    name: 'a-thousand-packages.docx',
    bytes: () => chunked(bigDocument(), 1000),
    expected: ['ARCHIVE_BOMB'],
  },
]

/** A Word file that takes in another one, as often as that. */
function chunked(inner: Buffer, times = 1): Buffer {
  const relations = `<Relationships><Relationship Id="a" Target="inner.docx"/></Relationships>`
  return writeZip([
    {
      name: 'word/document.xml',
      content: `<w:document><w:body>${'<w:altChunk r:id="a"/>'.repeat(times)}</w:body></w:document>`,
    },
    { name: 'word/_rels/document.xml.rels', content: relations },
    { name: 'word/inner.docx', content: inner, stored: true },
  ])
}

/** Unpacks to 8 MB, which is no bomb by itself. */
function bigDocument(): Buffer {
  const lines = Array.from(
    { length: 60_000 },
    (_, at) =>
      `<w:p><w:r><w:t>${at * 7919} The Meeting of ${at} reaffirmed decision ${at * 31}.</w:t></w:r></w:p>`,
  )
  return writeZip([{ name: 'word/document.xml', content: `<w:document>${lines.join('')}</w:document>` }])
}

/** Each of 2000 pages that the text takes in has the bytes of the first one (D. Fifield, A better zip bomb, 2019). */
function sharing(): Buffer {
  const page = `<p>${Array.from({ length: 20_000 }, (_, at) => `decision ${at * 7919}`).join(' ')}</p>`
  const names = Array.from({ length: 2000 }, (_, at) => `word/${String(at).padStart(4, '0')}.html`)
  const relations = names.map((name, at) => `<Relationship Id="a${at}" Target="/${name}"/>`).join('')
  const body = names.map((_, at) => `<w:altChunk r:id="a${at}"/>`).join('')
  const bytes = writeZip([
    { name: 'word/document.xml', content: `<w:document><w:body>${body}</w:body></w:document>` },
    { name: 'word/_rels/document.xml.rels', content: `<Relationships>${relations}</Relationships>` },
    ...names.map((name, at) => ({ name, content: at === 0 ? page : '', stored: false })),
  ])
  const first = bytes.indexOf(names[0] ?? '', bytes.indexOf(ENTRY)) - 46
  for (const name of names.slice(1)) {
    const entry = bytes.indexOf(name, first) - 46
    // Checksum, sizes and place of the first page.
    bytes.copy(bytes, entry + 16, first + 16, first + 28)
    bytes.copy(bytes, entry + 42, first + 42, first + 46)
  }
  return bytes
}
