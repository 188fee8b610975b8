/** What becomes of each kind of bytes, whatever the name of the file says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extract/index.js'

const file = (content: string | Uint8Array, name = 'file.txt') => ({
  name,
  bytes: typeof content === 'string' ? Buffer.from(content, 'utf8') : content,
})

test('a form feed divides pages, every line end divides lines', async () => {
  const { pages, paged, format } = await extract(file('a\r\nb\fc\n\nd'))
  expect({ pages, paged, format }).toEqual({
    format: 'txt',
    paged: true,
    pages: [{ lines: ['a', 'b'] }, { lines: ['c', '', 'd'] }],
  })
})

test('without a form feed the pages are not known', async () => {
  expect((await extract(file('a\nb'))).paged).toBe(false)
})

describe('refused with a code that says why', () => {
  test.each([
    ['nothing', '', 'FILE_EMPTY'],
    ['blanks and dots', ' \n\t.\f\n', 'FILE_EMPTY'],
    ['a picture', 'GIF89a....', 'FORMAT_UNKNOWN'],
    ['a program', '\u007FELF....', 'FORMAT_UNKNOWN'],
    ['sound', 'ID3\u0003....', 'FORMAT_UNKNOWN'],
    ['a table of another office', 'PK\u0003\u0004xl/workbook.xml', 'FORMAT_UNKNOWN'],
    ['controls', Uint8Array.from({ length: 300 }, (_, n) => n % 31), 'FILE_BINARY'],
  ])('%s', async (_, content, code) => {
    await expect(extract(file(content))).rejects.toMatchObject({
      code,
      message: expect.stringContaining('file.txt'),
    })
  })
})

test('a page that only shows others in frames says so', async () => {
  const page = '<html><frameset><frame src="a.html"><noframes>No frames here.</noframes></frameset></html>'
  await expect(extract(file(page))).rejects.toMatchObject({ code: 'PAGE_OF_FRAMES' })
})

test('of a letter the page is read, or its text; what is attached is counted', async () => {
  const part = (head: string, body: string) => `--x\r\n${head}\r\n\r\n${body}\r\n`
  const plain = part('Content-Type: text/plain; charset=utf-8; format=flowed', 'One line \r\nthat goes on')
  const page = part('Content-Type: text/html', '<p>One page</p>')
  const added = part('Content-Type: application/pdf\r\nContent-Disposition: attachment', 'JVBERi0=')
  const letter = (...parts: string[]) =>
    extract(
      file(
        `From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary=x\r\n\r\n${parts.join('')}--x--`,
      ),
    )
  expect((await letter(plain)).pages[0]?.lines[0]).toBe('One line that goes on')
  expect((await letter(plain, page)).pages[0]?.lines).toContain('One page')
  expect((await letter(plain, added)).warnings).toMatchObject([
    { code: 'ATTACHMENTS_UNREAD' },
    { code: 'NAME_MISLEADS' },
  ])
})

test('a compound file that was cut off before its folder is damaged, not of another kind', async () => {
  const doc = readFileSync(join(import.meta.dirname, '../fixtures/office/rich.doc'))
  await expect(extract({ name: 'x.doc', bytes: doc.subarray(0, 2000) })).rejects.toMatchObject({
    code: 'FILE_DAMAGED',
  })
})

test('an aborted extraction ends with the reason', async () => {
  await expect(extract(file('text'), AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough')
})
