/** Of which kind are these bytes? Told by how they begin, never by the name of the file. */

/** Letters have long headers. */
const HEAD_BYTES = 16384

/** First bytes, each written as the character of that number, and the kind they stand for. */
const SIGNATURES: [begins: string, kind: string][] = [
  ['PK\x03\x04', 'zip'],
  ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'ole'],
  ['{\\rtf', 'rtf'],
  ['\x89PNG', 'png'],
  ['\xFF\xD8\xFF', 'jpeg'],
  ['GIF8', 'gif'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['\x1F\x8B', 'gzip'],
  ['7z\xBC\xAF', '7z'],
  ['Rar!', 'rar'],
  ['\x7FELF', 'program'],
  ['MZ\x90', 'program'],
  ['ID3', 'mp3'],
  ['OggS', 'ogg'],
  ['RIFF', 'sound or film'],
  ['\0\0\0\x18ftyp', 'mp4'],
  ['\0\0\0\x20ftyp', 'mp4'],
]
/** What a container holds that tells its kind: the names of its parts, in UTF-16 where the container writes them so. */
const CONTENTS: Record<string, [holds: Buffer, kind: string][]> = {
  zip: [
    [Buffer.from('word/document'), 'docx'],
    [Buffer.from('application/vnd.oasis.opendocument.text'), 'odt'],
    [Buffer.from('application/vnd.oasis.opendocument.spreadsheet'), 'ods'],
    [Buffer.from('application/vnd.oasis.opendocument.presentation'), 'odp'],
    [Buffer.from('application/epub+zip'), 'epub'],
    [Buffer.from('xl/workbook'), 'xlsx'],
    [Buffer.from('ppt/presentation'), 'pptx'],
    [Buffer.from('Index/Document.iwa'), 'Apple Pages'],
    // One that was packed anew does not begin with its type.
    [Buffer.from('META-INF/manifest.xml'), 'odt'],
  ],
  ole: [
    [Buffer.from('EncryptedPackage', 'utf16le'), 'locked'],
    [Buffer.from('WordDocument', 'utf16le'), 'doc'],
    [Buffer.from('Workbook', 'utf16le'), 'xls'],
    [Buffer.from('PowerPoint Document', 'utf16le'), 'ppt'],
    [Buffer.from('__substg1.0_', 'utf16le'), 'Outlook message'],
  ],
}
/** A PDF may have other bytes before its signature. */
const PDF = '%PDF-'
const PDF_BYTES = 1024
/** How a page begins, by the rules that browsers follow (MIME Sniffing, WHATWG). */
const HTML =
  /^\s*<(?:!--|(?:!doctype html|html|head|body|script|iframe|frameset|h[1-6]|div|font|center|table|style|title|meta|link|br|p|ol|ul|span|blockquote|article|section|main|pre)[\s>])/i
const XML = /^\s*<\?xml\s/i
const XHTML = /<html\b/i
/** OpenDocument text without an archive. */
const FLAT_ODT = /<office:document\b[^>]*application\/vnd\.oasis\.opendocument\.text/
/** Word files without an archive, of today and of 2003. */
const FLAT_DOCX = /<pkg:package\b[^>]*schemas\.microsoft\.com\/office\/2006\/xmlPackage/
const WORD_2003 = /<w:wordDocument\b/
/** Lines of a name, a colon and what it says; it goes on behind blanks. */
const HEADERS = '(?:[\\w-]+:.*\\r?\\n(?:[ \\t].*\\r?\\n)*)*'
/** A page saved with its pictures in one file, and a letter: headers, of which one says so. */
const [MHTML, MAIL] = ['multipart\\/related|text\\/html', 'multipart\\/|text\\/plain'].map(
  (types) => new RegExp(`^(?=${HEADERS}mime-version:)${HEADERS}content-type:\\s*(?:${types})`, 'i'),
) as [RegExp, RegExp]

/** @returns a short name such as `pdf`; `text` for anything that has no signature */
export function sniff(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1')
  const kind = SIGNATURES.find(([begins]) => head.startsWith(begins))?.[1]
  if (kind) return contentOf(kind, bytes) ?? kind
  if (head.slice(0, PDF_BYTES).includes(PDF)) return 'pdf'
  return markupOf(head.replace(/^\xEF\xBB\xBF|^\xFF\xFE|^\xFE\xFF/, '').replaceAll('\0', ''))
}

/** @param head without mark and zero bytes, so that UTF-16 reads like the rest */
function markupOf(head: string): string {
  if (HTML.test(head) || (XML.test(head) && XHTML.test(head))) return 'html'
  if (MHTML.test(head)) return 'mhtml'
  if (MAIL.test(head)) return 'mail'
  if (FLAT_ODT.test(head)) return 'fodt'
  if (FLAT_DOCX.test(head)) return 'flat docx'
  if (WORD_2003.test(head)) return 'Word 2003 XML'
  return XML.test(head) ? 'xml' : 'text'
}

function contentOf(container: string, bytes: Uint8Array): string | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return CONTENTS[container]?.find(([holds]) => all.includes(holds))?.[1]
}
