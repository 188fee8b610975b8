/** What Word can do to a text: each case is what stands in the file and the lines that a reader of the page sees. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { packDocx, part } from '../../scripts/office/docx.js'
import { writeZip } from '../../scripts/office/zip.js'
import { extract } from '../../src/extract/index.js'

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`
const endTaken = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
const cell = (content: string) => `<w:tc>${content}</w:tc>`
const numbered = (level?: number) =>
  `<w:numPr>${level === undefined ? '' : `<w:ilvl w:val="${level}"/>`}<w:numId w:val="1"/></w:numPr>`
const LIST = part(
  'numbering',
  `<w:abstractNum w:abstractNumId="1">${['%1.', '%1.%2'].map((text, at) => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="H${at + 1}"/><w:lvlText w:val="${text}"/></w:lvl>`).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
)

async function linesOf(bytes: Uint8Array): Promise<string[]> {
  const { pages } = await extract({ name: 'x.docx', bytes })
  return pages.flatMap(({ lines }) => lines).filter((line) => line.trim() !== '')
}

describe('text that is not shown', () => {
  test.each([
    ['hidden', run('seen ') + run('lost', '<w:vanish/>') + run('too', '<w:vanish w:val="0"/>'), ['seen too']],
    ['of a hidden style', run('seen') + run('lost', '<w:rStyle w:val="Secret"/>'), ['seen']],
    [
      'that only asks to be replaced',
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('lost')}</w:sdtContent></w:sdt>${run('seen')}`,
      ['seen'],
    ],
    [
      'above its base',
      `<w:ruby><w:rt>${run('lost')}</w:rt><w:rubyBase>${run('seen')}</w:rubyBase></w:ruby>`,
      ['seen'],
    ],
  ])('%s', async (_, content, expected) => {
    const styles = part(
      'styles',
      '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>',
    )
    const bytes = packDocx(paragraph(content), undefined, { 'word/styles.xml': styles })
    expect(await linesOf(bytes)).toEqual(expected)
  })
})

test('a paragraph whose end was taken out goes on in the next one, but not out of its cell or of the text', async () => {
  const body = [
    paragraph(run('one '), endTaken) + paragraph(run('line')),
    `<w:tbl><w:tr>${cell(paragraph(run('left'), endTaken))}${cell(paragraph(run('right')))}</w:tr></w:tbl>`,
    paragraph(run('last'), endTaken),
  ]
  expect(await linesOf(packDocx(`${body.join('')}`))).toEqual(['one line', 'left\tright', 'last'])
})

test('signs, equations and breaks', async () => {
  const bullet = '<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>'
  const equation =
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=5</m:t></m:r></m:oMath>'
  const pageBreak = '<w:r><w:br w:type="page"/></w:r>'
  const body = paragraph(bullet + run('a') + equation) + paragraph(run('b') + pageBreak + run('c'))
  expect(await linesOf(packDocx(body))).toEqual(['•ax=5', 'b', 'c'])
})

test('a Word file in one file of XML', async () => {
  const named = (name: string, content: string) =>
    `<pkg:part pkg:name="/word/${name}.xml" pkg:contentType="x"><pkg:xmlData>${content.replace(/^<\?.*\?>\s*/, '')}</pkg:xmlData></pkg:part>`
  const body = part(
    'document',
    `<w:body>${paragraph(run('one'), numbered(0))}${paragraph(run('two'))}</w:body>`,
  )
  const flat = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${named('document', body)}${named('numbering', LIST)}</pkg:package>`
  expect(await linesOf(Buffer.from(flat))).toEqual(['1. one', 'two'])
  await expect(linesOf(Buffer.from(flat.replaceAll('pkg:part', 'pkg:other')))).rejects.toMatchObject({
    code: 'FILE_DAMAGED',
  })
})

