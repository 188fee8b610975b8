/** PDF files that are locked in other ways, or carry what is no text. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import type { Hostile } from './hostile.js'
import { CONTENT, changed, PAGE, pageWith, SENTENCE } from './one-page.js'
import { pagesOf, pdfOf, streamOf } from './pdfs.js'

/** Locks with an empty password as readers have since 2008: AES of 256 bits (ISO 32000-2, 7.6.4.4), the key hashed once (R 5). */
function lockedAes(password: string): Buffer {
  const key = randomBytes(32)
  const [check, salt] = [Buffer.alloc(8, 1), Buffer.alloc(8, 2)]
  const hash = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  const aes = (by: Buffer, start: Buffer, plain: Buffer, pads: boolean) => {
    const cipher = createCipheriv('aes-256-cbc', by, start).setAutoPadding(pads)
    return Buffer.concat([cipher.update(plain), cipher.final()])
  }
  const given = Buffer.from(password)
  const user = Buffer.concat([hash(given, check), check, salt])
  const userKey = aes(hash(given, salt), Buffer.alloc(16), key, false)
  const owner = Buffer.concat([hash(Buffer.from('owner'), check, user), check, salt])
  const ownerKey = aes(hash(Buffer.from('owner'), salt, user), Buffer.alloc(16), key, false)
  const start = Buffer.alloc(16, 3)
  const content = Buffer.concat([start, aes(key, start, Buffer.from(SENTENCE), true)])
  const filter = '/CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> /StmF /StdCF /StrF /StdCF'
  const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`
  const objects = pagesOf(1)
  objects[CONTENT] = streamOf(content.toString('latin1'))
  const dictionary = `/Filter /Standard /V 5 /R 5 /Length 256 ${filter} /O ${hex(owner)} /U ${hex(user)} /OE ${hex(ownerKey)} /UE ${hex(userKey)} /P -44 /Perms ${hex(randomBytes(16))}`
  return pdfOf(objects, `/Encrypt << ${dictionary} >> /ID [<00> <00>]`)
}

const LOCKS: Hostile[] = [
  { name: 'locked-for-changes-with-aes.pdf', bytes: () => lockedAes(''), expected: ['read'] },
  { name: 'locked-with-aes.pdf', bytes: () => lockedAes('secret'), expected: ['PDF_ENCRYPTED'] },
  {
    name: 'locked-by-nobody-knows-what.pdf',
    bytes: () => pdfOf(pagesOf(1), '/Encrypt << /Filter /Own.Lock /V 99 /R 99 >> /ID [<00> <00>]'),
    expected: ['PDF_ENCRYPTED'],
  },
  {
    name: 'certificates.pdf',
    bytes: () =>
      pdfOf(
        pagesOf(1),
        '/Encrypt << /Filter /Adobe.PubSec /V 4 /SubFilter /adbe.pkcs7.s5 >> /ID [<00> <00>]',
      ),
    expected: ['PDF_ENCRYPTED'],
  },
]

const CARRIES: Hostile[] = [
  {
    name: 'form-to-fill-in.pdf',
    bytes: () =>
      pdfOf([
        ...pagesOf(1, '/AcroForm << /XFA 6 0 R /Fields [7 0 R] >> /NeedsRendering true'),
        streamOf(
          '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><!ENTITY a "b"></template></xdp:xdp>',
        ),
        '<< /T (a) /Kids [7 0 R] /Parent 7 0 R >>',
      ]),
    expected: ['read'],
  },
  {
    name: 'files-inside.pdf',
    bytes: () =>
      pdfOf([
        ...pagesOf(
          1,
          '/Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >> /OpenAction << /S /Launch /F (cmd.exe) >>',
        ),
        '<< /Type /Filespec /F (../../a.exe) /EF << /F 7 0 R >> >>',
        streamOf('MZ'),
      ]),
    expected: ['read'],
  },
  {
    name: 'notes-on-the-page.pdf',
    bytes: () =>
      changed(
        { [PAGE]: pageWith('/MediaBox [0 0 595 842] /Annots [6 0 R]') },
        '<< /Type /Annot /Subtype /Widget /Rect [0 0 1e9 1e9] /Parent 6 0 R /AP << /N 6 0 R >> /A << /S /JavaScript /JS (while(true);) /Next 6 0 R >> >>',
      ),
    expected: ['read'],
  },
  {
    name: 'beginning-is-late.pdf',
    bytes: () => Buffer.concat([Buffer.alloc(900, 'x'), pdfOf(pagesOf(1)), Buffer.alloc(2_000_000, 'y')]),
    expected: ['read'],
  },
]

export const CARGO: Hostile[] = [...LOCKS, ...CARRIES]
