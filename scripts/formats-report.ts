/**
 * Does a text give the same paragraphs whatever file it comes in? Usage: tsx scripts/formats-report.ts FOLDER [TEXT|FOLDER…] [--only ENDING]
 * Makes each text (.txt, a line for each paragraph) in every format with LibreOffice and Chromium, analyses them all, and compares
 * label, number, role and text of each paragraph with those of the TXT. Prints a table, and the first difference of each file
 * that is not the same. What lies in FOLDER already is not made anew.
 */
import { mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { analyse } from '../src/pipeline.js'
import { FORMATS, makeFormats } from './office/formats.js'
import { textsOf } from './office/texts.js'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } })
const formats = FORMATS.filter((format) => new RegExp(values.only ?? '').test(format))
const [folder = 'formats', ...given] = positionals
await mkdir(folder, { recursive: true })
const texts = await textsOf(given.length > 0 ? given : ['samples', 'test/gold/texts'])
await makeFormats(folder, texts, formats)

const differences: string[] = []
const same = new Map<string, number>(formats.map((format) => [format, 0]))
let whole = 0
for (const { name, lines } of texts) {
  const expected = await readingOf(`${name}.txt`, Buffer.from(lines.join('\n')))
  const unequal = []
  for (const format of formats) {
    const file = `${name}.${format}`
    const difference = firstDifference(
      expected,
      await readFile(join(folder, file)).then((bytes) => readingOf(file, bytes)),
    )
    if (difference) unequal.push(`${file}\n${difference}`)
    else same.set(format, (same.get(format) ?? 0) + 1)
  }
  if (unequal.length === 0) whole += 1
  differences.push(...unequal)
}
console.log('| file | the same as TXT |\n| --- | --- |')
for (const [format, count] of same) console.log(`| ${format} | ${count} of ${texts.length} |`)
console.log(`| all of them | ${whole} of ${texts.length} |\n`)
console.log(differences.join('\n\n'))

/** A line for each paragraph of each document. */
async function readingOf(name: string, bytes: Uint8Array): Promise<string[]> {
  const { documents } = await analyse({ name: basename(name), bytes })
  return documents.flatMap(({ paragraphs }, at) =>
    paragraphs.map(
      ({ label, number, role, text }) =>
        `${at + 1} ${role} ${label} [${number ?? ''}] ${text.replace(/\s+/g, ' ')}`,
    ),
  )
}

function firstDifference(expected: string[], found: string[]): string | undefined {
  const length = Math.max(expected.length, found.length)
  const at = Array.from({ length }, (_, n) => n).find((n) => expected[n] !== found[n])
  if (at === undefined) return undefined
  const around = (lines: string[]) =>
    lines
      .slice(at, at + 2)
      .map((line) => line.slice(0, 200))
      .join('\n        ')
  return `  TXT:  ${around(expected)}\n  here: ${around(found)}`
}
