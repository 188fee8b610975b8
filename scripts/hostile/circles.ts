/** PDF files whose parts lead in circles, call themselves, or are nowhere and endless. */
import type { Hostile } from './hostile.js'
import { CONTENT, changed, drawing, PAGE, PAGES, pageWith, SENTENCE } from './one-page.js'
import { pagesOf, pdfOf, streamOf } from './pdfs.js'

function form(content: string, resources = ''): string {
  return `<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F1 3 0 R >> ${resources} >> /Length ${content.length} >>\nstream\n${content}\nendstream`
}

/** Each form draws the next one ten times. */
function laughs(): Buffer {
  const forms = Array.from({ length: 9 }, (_, at) =>
    form(at < 8 ? '/X Do '.repeat(10) : SENTENCE, at < 8 ? `/XObject << /X ${7 + at} 0 R >>` : ''),
  )
  return drawing(`${SENTENCE} /X Do`, '/XObject << /X 6 0 R >>', ...forms)
}

const CALLS_ITSELF = form(`${SENTENCE} /X Do`, '/XObject << /X 6 0 R >>')

const GLYPH = streamOf('1000 0 d0 BT /T 1 Tf (a) Tj ET')

const TYPE_3 =
  '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 97 /Widths [1000] /Encoding << /Differences [97 /a] >> /CharProcs << /a 7 0 R >> /Resources << /Font << /T 6 0 R >> >> >>'

const LOOPS: Hostile[] = [
  {
    name: 'form-that-draws-itself.pdf',
    bytes: () => drawing(`${SENTENCE} /X Do`, '/XObject << /X 6 0 R >>', CALLS_ITSELF),
    expected: ['read'],
  },
  {
    name: 'forms-that-laugh.pdf',
    bytes: laughs,
    expected: ['EXTRACT_TIMEOUT', 'EXTRACT_MEMORY', 'FILE_DAMAGED', 'read'],
    large: true,
  },
  {
    name: 'glyph-that-draws-itself.pdf',
    bytes: () => changed({ 2: TYPE_3.replace('6 0 R', '3 0 R').replace('7 0 R', '6 0 R') }, GLYPH),
    expected: ['read', 'FILE_NO_TEXT_LAYER', 'FILE_EMPTY'],
  },
  {
    name: 'parent-of-itself.pdf',
    bytes: () =>
      changed({
        [PAGES]: '<< /Type /Pages /Count 1 /Kids [4 0 R] /Parent 4 0 R >>',
        [PAGE]: '<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>',
      }),
    expected: ['read', 'FILE_NO_TEXT_LAYER', 'FILE_EMPTY', 'FILE_DAMAGED'],
  },
  {
    name: 'count-of-two-billion.pdf',
    bytes: () => changed({ [PAGES]: '<< /Type /Pages /Count 2147483647 /Kids [4 0 R] >>' }),
    expected: ['PDF_TOO_LONG', 'read'],
  },
  {
    name: 'count-below-zero.pdf',
    bytes: () => changed({ [PAGES]: '<< /Type /Pages /Count -5 /Kids [4 0 R] >>' }),
    expected: ['read', 'FILE_DAMAGED', 'FILE_NO_TEXT_LAYER'],
  },
  {
    name: 'length-of-itself.pdf',
    bytes: () => changed({ [CONTENT]: `<< /Length 5 0 R >>\nstream\n${SENTENCE}\nendstream` }),
    expected: ['read'],
  },
  {
    name: 'content-many-times.pdf',
    bytes: () =>
      changed({
        [PAGE]: pageWith(`/MediaBox [0 0 595 842] /Contents [${'5 0 R '.repeat(20_000)}]`).replace(
          '/Contents 5 0 R',
          '',
        ),
      }),
    expected: ['read', 'EXTRACT_TIMEOUT', 'EXTRACT_MEMORY'],
    large: true,
  },
  {
    name: 'outline-in-a-circle.pdf',
    bytes: () =>
      pdfOf([
        ...pagesOf(
          1,
          '/Outlines 6 0 R /Names << /Dests 7 0 R >> /StructTreeRoot 8 0 R /MarkInfo << /Marked true >>',
        ),
        '<< /First 6 0 R /Last 6 0 R /Next 6 0 R /Title (a) >>',
        '<< /Kids [7 0 R] >>',
        '<< /Type /StructTreeRoot /K [8 0 R] /ParentTree 8 0 R /Kids [8 0 R] /RoleMap << /A /B /B /A >> >>',
      ]),
    expected: ['read'],
  },
  {
    name: 'tables-lead-to-each-other.pdf',
    bytes: () =>
      Buffer.from(
        pdfOf(pagesOf(1), '/Prev 9 /XRefStm XREF').toString('latin1').replace('%PDF-1.4\n', '%PDF-1.4\n'),
        'latin1',
      ),
    expected: ['read', 'FILE_DAMAGED'],
  },
]

const BOXES = [
  '0 0 1e38 1e38',
  '0 0 -595 -842',
  '0 0 0 0',
  '0 0 0.001 0.001',
  'a b c d',
  '-1e9 -1e9 1e9 1e9',
].map(
  (box, at): Hostile => ({
    name: `page-of-strange-size-${at}.pdf`,
    bytes: () => changed({ [PAGE]: pageWith(`/MediaBox [${box}] /Rotate ${at * 37} /UserUnit 1e20`) }),
    expected: ['read', 'FILE_NO_TEXT_LAYER', 'FILE_EMPTY'],
  }),
)

export const CIRCLES: Hostile[] = [...LOOPS, ...BOXES]
