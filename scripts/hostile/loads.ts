/** PDF files that make much out of little: packed many times, drawn many times, or of a size that nothing has. */
import { deflateSync } from 'node:zlib'
import type { Hostile } from './hostile.js'
import { CONTENT, changed, drawing, SENTENCE } from './one-page.js'
import { streamOf } from './pdfs.js'

const MEGABYTE = 1024 * 1024

/** @param filters in the order in which they are to be taken off */
function packed(bytes: Buffer, filters: string, dictionary = ''): string {
  return `<< /Length ${bytes.length} /Filter ${filters} ${dictionary} >>\nstream\n${bytes.toString('latin1')}\nendstream`
}

const MAP =
  'begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange 1 beginbfrange <0000> <FFFF> <0041> endbfrange endcmap'

export const LOADS: Hostile[] = [
  {
    name: 'content-of-a-gigabyte.pdf',
    bytes: () =>
      changed({
        [CONTENT]: packed(
          deflateSync(deflateSync(Buffer.alloc(512 * MEGABYTE, ' '))),
          '[/FlateDecode /FlateDecode]',
        ),
      }),
    expected: ['EXTRACT_MEMORY', 'EXTRACT_TIMEOUT', 'FILE_DAMAGED', 'FILE_NO_TEXT_LAYER'],
    large: true,
  },
  {
    name: 'thousand-filters.pdf',
    bytes: () => changed({ [CONTENT]: packed(Buffer.from(SENTENCE), `[${'/FlateDecode '.repeat(10_000)}]`) }),
    expected: ['FILE_NO_TEXT_LAYER', 'FILE_DAMAGED', 'FILE_EMPTY', 'read'],
  },
  {
    name: 'columns-of-two-billion.pdf',
    bytes: () =>
      changed({
        [CONTENT]: packed(
          deflateSync(Buffer.from(SENTENCE)),
          '/FlateDecode',
          '/DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 32 /BitsPerComponent 16 >>',
        ),
      }),
    expected: ['FILE_NO_TEXT_LAYER', 'FILE_DAMAGED', 'FILE_EMPTY', 'read'],
  },
  {
    name: 'codes-that-are-noise.pdf',
    bytes: () =>
      changed({
        [CONTENT]: packed(Buffer.alloc(MEGABYTE, 0xb7), '/LZWDecode', '/DecodeParms << /EarlyChange -5 >>'),
      }),
    expected: ['FILE_NO_TEXT_LAYER', 'FILE_DAMAGED', 'FILE_EMPTY', 'read'],
  },
  {
    name: 'run-lengths.pdf',
    bytes: () =>
      changed({ [CONTENT]: packed(Buffer.from('\x81 '.repeat(2 * MEGABYTE), 'latin1'), '/RunLengthDecode') }),
    expected: ['FILE_NO_TEXT_LAYER', 'EXTRACT_MEMORY', 'FILE_EMPTY'],
    large: true,
  },
  {
    name: 'states-without-end.pdf',
    bytes: () => drawing(`${'q '.repeat(500_000)}${SENTENCE}`),
    expected: ['read'],
    large: true,
  },
  {
    name: 'letters-on-one-spot.pdf',
    bytes: () => drawing(`BT /F1 11 Tf 72 700 Td ${'(decision) Tj 1 0 0 1 72 700 Tm '.repeat(20_000)} ET`),
    expected: ['read', 'EXTRACT_TIMEOUT', 'EXTRACT_MEMORY'],
    large: true,
  },
  {
    name: 'letters-of-strange-size.pdf',
    bytes: () =>
      drawing(
        `BT /F1 1e38 Tf 1e38 0 0 1e-38 1e308 -1e308 Tm (far) Tj /F1 -11 Tf 0 0 0 0 0 0 Tm (none) Tj 1e999 Tz 1e999 Tc (wide) Tj ET ${SENTENCE}`,
      ),
    expected: ['read', 'FILE_NO_TEXT_LAYER', 'FILE_EMPTY'],
  },
  {
    name: 'two-hundred-thousand-letters.pdf',
    bytes: () => drawing(`BT /F1 1 Tf 0 700 Td ${'(a) Tj 0.002 0 Td '.repeat(200_000)} ET`),
    expected: ['read', 'EXTRACT_TIMEOUT', 'EXTRACT_MEMORY'],
    large: true,
  },
  {
    name: 'rules-without-end.pdf',
    bytes: () =>
      drawing(
        `${SENTENCE} ${Array.from({ length: 60_000 }, (_, at) => `${at % 595} 0 m ${at % 595} 842 l S`).join(' ')}`,
      ),
    expected: ['read', 'EXTRACT_TIMEOUT'],
    large: true,
  },
  {
    name: 'map-of-four-billion.pdf',
    bytes: () =>
      changed(
        {
          2: '<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 6 0 R >>',
        },
        streamOf(MAP),
        '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [0 2147483647 500] /DW 1000 >>',
      ),
    expected: ['read', 'FILE_NO_TEXT_LAYER', 'EXTRACT_MEMORY', 'EXTRACT_TIMEOUT', 'FILE_EMPTY'],
  },
  {
    name: 'picture-that-is-noise.pdf',
    bytes: () =>
      drawing(
        `${SENTENCE} q 595 0 0 842 0 0 cm /I Do Q`,
        '/XObject << /I 6 0 R >>',
        packed(
          Buffer.alloc(4000, 0x97),
          '/JBIG2Decode',
          '/Type /XObject /Subtype /Image /Width 2000000000 /Height 2000000000 /BitsPerComponent 1 /ColorSpace /DeviceGray',
        ),
      ),
    expected: ['read'],
  },
  {
    name: 'picture-without-an-end.pdf',
    bytes: () => drawing(`${SENTENCE} BI /W 99999999 /H 99999999 /BPC 8 /CS /RGB ID ${'\x00'.repeat(5000)}`),
    expected: ['read'],
  },
  {
    name: 'name-of-a-megabyte.pdf',
    bytes: () => drawing(`${SENTENCE} /${'A'.repeat(MEGABYTE)} gs (${'('.repeat(MEGABYTE)}`),
    expected: ['read'],
  },
  {
    name: 'deep-arrays.pdf',
    bytes: () => drawing(`${SENTENCE} ${'['.repeat(200_000)}`, `/Properties << /A ${'['.repeat(200_000)} >>`),
    expected: ['FILE_DAMAGED', 'read', 'EXTRACT_CRASHED'],
  },
]
