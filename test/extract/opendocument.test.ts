/** What an OpenDocument text can hold, in an archive and as one file of XML: the lines that a reader of the page sees. */
import { expect, test } from 'vitest'
import { writeZip } from '../../scripts/office/zip.js'
import { extract } from '../../src/extract/index.js'

const NAMES = ['office', 'text', 'table', 'style', 'drawing']
  .map(
    (name) =>
      `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  .join(' ')
const TYPE = 'application/vnd.oasis.opendocument.text'
const STYLES =
  '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/></text:list-style><style:style style:name="Secret" style:family="text"><style:text-properties text:display="none"/></style:style>'
const p = (content: string) => `<text:p>${content}</text:p>`
const item = (content: string) => `<text:list-item>${content}</text:list-item>`
const change = (id: string, kind: string) =>
  `<text:changed-region text:id="${id}"><text:${kind}/></text:changed-region>`
const [from, to] = ['<text:change-start text:change-id="d"/>', '<text:change-end text:change-id="d"/>']

const CASES: [name: string, body: string, lines: string[]][] = [
  [
    'hidden text',
    `${p('a<text:span text:style-name="Secret">lost</text:span>b<text:hidden-text>lost</text:hidden-text>')}<text:section text:display="none">${p('lost')}</text:section>`,
    ['ab'],
  ],
  [
    'deletions that stand in the text, with the end of a numbered paragraph',
    `<text:tracked-changes>${change('d', 'deletion')}${change('i', 'insertion')}</text:tracked-changes><text:list text:style-name="L">${item(p('one'))}${item(p(`${from}lost`))}${item(p(`${to}two<text:change-start text:change-id="i"/>!`))}${item(p('three'))}</text:list>`,
    ['1. one', '2. two!', '3. three'],
  ],
  [
    'numbered paragraphs without a list around them',
    ['one', 'two']
      .map(
        (text) =>
          `<text:numbered-paragraph text:style-name="L" text:level="1">${p(text)}</text:numbered-paragraph>`,
      )
      .join(''),
    ['1. one', '2. two'],
  ],
  [
    'frames',
    p(`<draw:frame><draw:text-box>${p('box')}</draw:text-box></draw:frame>anchor`),
    ['box', 'anchor'],
  ],
]

const asArchive = (body: string) =>
  writeZip([
    { name: 'mimetype', content: TYPE, stored: true },
    {
      name: 'content.xml',
      content: `<office:document-content ${NAMES}><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
  ])
const asFile = (body: string) =>
  Buffer.from(
    `<?xml version="1.0"?><office:document ${NAMES} office:mimetype="${TYPE}"><office:automatic-styles>${STYLES}</office:automatic-styles><office:master-styles><style:header>${p('lost')}</style:header></office:master-styles><office:body><office:text>${body}${p('<draw:frame><office:binary-data>bG9zdA==</office:binary-data></draw:frame>')}</office:text></office:body></office:document>`,
  )

test.each(CASES)('%s', async (_, body, expected) => {
  for (const bytes of [asArchive(body), asFile(body)]) {
    const { pages, format } = await extract({ name: 'x.odt', bytes })
    expect(format).toBe('odt')
    expect(pages.flatMap(({ lines }) => lines).filter(Boolean)).toEqual(expected)
  }
})
