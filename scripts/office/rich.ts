/**
 * A Word file with what word processors can do to a text: lists that go on and start over, letters as numbers, a table, notes,
 * tracked changes, a text box, a field, a page break. Every word that is to be read stands in `EXPECTED`, the rest says "lost".
 */
import { packDocx, part } from './docx.js'

/** The lines of the body as a reader of the printed page sees them; the text box may stand before or after its anchor. */
export const EXPECTED = [
  'Report of the Committee',
  '1. First point',
  '2. Second point, as amended',
  '(أ) letter one',
  '(ب) letter two',
  '3. Third point goes on after the letters',
  'Between the lists',
  '4. Fourth point resumes',
  '1. Another list starts over',
  'Country\tVotes for\tVotes against',
  'Egypt\t41\t2',
  'See the annex for details',
  'Anchor of the box',
  'On the second page',
]
export const BOX = 'Text in the box'
export const NOTES = ['Text of the first note', 'Text of the second note']

const WORDS = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'

export function richDocx(): Buffer {
  const body = [
    `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run('Report of the Committee')}</w:p>`,
    item(1, 0, run('First point') + note(2)),
    item(1, 0, `${run('Second point')}${inserted(', as amended')}${deleted(' lost words')}`),
    item(2, 0, run('letter one')),
    item(2, 0, run('letter two')),
    `<w:p><w:pPr>${listed(1, 0)}<w:rPr><w:del w:id="8" w:author="a"/></w:rPr></w:pPr>${deleted('A lost point')}</w:p>`,
    item(1, 0, run('Third point goes on after the letters')),
    `<w:p>${run('Between the lists')}</w:p>`,
    item(1, 0, run('Fourth point resumes') + note(3)),
    item(3, 0, run('Another list starts over')),
    table([
      ['Country', 'Votes for', 'Votes against'],
      ['Egypt', '41', '2'],
    ]),
    `<w:p>${run('See ')}${field('HYPERLINK "http://lost.example"', 'the annex')}${run(' for details')}</w:p>`,
    `<w:p>${run('Anchor of the box')}<w:r>${box(BOX)}</w:r></w:p>`,
    `<w:p><w:r><w:br w:type="page"/></w:r>${run('On the second page')}</w:p>`,
  ]
  const notes = NOTES.map(
    (text, at) =>
      `<w:footnote w:id="${at + 2}"><w:p><w:r><w:footnoteRef/></w:r>${run(` ${text}`)}</w:p></w:footnote>`,
  )
  const separators = ['separator', 'continuationSeparator'].map(
    (type, at) => `<w:footnote w:id="${at}" w:type="${type}"><w:p><w:r><w:${type}/></w:r></w:p></w:footnote>`,
  )
  return packDocx(body.join(''), lists(), {
    'word/styles.xml': part('styles', style('Heading1', 'heading 1')),
    'word/footnotes.xml': part('footnotes', [...separators, ...notes].join('')),
  })
}

function lists(): string {
  const form = (id: number, format: string, text: string) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum>`
  const list = (id: number, of: number) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/></w:num>`
  return part(
    'numbering',
    form(1, 'decimal', '%1.') +
      form(2, 'arabicAlpha', '(%1)') +
      form(3, 'decimal', '%1.') +
      list(1, 1) +
      list(2, 2) +
      list(3, 3),
  )
}

function item(list: number, level: number, content: string): string {
  return `<w:p><w:pPr>${listed(list, level)}</w:pPr>${content}</w:p>`
}

function listed(list: number, level: number): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
}

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
}

function inserted(text: string): string {
  return `<w:ins w:id="6" w:author="a" w:date="2016-12-22T00:00:00Z">${run(text)}</w:ins>`
}

function deleted(text: string): string {
  return `<w:del w:id="7" w:author="a" w:date="2016-12-22T00:00:00Z"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
}

function note(id: number): string {
  return `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
}

function field(instruction: string, result: string): string {
  const sign = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  return `${sign('begin')}<w:r><w:instrText xml:space="preserve">${instruction.replaceAll('"', '&quot;')}</w:instrText></w:r>${sign('separate')}${run(result)}${sign('end')}`
}

function table(rows: string[][]): string {
  const cells = (row: string[]) =>
    row.map((text) => `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr><w:p>${run(text)}</w:p></w:tc>`)
  const grid = rows[0]?.map(() => '<w:gridCol w:w="3000"/>').join('')
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.map((row) => `<w:tr>${cells(row).join('')}</w:tr>`).join('')}</w:tbl>`
}

function box(text: string): string {
  const shape = `<wps:wsp xmlns:wps="${WORDS}"><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent><w:p>${run(text)}</w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>`
  const anchor = `<wp:anchor xmlns:wp="${DRAWING}/wordprocessingDrawing" xmlns:a="${DRAWING}/main" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="1800000" cy="720000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="${WORDS}">${shape}</a:graphicData></a:graphic></wp:anchor>`
  return `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>${anchor}</w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent>`
}

function style(id: string, name: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
}