test('styles are on the level that the list links them to, and rows are counted in an empty cell', async () => {
  const style = (id: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:pPr>${numbered()}</w:pPr></w:style>`
  const heading = (id: string) => paragraph(run('x'), `<w:pStyle w:val="${id}"/>`)
  const row = `<w:tbl><w:tr>${cell(paragraph('', numbered(0)))}${cell(paragraph(run('Egypt')))}</w:tr></w:tbl>`
  const body = `${['H1', 'H2', 'H2', 'H1'].map(heading).join('')}${row}`
  const bytes = packDocx(body, LIST, { 'word/styles.xml': part('styles', style('H1') + style('H2')) })
  expect(await linesOf(bytes)).toEqual(['1. x', '1.1 x', '1.2 x', '2. x', '3.\tEgypt'])
})

test('notes stand in the order of their marks; one that nothing refers to is not printed', async () => {
  const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
  const notes = [3, 7, 9].map((id) => `<w:footnote w:id="${id}">${paragraph(run(`note ${id}`))}</w:footnote>`)
  const body = paragraph(run('a') + mark(7) + run('b') + mark(3))
  const bytes = packDocx(body, undefined, { 'word/footnotes.xml': part('footnotes', notes.join('')) })
  expect(await linesOf(bytes)).toEqual(['ab', '[1] note 7', '[2] note 3'])
})

test('parts of other formats stand where they were put in', async () => {
  const relations =
    '<Relationships><Relationship Id="a" Target="part.html"/><Relationship Id="b" Target="/word/part.rtf"/><Relationship Id="c" Target="part.docx"/></Relationships>'
  const body = `${paragraph(run('before'))}<w:altChunk r:id="a"/><w:altChunk r:id="b"/><w:altChunk r:id="c"/>${paragraph(run('after'))}`
  const bytes = writeZip([
    { name: 'word/document.xml', content: part('document', `<w:body>${body}</w:body>`) },
    { name: 'word/_rels/document.xml.rels', content: relations },
    { name: 'word/part.html', content: '<html><p>one<p>two</html>' },
    { name: 'word/part.rtf', content: '{\\rtf1 three\\par}' },
    { name: 'word/part.docx', content: packDocx(`${paragraph(run('four'))}<w:altChunk r:id="a"/>`) },
  ])
  expect(await linesOf(bytes)).toEqual(['before', 'one', 'two', 'three', 'four', 'after'])
})

test('after a part that is refused no other part is read', async () => {
  const bomb = packDocx(paragraph(run(' '.repeat(32 * 1024 * 1024))))
  const names = ['bomb', ...Array.from({ length: 50 }, () => 'part')]
  const relations = ['bomb', 'part'].map((name) => `<Relationship Id="${name}" Target="${name}.docx"/>`)
  const bytes = writeZip([
    {
      name: 'word/document.xml',
      content: part('document', names.map((name) => `<w:altChunk r:id="${name}"/>`).join('')),
    },
    { name: 'word/_rels/document.xml.rels', content: `<Relationships>${relations.join('')}</Relationships>` },
    { name: 'word/bomb.docx', content: bomb },
    { name: 'word/part.docx', content: packDocx(paragraph(run('one'))) },
  ])
  const look = vi.fn()
  const signal = Object.assign(new AbortController().signal, { throwIfAborted: look })
  await expect(extract({ name: 'x.docx', bytes }, signal)).rejects.toMatchObject({ code: 'ARCHIVE_BOMB' })
  await sleep(200)
  expect(look.mock.calls.length).toBeLessThan(10)
})

describe('XML as other programs write it', () => {
  const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
  const documentOf = (prefix: string, name: string, start = '') => {
    const [p, xmlns] = prefix ? [`${prefix}:`, `xmlns:${prefix}`] : ['', 'xmlns']
    return `${start}<${p}document ${xmlns}="${name}"><${p}body><${p}p><${p}r><${p}t>نص</${p}t></${p}r></${p}p></${p}body></${p}document>`
  }
  test.each([
    ['another prefix', documentOf('ns0', TRANSITIONAL)],
    ['none', documentOf('', TRANSITIONAL)],
    ['strict names', documentOf('w', STRICT)],
    [
      'UTF-16',
      Buffer.from(
        `\uFEFF${documentOf('w', TRANSITIONAL, '<?xml version="1.0" encoding="UTF-16"?>')}`,
        'utf16le',
      ),
    ],
  ])('%s', async (_, content) =>
    expect(await linesOf(writeZip([{ name: 'word/document.xml', content }]))).toEqual(['نص']),
  )
})
