/** White that styles leave between paragraphs is seen as a blank line, in every format that has styles. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packDocx, part } from '../../scripts/office/docx.js'
import { extract } from '../../src/extract/index.js'

const FIXTURES = join(import.meta.dirname, '../fixtures/office')

async function linesOf(name: string, bytes: Uint8Array): Promise<string[]> {
  const { pages } = await extract({ name, bytes })
  const lines = pages.flatMap((page) => page.lines.map((line) => line.trim()))
  return lines.slice(0, lines.findLastIndex(Boolean) + 1)
}

const word = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${text && `<w:r><w:t>${text}</w:t></w:r>`}</w:p>`
const spaceBelow = (twentieths: number) => `<w:spacing w:after="${twentieths}"/>`
const styled = (id: string) => `<w:pStyle w:val="${id}"/>`
const STYLES = part(
  'styles',
  `<w:docDefaults><w:pPrDefault><w:pPr>${spaceBelow(160)}</w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Item"><w:pPr><w:contextualSpacing/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Close"><w:pPr>${spaceBelow(0)}</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Closer"><w:basedOn w:val="Close"/></w:style>`,
)

describe('Word', () => {
  test.each([
    ['of the paragraph', word('a') + word('b', spaceBelow(120)) + word('c'), undefined, ['a', 'b', '', 'c']],
    ['too little to be seen', word('a', spaceBelow(40)) + word('b'), undefined, ['a', 'b']],
    [
      'of all paragraphs, but for a style',
      word('a') + word('b', styled('Closer')) + word('c'),
      STYLES,
      ['a', '', 'b', 'c'],
    ],
    [
      'not between paragraphs of one style',
      ['a', 'b'].map((text) => word(text, styled('Item'))).join('') + word('c'),
      STYLES,
      ['a', 'b', '', 'c'],
    ],
    [
      'nothing where empty paragraphs divide',
      word('a') + word('b') + word('') + word('c'),
      STYLES,
      ['a', 'b', '', 'c'],
    ],
  ])('%s', async (_, body, styles, expected) => {
    const bytes = packDocx(body, undefined, styles ? { 'word/styles.xml': styles } : {})
    expect(await linesOf('x.docx', bytes)).toEqual(expected)
  })
})

test('OpenDocument, of a style and of the one it is based on', async () => {
  const names = ['office', 'text', 'style'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  const style = (name: string, parent: string, margin: string) =>
    `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}"><style:paragraph-properties ${margin}/></style:style>`
  const styles =
    style('Base', '', 'fo:margin-bottom="0.3cm"') +
    style('Apart', 'Base', '') +
    style('Close', 'Base', 'fo:margin-bottom="0cm"')
  const body = ['Close', 'Apart', 'Close'].map((name) => `<text:p text:style-name="${name}">${name}</text:p>`)
  const flat = `<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" ${names.join(' ')}><office:styles>${styles}</office:styles><office:body><office:text>${body.join('')}</office:text></office:body></office:document>`
  expect(await linesOf('x.fodt', Buffer.from(flat))).toEqual(['Close', 'Apart', '', 'Close'])
})

test('RTF, until the properties begin anew', async () => {
  const rtf = '{\\rtf1 \\pard\\sa0 a\\par\\pard\\sa200 b\\par\\pard c\\par\\pard\\sb100 d\\par}'
  expect(await linesOf('x.rtf', Buffer.from(rtf))).toEqual(['a', 'b', '', 'c', '', 'd'])
})

test.each(['doc', 'odt', 'rtf'])('a file of LibreOffice: %s', async (format) => {
  const lines = await linesOf('x', readFileSync(join(FIXTURES, `spaced.${format}`)))
  expect(lines).toEqual([
    'FINAL COMMUNIQUE',
    'of the Meeting',
    '',
    '1. One.',
    '',
    '2. Two:',
    '',
    'a) three',
    'b) four',
  ])
})

describe('a page', () => {
  const CSS =
    '<style>/* p{margin:1em} */ p, .x { margin: 0 } p.far { margin: 2px 0 1em } @media print { .x { margin: 1em } }</style>'
  test.each([
    [
      'of the paragraph',
      '<p style="margin-bottom: 0cm">a</p><p style="margin: 0">b</p><p>c</p>',
      ['a', 'b', '', 'c'],
    ],
    ['of a class', `${CSS}<p>a</p><p class=far>b</p><p>c</p><div class=x>d</div>`, ['a', 'b', '', 'c', 'd']],
  ])('%s', async (_, body, expected) => {
    const lines = await linesOf('x.html', Buffer.from(`<!doctype html><body>${body}</body>`))
    expect(lines.slice(lines[0] === '' ? 1 : 0)).toEqual(expected)
  })
})
