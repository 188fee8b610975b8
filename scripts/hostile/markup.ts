/** Pages, saved pages and RTF files that nest, count, declare or encode more than they should. */
import type { Hostile } from './hostile.js'

const MEGABYTE = 1024 * 1024
const TEXT = '1. The Meeting reaffirmed its decision.'

function page(body: string, head = '<meta charset="utf-8">'): Buffer {
  return Buffer.from(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`)
}

function rtf(body: string): Buffer {
  return Buffer.from(`{\\rtf1\\ansi ${body}}`, 'latin1')
}

const PAGES: Hostile[] = [
  {
    name: 'million-paragraphs-open.html',
    bytes: () => page('<p>a'.repeat(1_000_000)),
    expected: ['read', 'EXTRACT_MEMORY', 'EXTRACT_TIMEOUT'],
    large: true,
  },
  {
    name: 'hundred-thousand-paragraphs-open.html',
    bytes: () => page('<p>a'.repeat(100_000)),
    expected: ['read'],
  },
  {
    name: 'million-tags-deep.html',
    bytes: () => page(`${'<b>'.repeat(1_000_000)}${TEXT}`),
    expected: ['MARKUP_TOO_DEEP'],
  },
  {
    name: 'tables-in-tables.html',
    bytes: () => page(`${`<table><tr><td>${TEXT}<td>${TEXT}<td>`.repeat(700)}`),
    expected: ['read', 'MARKUP_TOO_DEEP'],
  },
  {
    name: 'leads-elsewhere.html',
    bytes: () =>
      page(
        `<iframe src="file:///etc/passwd"></iframe><object data="http://lost.example"></object><p>${TEXT}</p>`,
        '<meta charset="utf-8"><meta http-equiv="refresh" content="0;url=http://lost.example"><base href="file:///etc/">',
      ),
    expected: ['read'],
  },
  {
    name: 'picture-of-twenty-megabytes.html',
    bytes: () =>
      page(`<p>${TEXT}</p><img src="data:image/png;base64,${'QUJD'.repeat(5 * MEGABYTE)}"><p>${TEXT}</p>`),
    expected: ['read'],
  },
  ...['utf-16', 'utf-7', 'iso-2022-kr', 'x-user-defined', 'nothing', ''].map(
    (charset): Hostile => ({
      name: `says-${charset || 'no-name'}.html`,
      bytes: () =>
        Buffer.concat([page(`<p>${TEXT}</p>`, `<meta charset="${charset}">`), Buffer.from([0xe9, 0x2e])]),
      expected: ['read'],
    }),
  ),
  {
    name: 'list-that-counts-high.html',
    bytes: () =>
      page(
        ['1', 'a', 'I']
          .map((type) => `<ol type="${type}" start="1e300">${'<li>The Meeting'.repeat(500)}</ol>`)
          .join('<ol reversed start="-9007199254740993"><li value="Infinity">It met</ol>'),
      ),
    expected: ['read'],
  },
  {
    name: 'wide-cells.html',
    bytes: () =>
      page(
        `<table><tr><td colspan="999999999" rowspan="999999999">${TEXT}</td><td>${TEXT}</td></tr></table>`,
      ),
    expected: ['read'],
  },
  {
    name: 'characters-that-are-none.html',
    bytes: () =>
      page(`<p>${TEXT} &#xD800; &#x110000; &#0; &#99999999999; &#xFFFE;${'&amp;'.repeat(100_000)}</p>`),
    expected: ['read'],
  },
  {
    name: 'comment-without-an-end.html',
    bytes: () => page(`<p>${TEXT}</p><!--${'<!-- -'.repeat(MEGABYTE)}`),
    expected: ['read'],
  },
  {
    name: 'brackets-without-an-end.html',
    bytes: () => page(`<p>${TEXT}</p>${'<'.repeat(4 * MEGABYTE)}`),
    expected: ['read'],
  },
  {
    name: 'many-attributes.html',
    bytes: () =>
      page(`<p ${Array.from({ length: 300_000 }, (_, at) => `a${at}=${at}`).join(' ')}>${TEXT}</p>`),
    expected: ['read'],
  },
  {
    name: 'many-parts.mhtml',
    bytes: () =>
      Buffer.from(
        `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${`--b\r\nContent-Type: text/html\r\n\r\n<p>${TEXT}</p>\r\n`.repeat(50_000)}--b--`,
      ),
    expected: ['read'],
  },
  {
    name: 'boundary-in-every-line.mhtml',
    bytes: () =>
      Buffer.from(
        `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="-"\r\n\r\n${'-'.repeat(4 * MEGABYTE)}\r\n\r\n<p>${TEXT}</p>`,
      ),
    expected: ['FILE_EMPTY', 'read', 'FILE_DAMAGED'],
  },
  {
    name: 'header-without-an-end.mhtml',
    bytes: () =>
      Buffer.from(`MIME-Version: 1.0\r\nContent-Type: text/html\r\n${' folded\r\n'.repeat(500_000)}`),
    expected: ['FILE_EMPTY', 'read'],
  },
  {
    name: 'a-flat-document-in-a-circle.fodt',
    bytes: () =>
      Buffer.from(
        `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles><style:style style:name="A" style:parent-style-name="B"/><style:style style:name="B" style:parent-style-name="A"/></office:automatic-styles><office:body><office:text><text:p text:style-name="A">${TEXT}<text:s text:c="2000000000"/><text:tab/></text:p></office:text></office:body></office:document>`,
      ),
    expected: ['read', 'EXTRACT_OUTPUT_TOO_LARGE'],
  },
]

