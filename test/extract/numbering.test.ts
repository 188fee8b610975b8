/** The numbers that Word prints: lists that go on, start over, count in letters, and show the numbers above them. */
import { expect, test } from 'vitest'
import { packDocx, part } from '../../scripts/office/docx.js'
import { extract } from '../../src/extract/index.js'

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const form = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`
const startOver = (at: number, value: number) =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${value}"/></w:lvlOverride>`
const item = (id: number, at = 0, text = 'x') =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`

async function numbers(lists: string, body: string[], parts: Record<string, string> = {}): Promise<string[]> {
  const bytes = packDocx(body.join(''), part('numbering', lists), parts)
  const { pages } = await extract({ name: 'x.docx', bytes })
  return pages.flatMap(({ lines }) => lines.map((line) => line.replace(/ ?x$/, '')))
}

test('lists of one form count on together; one that is to start over does so once', async () => {
  const lists = form(1, level(0, 'decimal', '%1.')) + list(1, 1) + list(2, 1) + list(3, 1, startOver(0, 7))
  expect(
    await numbers(
      lists,
      [1, 1, 2, 3, 3, 1].map((id) => item(id)),
    ),
  ).toEqual(['1.', '2.', '3.', '7.', '8.', '9.'])
})

test('deeper levels begin anew under each number, and show the numbers above them', async () => {
  const lists =
    form(
      1,
      level(0, 'upperRoman', '%1.'),
      level(1, 'decimal', '%1.%2'),
      level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>'),
    ) + list(1, 1)
  const items = [0, 1, 1, 2, 0, 1].map((at) => item(1, at))
  expect(await numbers(lists, items)).toEqual(['I.', 'I.1', 'I.2', '1.2.1', 'II.', 'II.1'])
})

test('a level that never starts over goes on', async () => {
  const lists =
    form(1, level(0, 'none', ''), level(1, 'decimal', '%2)', '<w:lvlRestart w:val="0"/>')) + list(1, 1)
  expect(
    await numbers(
      lists,
      [0, 1, 1, 0, 1].map((at) => item(1, at)),
    ),
  ).toEqual(['', '1)', '2)', '', '3)'])
})

test.each([
  ['arabicAlpha', ['أ', 'ب', 'ت', 'ث', 'ج']],
  ['arabicAbjad', ['أ', 'ب', 'ج', 'د', 'ه']],
  ['hindiNumbers', ['١', '٢', '٣', '٤', '٥']],
  ['lowerLetter', ['a', 'b', 'c', 'd', 'e']],
  ['lowerRoman', ['i', 'ii', 'iii', 'iv', 'v']],
])('%s', async (format, expected) => {
  const lists = form(1, level(0, format, '%1')) + list(1, 1)
  expect(await numbers(lists, Array(5).fill(item(1)))).toEqual(expected)
})

test('an empty paragraph of a list counts, its number is not read', async () => {
  const lists = form(1, level(0, 'decimal', '%1.')) + list(1, 1)
  expect(await numbers(lists, [item(1), item(1, 0, ''), item(1)])).toEqual(['1.', '', '3.'])
})

test('the list of a style, of the style it is based on, and one named by its style', async () => {
  const lists =
    form(1, level(0, 'decimal', '%1.')) +
    '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Numbers"/></w:abstractNum>' +
    list(1, 1) +
    list(2, 2)
  const styles = part(
    'styles',
    `<w:style w:styleId="Numbers"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
     <w:style w:styleId="Child"><w:basedOn w:val="Numbers"/></w:style>`,
  )
  const styled = (style: string) =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>`
  const body = [styled('Numbers'), styled('Child'), item(2), styled('Other')]
  expect(await numbers(lists, body, { 'word/styles.xml': styles })).toEqual(['1.', '2.', '3.', ''])
})
