/**
 * What every extractor promises, whatever the bytes: coded errors only, pages of lines, nothing lost, and lines that are
 * clean after one repair.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { docxOf } from '../../scripts/office/docx.js'
import { repair } from '../../src/arabic/repair.js'
import { BayanError } from '../../src/errors.js'
import { extract } from '../../src/extract/index.js'
import type { Extracted } from '../../src/model.js'

const FIXTURES = join(import.meta.dirname, '../fixtures/office/oic-ex-com-2016-fc.ar.automatic')
const TEXT = readFileSync(join(import.meta.dirname, '../../samples/oic-ex-com-2016-fc.ar.txt'))
const MHTML = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${readFileSync(`${FIXTURES}.html`).toString('base64')}\r\n--x--`

/** Each format with a file of the same text. */
const GOOD: [format: string, bytes: Buffer][] = [
  ['txt', TEXT],
  ['docx', docxOf(TEXT.toString().split('\n'), 'automatic')],
  ...['doc', 'odt', 'rtf', 'html', 'pdf'].map((format): [string, Buffer] => [
    format,
    readFileSync(`${FIXTURES}.${format}`),
  ]),
  ['mhtml', Buffer.from(MHTML)],
  ['mail', Buffer.from(MHTML.replace('related', 'mixed'))],
]
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
/** Letters and digits of the text, without the numbers that some formats count themselves. */
const words = (text: string) => new Set(repair(text).match(/\p{L}{2,}/gu))

/** @returns what was read, or the error with its code; anything else fails the test */
async function attempt(bytes: Uint8Array): Promise<Extracted | BayanError> {
  const outcome = await extract({ name: 'file', bytes }).catch((error: unknown) => error)
  if (outcome instanceof BayanError) {
    // Its sentence is complete, and no library got away unnoticed.
    expect(outcome.message).not.toMatch(/\{\w+\}/)
    if (outcome.code === 'EXTRACT_CRASHED') throw outcome
    return outcome
  }
  if (outcome instanceof Error) throw outcome
  return outcome as Extracted
}

function expectPages({ pages, paged }: Extracted): void {
  expect(pages.length).toBeGreaterThan(0)
  if (!paged) expect(pages).toHaveLength(1)
  for (const line of pages.flatMap((page) => page.lines)) {
    expect(line).not.toMatch(/\n/)
    const clean = repair(line)
    expect(repair(clean)).toBe(clean)
    expect(clean).not.toMatch(BIDI)
  }
}

describe.each(GOOD)('%s', (format, bytes) => {
  test('a good file: every word of the text, on its page', async () => {
    const extracted = (await attempt(bytes)) as Extracted
    expect(extracted.format).toBe(format === 'mhtml' || format === 'mail' ? 'html' : format)
    expectPages(extracted)
    const read = words(extracted.pages.flatMap((page) => page.lines).join('\n'))
    expect([...words(TEXT.toString())].filter((word) => !read.has(word))).toEqual([])
  })

  test('the same bytes give the same twice', async () => {
    expect(await attempt(bytes)).toEqual(await attempt(bytes))
  })

  test('cut short anywhere, it gives what is left or a code', async () => {
    for (const share of [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.999]) {
      const outcome = await attempt(bytes.subarray(0, Math.floor(bytes.length * share)))
      if (!(outcome instanceof BayanError)) expectPages(outcome)
    }
  })

  test('with bytes changed at random, it gives something or a code', async () => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 200 }), async (changes) => {
        const damaged = Buffer.from(bytes)
        for (const [at, value] of changes) damaged[at] = value
        const outcome = await attempt(damaged)
        if (!(outcome instanceof BayanError)) expectPages(outcome)
      }),
      { numRuns: 20 },
    )
  })

  test('an aborted reading ends with the reason', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(extract({ name: 'file', bytes }, signal)).rejects.toThrow('enough')
  })
})

/** First bytes of each kind, so that what follows reaches its reader. */
const BEGINNINGS = [
  '',
  '%PDF-1.4\n',
  'PK\x03\x04',
  '{\\rtf1 ',
  '<html>',
  '<?xml version="1.0"?><html>',
  '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1',
  '\xFF\xFE',
  '\x89PNG\r\n\x1A\n',
  '\xFF\xD8\xFF',
  'II*\0',
]

test.each(BEGINNINGS)('noise behind %j gives text or a code', async (beginning) => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (noise) => {
      const outcome = await attempt(Buffer.concat([Buffer.from(beginning, 'latin1'), noise]))
      if (!(outcome instanceof BayanError)) expectPages(outcome)
    }),
    { numRuns: 30 },
  )
})
