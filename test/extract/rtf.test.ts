/** What Rich Text files do to letters: code pages, Unicode with a stand-in, groups that are no text. */
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extract/index.js'

async function linesOf(body: string): Promise<string[]> {
  const { pages, format } = await extract({ name: 'x.rtf', bytes: Buffer.from(`{\\rtf1${body}}`, 'latin1') })
  expect(format).toBe('rtf')
  return pages.flatMap(({ lines }) => lines).filter(Boolean)
}

const FONTS = '{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset178 Arabic;}{\\f2\\fcharset2 Symbol;}}'

describe('letters', () => {
  test.each([
    ['in the page of the file', "\\ansi\\ansicpg1256 \\'de\\'e3\\'c9\\par", ['قمة']],
    [
      'in the page of a font',
      `\\ansi\\ansicpg1252${FONTS}\\f0 \\'e9t\\'e9 {\\f1 \\'de\\'e3\\'c9}\\par`,
      ['été قمة'],
    ],
    ['as they are, in bytes above ASCII', '\\ansi\\ansicpg1256 \xde\xe3\xc9\\par', ['قمة']],
    ['as numbers, with one character to pass over', "\\u1602?\\u1605\\'3f\\u1577?\\par", ['قمة']],
    ['as numbers, negative, with two or none', '{\\uc2\\u-500ab}{\\uc0\\u1602 x}\\par', ['\uFE0Cقx']],
    ['in pairs of surrogates', '\\u-10179?\\u-8704?a\\par', ['😀a']],
    [
      'quotes and dashes of windows-1252',
      "\\ansi\\ansicpg1252 l\\'92\\'e9t\\'e9 \\'96 \\'93x\\'94\\par",
      ['l’été – “x”'],
    ],
    ['as signs', '\\ldblquote a\\rdblquote\\~\\_\\emdash b\\{\\}\\\\\\par', ['“a”\u00A0-—b{}\\']],
    ['of symbol fonts', `${FONTS}{\\f2\\'b7}\\tab a\\par`, ['•\ta']],
  ])('%s', async (_, body, expected) => expect(await linesOf(body)).toEqual(expected))
})

describe('what is no text', () => {
  test.each([
    ['pictures', '{\\pict\\pngblip 89504e47}a\\par'],
    ['bytes', '{\\pict\\bin5 {{{}}}a\\par'],
    ['heads and feet', '{\\header {\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}}a\\par'],
    ['groups that are not known', '{\\*\\new{\\inner lost}}a\\par'],
    ['hidden text', '{\\v lost}a\\v lost\\v0\\par'],
    ['deleted text', '{\\deleted lost}a\\par'],
    ['the deleted end of a paragraph', '{\\deleted lost\\par}a\\par'],
    [
      'the older form of a drawing',
      '{\\shp{\\*\\shpinst{\\shptxt a\\par}}{\\shprslt{\\*\\do{\\dptxbxtext lost\\par}}}}\\par',
    ],
    ['the instruction of a field', '{\\field{\\*\\fldinst HYPERLINK lost}{\\fldrslt a}}\\par'],
    ['the older form of a name', '{\\upr{lost}{\\*\\ud a}}\\par'],
  ])('%s', async (_, body) => expect(await linesOf(body)).toEqual(['a']))
})

test('rows, their cells, and what stands around them', async () => {
  const row = (...cells: string[]) =>
    `\\trowd\\cellx1\\cellx2${cells.map((cell) => `\\pard\\intbl ${cell}\\cell`).join('')}\\row`
  expect(await linesOf(`\\pard before\\par ${row('a', 'b\\par c')}${row('d', '')}\\pard after\\par`)).toEqual(
    ['before', 'a\tb c', 'd', 'after'],
  )
})

describe('numbers that only the tables of lists tell', () => {
  const level = (format: number, text: string, start = 1) =>
    `{\\listlevel\\levelnfc${format}\\levelstartat${start}{\\leveltext ${text};}{\\levelnumbers \\'01;}}`
  const TABLES =
    `{\\*\\listtable{\\list\\listtemplateid1${level(0, "\\'02\\'00.")}${level(4, "\\'03(\\'01)")}{\\listname ;}\\listid7}}` +
    '{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}' +
    '{\\listoverride\\listid7\\listoverridecount1{\\lfolevel\\listoverridestartat\\levelstartat5}\\ls2}}'

  test('are counted, level by level', async () => {
    const body =
      '\\pard\\ls1\\ilvl0 a\\par b\\par\\pard\\ls1\\ilvl1 c\\par d\\par\\pard\\ls1\\ilvl0 e\\par\\pard f\\par'
    expect(await linesOf(TABLES + body)).toEqual(['1. a', '2. b', '(a) c', '(b) d', '3. e', 'f'])
  })

  test('start where the list that changes another one says', async () => {
    expect(await linesOf(`${TABLES}\\pard\\ls2 a\\par b\\par`)).toEqual(['5. a', '6. b'])
  })

  test('give way to those that the file brings as text', async () => {
    expect(await linesOf(`${TABLES}\\pard\\ls1{\\listtext 9.\\tab}a\\par`)).toEqual(['9. a'])
  })
})

test('nesting without end is refused', async () => {
  await expect(linesOf('{'.repeat(5000))).rejects.toMatchObject({ code: 'MARKUP_TOO_DEEP' })
})
