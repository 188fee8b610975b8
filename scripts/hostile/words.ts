/** Word files whose parts lead in circles, refer to what is outside, or make much out of little. */
import { packDocx, part } from '../office/docx.js'
import { writeZip } from '../office/zip.js'
import type { Hostile } from './hostile.js'

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MEGABYTE = 1024 * 1024

function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
}

function listed(text: string, level = 0): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`)
}

function level(at: number | string, format: string, text: string, start = 1): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
}

function lists(levels: string): string {
  const num = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
  return part('numbering', `<w:abstractNum w:abstractNumId="1">${levels}</w:abstractNum>${num}`)
}

const TEXT = 'The Meeting reaffirmed its decision.'
const CIRCLE = part(
  'styles',
  '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
)
const LIST_CIRCLE = part(
  'numbering',
  '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
)
const LINKED = part(
  'styles',
  '<w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
)
const OUTSIDE = ['file:///etc/passwd', 'http://lost.example/a.html', '../../../etc/passwd', 'document.xml']

export const WORDS: Hostile[] = [
  {
    name: 'styles-in-a-circle.docx',
    bytes: () => packDocx(paragraph(TEXT, '<w:pStyle w:val="A"/>'), undefined, { 'word/styles.xml': CIRCLE }),
    expected: ['read'],
  },
  {
    name: 'lists-in-a-circle.docx',
    bytes: () => packDocx(listed(TEXT), LIST_CIRCLE, { 'word/styles.xml': LINKED }),
    expected: ['read'],
  },
  {
    name: 'level-two-billion.docx',
    bytes: () =>
      packDocx(
        (listed(TEXT, 2_000_000_000) + listed(TEXT)).repeat(20),
        lists(level(0, 'decimal', '%1.') + level(2_000_000_000, 'decimal', '%1.')),
      ),
    expected: ['read'],
  },
  {
    name: 'level-that-is-no-number.docx',
    bytes: () => packDocx(listed(TEXT, Number.NaN), lists(level('x', 'upperRoman', '%1.%9', 1e300))),
    expected: ['read'],
  },
  {
    name: 'number-of-a-megabyte.docx',
    bytes: () =>
      packDocx(listed(TEXT).repeat(2000), lists(level(0, 'lowerLetter', '%1'.repeat(MEGABYTE / 2)))),
    expected: ['read'],
  },
  {
    name: 'parts-from-outside.docx',
    bytes: () => takingIn(OUTSIDE),
    expected: ['read'],
  },
  {
    name: 'note-of-a-megabyte.docx',
    bytes: () => {
      const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
      const note = `<w:footnote w:id="2">${paragraph('word '.repeat(MEGABYTE / 5))}</w:footnote>`
      return packDocx(`<w:p>${reference.repeat(20_000)}</w:p>`, undefined, {
        'word/footnotes.xml': part('footnotes', note),
      })
    },
    expected: ['EXTRACT_OUTPUT_TOO_LARGE', 'EXTRACT_MEMORY'],
    large: true,
  },
  {
    name: 'half-characters.docx',
    bytes: () =>
      packDocx(
        `${paragraph(TEXT)}<w:p><w:r>${['D800', 'DC00', '110000', 'zz', '-1', 'FFFE'].map((code) => `<w:sym w:char="${code}"/>`).join('')}</w:r></w:p>`,
      ),
    expected: ['read'],
  },
  {
    name: 'tables-in-tables.docx',
    bytes: () => {
      const deep = 120
      const open = `<w:tbl><w:tr><w:tc>${paragraph(TEXT)}`
      return packDocx((open.repeat(deep) + '</w:tc></w:tr></w:tbl>'.repeat(deep)).repeat(20))
    },
    expected: ['read'],
  },
  {
    name: 'many-attributes.docx',
    bytes: () =>
      packDocx(
        `<w:p ${Array.from({ length: 200_000 }, (_, at) => `w:a${at}="${at}"`).join(' ')}><w:r><w:t>${TEXT}</w:t></w:r></w:p>`,
      ),
    expected: ['read'],
  },
  {
    name: 'entity-in-an-attribute.docx',
    bytes: () =>
      writeZip([
        {
          name: 'word/document.xml',
          content: `<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><w:document w:x="&c;"/>`,
        },
      ]),
    expected: ['FILE_DAMAGED'],
  },
  {
    name: 'unknown-entity.docx',
    bytes: () => packDocx(`${paragraph(TEXT)}${paragraph('&nothing; &#x110000; &#0;')}`),
    expected: ['FILE_DAMAGED'],
  },
  {
    name: 'says-utf-7.docx',
    bytes: () =>
      writeZip([
        {
          name: 'word/document.xml',
          content: `<?xml version="1.0" encoding="UTF-7"?><w:document><w:p><w:r><w:t>+ADw-w:p+AD4- ${TEXT}</w:t></w:r></w:p></w:document>`,
        },
      ]),
    expected: ['read'],
  },
  {
    name: 'mark-that-lies.docx',
    bytes: () =>
      writeZip([
        {
          name: 'word/document.xml',
          content: Buffer.concat([
            Buffer.from([0xff, 0xfe]),
            Buffer.from(`<w:document>${TEXT}</w:document>`),
          ]),
        },
      ]),
    expected: ['FILE_DAMAGED'],
  },
  {
    name: 'million-paragraphs.docx',
    bytes: () =>
      packDocx(
        Array.from({ length: 1_000_000 }, (_, at) => paragraph(`${at} ${(at * 7919) % 104_729}`)).join(''),
      ),
    expected: ['read', 'EXTRACT_MEMORY', 'EXTRACT_TIMEOUT', 'EXTRACT_OUTPUT_TOO_LARGE'],
    large: true,
  },
]

/** A Word file that takes in what is not its own. */
function takingIn(targets: string[]): Buffer {
  const relations = targets.map(
    (target, at) =>
      `<Relationship Id="a${at}" Type="${RELATIONS}/aFChunk" Target="${target}" TargetMode="External"/>`,
  )
  const chunks = targets.map((_, at) => `<w:altChunk r:id="a${at}"/>`).join('')
  return writeZip([
    { name: 'word/document.xml', content: part('document', `<w:body>${paragraph(TEXT)}${chunks}</w:body>`) },
    { name: 'word/_rels/document.xml.rels', content: `<Relationships>${relations.join('')}</Relationships>` },
  ])
}
