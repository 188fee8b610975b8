/** PDF files that are locked, cut short, run in circles, have too many pages or objects, or carry programs. */

import type { Hostile } from './hostile.js'
import { lockPdf } from './lock-pdf.js'

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'

/** @param objects bodies of the objects 1, 2, 3 …; the first is the catalogue */
export function pdfOf(objects: string[], trailer = ''): Buffer {
  const parts = ['%PDF-1.4\n']
  let at = parts[0]?.length ?? 0
  const offsets = objects.map((body, index) => {
    const text = `${index + 1} 0 obj\n${body}\nendobj\n`
    const offset = at
    parts.push(text)
    at += text.length
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`, rows.join(''))
  parts.push(
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer.replace('XREF', String(at))} >>\nstartxref\n${at}\n%%EOF\n`,
  )
  return Buffer.from(parts.join(''), 'latin1')
}

/** A file of that many pages, each with a few lines. @param catalog more for the first object */
export function pagesOf(count: number, catalog = ''): string[] {
  const kids = Array.from({ length: count }, (_, at) => `${4 + at * 2} 0 R`).join(' ')
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${count} /Kids [${kids}] >>`,
    FONT,
  ]
  for (let page = 1; page <= count; page++) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${3 + page * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      streamOf(linesOf(page)),
    )
  }
  return objects
}

function linesOf(page: number): string {
  const lines = Array.from(
    { length: 30 },
    (_, at) => `(${page * 30 + at - 29}. The Meeting of page ${page} reaffirmed decision ${at + 1}.) Tj T*`,
  )
  return `BT /F1 11 Tf 14 TL 72 770 Td ${lines.join(' ')} ET`
}

export function streamOf(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}

const NO_TEXT = pagesOf(1)
NO_TEXT[4] = streamOf('0.9 g 100 100 300 500 re f')
const OWN_CHILD = pagesOf(1)
OWN_CHILD[1] = '<< /Type /Pages /Count 2 /Kids [2 0 R 4 0 R] >>'
const SCRIPT = '/OpenAction << /S /JavaScript /JS (while (true) app.alert\\(1\\)) >>'

export const PDFS: Hostile[] = [
  {
    name: 'cut-short.pdf',
    bytes: () => pdfOf(pagesOf(5)).subarray(0, 5000),
    expected: ['FILE_DAMAGED'],
  },
  { name: 'only-the-beginning.pdf', bytes: () => Buffer.from('%PDF-1.7\n'), expected: ['FILE_DAMAGED'] },
  { name: 'locked.pdf', bytes: () => pdfOf(...lockPdf(pagesOf(1), 'secret')), expected: ['PDF_ENCRYPTED'] },
  { name: 'locked-for-changes.pdf', bytes: () => pdfOf(...lockPdf(pagesOf(1), '')), expected: ['read'] },
  {
    name: 'table-in-a-circle.pdf',
    bytes: () => pdfOf(pagesOf(1), '/Prev XREF'),
    expected: ['read', 'FILE_DAMAGED'],
  },
  { name: 'page-in-itself.pdf', bytes: () => pdfOf(OWN_CHILD), expected: ['FILE_DAMAGED', 'read'] },
  { name: 'script.pdf', bytes: () => pdfOf(pagesOf(1, SCRIPT)), expected: ['read'] },
  { name: 'no-text.pdf', bytes: () => pdfOf(NO_TEXT), expected: ['FILE_NO_TEXT_LAYER', 'FILE_EMPTY'] },
  {
    name: 'many-objects.pdf',
    bytes: () => pdfOf([...pagesOf(1), ...Array<string>(100_000).fill('null')]),
    expected: ['read'],
  },
  {
    name: 'million-objects.pdf',
    bytes: () => pdfOf([...pagesOf(1), ...Array<string>(1_000_000).fill('null')]),
    expected: ['read'],
    large: true,
  },
  {
    name: 'ten-thousand-pages.pdf',
    bytes: () => pdfOf(pagesOf(10_000)),
    expected: ['PDF_TOO_LONG'],
  },
]
