/** The same text in any format gives the same paragraphs with the same numbers, typed or counted by the word processor. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { docxOf } from '../../scripts/office/docx.js'
import { BOX, EXPECTED, NOTES, richDocx } from '../../scripts/office/rich.js'
import { extract } from '../../src/extract/index.js'
import type { Document } from '../../src/model.js'
import { analyse } from '../../src/pipeline.js'

const FIXTURES = join(import.meta.dirname, '../fixtures/office')
const SAMPLES = join(import.meta.dirname, '../../samples')
const TEXTS = ['oic-ex-com-2016-fc.ar', 'un-udhr-1948.en']
const names = readdirSync(FIXTURES)

async function read(name: string, bytes: Uint8Array): Promise<Document> {
  return (await analyse({ name, bytes })).documents[0] as Document
}

const sampleOf = (text: string) => readFileSync(join(SAMPLES, `${text}.txt`))

describe.each(TEXTS)('%s', async (text) => {
  const expected = await read(text, sampleOf(text))
  const files = names.filter((name) => name.startsWith(text) && !name.endsWith('.pdf'))

  test('there are files to compare', () => expect(files.length).toBeGreaterThan(1))

  test.each(files)('%s says the same', async (name) => {
    const document = await read(name, readFileSync(join(FIXTURES, name)))
    expect(withoutPlaces(document)).toEqual(withoutPlaces(expected))
    expect(document.key).toBe(expected.key)
  })

  test.each([
    ['typed', 'empty'],
    ['automatic', 'empty'],
    ['automatic', 'space'],
  ] as const)('as DOCX with numbers %s and white as %s too', async (numbers, white) => {
    const lines = sampleOf(text).toString().split('\n')
    const document = await read('x.docx', docxOf(lines, numbers, white))
    expect(withoutPlaces(document)).toEqual(withoutPlaces(expected))
  })
})

test('as PDF it has the same numbers', async () => {
  const [text = ''] = TEXTS
  const numbers = ({ paragraphs }: Document) => paragraphs.flatMap(({ number }) => number ?? [])
  const document = await read('x.pdf', readFileSync(join(FIXTURES, `${text}.automatic.pdf`)))
  expect(numbers(document)).toEqual(numbers(await read('x.txt', sampleOf(text))))
})

/** Where a paragraph stands in the text and on which page depends on the format. */
function withoutPlaces({ paragraphs }: Document) {
  return paragraphs.map(({ role, label, number, section, text }) => ({ role, label, number, section, text }))
}

describe('what word processors do to a text', () => {
  const rich: [format: string, bytes: Uint8Array][] = [
    ['docx', richDocx()],
    ...['doc', 'odt', 'rtf'].map((format): [string, Uint8Array] => [
      format,
      readFileSync(join(FIXTURES, `rich.${format}`)),
    ]),
  ]

  test.each(rich)('%s', async (format, bytes) => {
    const { pages } = await extract({ name: `rich.${format}`, bytes })
    const lines = pages.flatMap((page) => page.lines).filter((line) => line.trim() !== '')
    expect(lines.join('\n')).not.toContain('lost')
    expect(lines).toContain(BOX)
    expect(lines.slice(-2)).toEqual(NOTES.map((note, at) => `[${at + 1}] ${note}`))
    expect(pages).toHaveLength(2)
    expect(pages[1]?.lines).toContain('On the second page')
    const body = lines.slice(0, -2).filter((line) => line !== BOX)
    // An RTF file holds the numbers as text: those that the writer saw, who counted the deleted point.
    expect(body).toEqual(format === 'rtf' ? EXPECTED.map(countingTheDeleted) : EXPECTED)
  })
})

function countingTheDeleted(line: string): string {
  return line.replace(/^[34](?=\. (?:Third|Fourth))/, (number) => String(Number(number) + 1))
}
