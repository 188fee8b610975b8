/** A saved page: its main part in any encoding, the numbers of its lists, and the space between its paragraphs. */
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extract/index.js'

async function linesOf(page: string | Uint8Array): Promise<string[]> {
  const { pages, format } = await extract({ name: 'x.html', bytes: Buffer.from(page) })
  expect(format).toBe('html')
  return pages.flatMap(({ lines }) => lines)
}

const page = (body: string, head = '') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`

describe('lists', () => {
  test.each([
    ['<ol><li>a<li>b</ol>', ['1. a', '2. b']],
    ['<ol start=4 type=i><li>a</li><li value=7><p>b</p></li></ol>', ['iv. a', 'vii. b']],
    ['<ol style="list-style-type: arabic-indic"><li>a<li>b</ol>', ['١. a', '٢. b']],
    ['<ol style="list-style: none"><li>a</ol>', ['a']],
    ['<ul><li>a</ul>', ['• a']],
    // Word processors print the number into the text and hide the list's own.
    ['<ol><li><span>7.</span>a</li></ol>', ['7.a']],
    ['<ol><li>1.5 million</li></ol>', ['1. 1.5 million']],
  ])('%s', async (body, expected) => expect((await linesOf(page(body))).filter(Boolean)).toEqual(expected))
})

describe('space between paragraphs', () => {
  test('browsers leave it', async () => {
    expect(await linesOf(page('<p>a<br>b</p><p>c</p><div>d</div>'))).toEqual(['', 'a', 'b', '', 'c', '', 'd'])
  })

  test('an author who divides by empty paragraphs means these alone', async () => {
    expect(await linesOf(page('<p>a</p><p>b</p><p>&nbsp;</p><p>c</p>'))).toEqual(['a', 'b', '', 'c'])
  })

  test('two breaks make it too', async () => {
    expect(await linesOf(page('<div>a<br>b<br><br>c</div>'))).toEqual(['a', 'b', '', 'c'])
  })
})

test('marks of notes, deletions and what leads through the site are left out', async () => {
  const body = '<nav>lost</nav><main>a<a href="#_ftn1">[1]</a> b<del>lost</del></main><footer>lost</footer>'
  expect(await linesOf(page(body))).toEqual(['a b'])
})

describe('encodings', () => {
  const arabic = page('<p>قمة</p>')
  test.each([
    ['UTF-8 whatever is declared', Buffer.from(page('<p>قمة</p>', '<meta charset=windows-1252>'))],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${arabic}`, 'utf16le')],
    ['UTF-16 without', Buffer.from(arabic, 'utf16le')],
    ['a declared page', Buffer.from(page('<p>\xde\xe3\xc9</p>', '<meta charset=windows-1256>'), 'latin1')],
  ])('%s', async (_, bytes) => expect((await linesOf(bytes)).join('')).toBe('قمة'))
})

test('a page saved with its pictures', async () => {
  const saved = [
    'From: <Saved by Blink>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html"; boundary="----x"',
    '',
    '------x',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<html><body><p>=D9=82=D9=85=\r\n=D8=A9</p></body></html>',
    '------x--',
  ].join('\r\n')
  expect((await linesOf(saved)).join('')).toBe('قمة')
})
