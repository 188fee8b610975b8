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
    ['<style>ul, li { list-style: none }</style><ul><li>a</ul><ol><li>b</ol>', ['a', 'b']],
    ['<ol style="list-style: none"><li><span style="float: left">5.1.</span>a</ol>', ['5.1. a']],
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

describe('what stands around the text', () => {
  const text = [
    'First, the Meeting expressed its deep concern at the situation.',
    'Second, it renewed its condemnation of the attacks on civilians.',
  ]
  const paragraphs = text.map((line) => `<p>${line}</p>`).join('')
  const links = (count: number) =>
    Array.from(
      { length: count },
      (_, at) => `<li><a href="/${at}">A lost page of the site, number ${at}</a></li>`,
    ).join('')
  test.each([
    [
      'named by its author',
      `<div class="menu">${links(20)}</div><div id="site-footer">lost</div><div class="has-sidebar">${paragraphs}</div>`,
    ],
    [
      'nothing but links',
      `<div><a href="a">lost</a> | <a href="b">lost</a></div>${paragraphs}<h3>More lost</h3><ul>${links(9)}</ul>`,
    ],
    [
      'a column of the page',
      `<table><tr><td><a href="a">lost</a><br><a href="b">lost</a></td><td>${paragraphs}</td></tr></table>`,
    ],
    [
      'controls of a form that holds the page',
      `<form><label>lost</label><select><option>lost</select>${paragraphs}</form>`,
    ],
    [
      'what is not to be seen',
      `<p style="visibility: hidden">lost</p><div title="header">lost</div>${paragraphs}`,
    ],
  ])('%s', async (_, body) => expect((await linesOf(page(body))).filter(Boolean)).toEqual(text))

  test('links within the text and a page of nothing else are kept', async () => {
    const cited = `${paragraphs}<p><a href="a">S/RES/2254</a></p><p><a href="b">S/RES/2328</a></p>${paragraphs}`
    expect((await linesOf(page(cited))).filter(Boolean)).toContain('S/RES/2328')
    expect((await linesOf(page(`<ul>${links(3)}</ul>`))).filter(Boolean)).toHaveLength(3)
  })
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

test('of a saved frame the longest page is read; a page may be saved alone', async () => {
  const part = (body: string) => `--x\r\nContent-Type: text/html\r\n\r\n${body}\r\n`
  const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
  const frames = ['<frameset><frame src=a></frameset>', '<p>lost</p>', '<p>the text of the page</p>'].map(
    part,
  )
  expect((await linesOf(`${head}${frames.join('')}--x--`)).filter(Boolean)).toEqual(['the text of the page'])
  const alone = 'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>alone</p>'
  expect((await linesOf(alone)).filter(Boolean)).toEqual(['alone'])
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