const RTFS: Hostile[] = [
  {
    name: 'bytes-beyond-the-end.rtf',
    bytes: () => rtf(`${TEXT}\\par \\bin2147483647 x`),
    expected: ['read'],
  },
  {
    name: 'bytes-of-negative-length.rtf',
    bytes: () => rtf(`\\bin-2147483648 ${TEXT}\\bin99999999999999999999999999999999999999999`),
    expected: ['read'],
  },
  {
    name: 'characters-that-are-none.rtf',
    bytes: () => rtf(`${TEXT} \\u999999999 ?\\u-99999 ?\\u-10240 ?\\u56320 ?\\'zz\\'9 \\u ?\\par ${TEXT}`),
    expected: ['read'],
  },
  {
    name: 'all-is-passed-over.rtf',
    bytes: () => rtf(`\\uc2000000000 \\u1601 ${TEXT.repeat(100)}`),
    expected: ['read', 'FILE_EMPTY'],
  },
  {
    name: 'groups-side-by-side.rtf',
    bytes: () => rtf(`${'{}'.repeat(2_000_000)}${TEXT}`),
    expected: ['read'],
  },
  {
    name: 'groups-never-opened.rtf',
    bytes: () => rtf(`${'}'.repeat(2_000_000)}${TEXT}`),
    expected: ['read'],
  },
  {
    name: 'million-cells.rtf',
    bytes: () => rtf(`\\trowd ${'\\intbl a\\cell '.repeat(300_000)}\\row ${TEXT}`),
    expected: ['read', 'EXTRACT_TIMEOUT'],
  },
  {
    name: 'million-fonts.rtf',
    bytes: () =>
      rtf(
        `{\\fonttbl${Array.from({ length: 200_000 }, (_, at) => `{\\f${at}\\fcharset${at} F;}`).join('')}}\\f7 ${TEXT}`,
      ),
    expected: ['read'],
  },
  {
    name: 'object-of-twenty-megabytes.rtf',
    bytes: () =>
      rtf(
        `{\\object{\\*\\objdata ${'41'.repeat(10 * MEGABYTE)}}}{\\pict ${'41'.repeat(10 * MEGABYTE)}}${TEXT}`,
      ),
    expected: ['read'],
  },
  {
    name: 'page-that-is-none.rtf',
    bytes: () => rtf(`\\ansicpg99999\\deff77777 ${TEXT}\\'e9\\'c7`),
    expected: ['read'],
  },
  {
    name: 'list-that-counts-high.rtf',
    bytes: () =>
      rtf(
        `{\\*\\listtable{\\list{\\listlevel\\levelnfc1\\levelstartat2147483647{\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}}\\listid1}}{\\*\\listoverridetable{\\listoverride\\listid1\\ls1}}${`\\pard\\ls1\\ilvl2147483647 ${TEXT}\\par \\pard\\ls1\\ilvl0 ${TEXT}\\par `.repeat(50)}`,
      ),
    expected: ['read'],
  },
]

export const MARKUP: Hostile[] = [...PAGES, ...RTFS]
