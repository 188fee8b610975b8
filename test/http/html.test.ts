import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { html, type Part, render } from '../../src/http/page/html.js'

const shown = (part: Part) => render(html`${part}`).replace('<!doctype html>\n', '')

describe('html', () => {
  test.each<[Part, string]>([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onload="x', '&quot; onload=&quot;x'],
    ["' onload='x", '&#39; onload=&#39;x'],
    ['&amp;', '&amp;amp;'],
    [0, '0'],
    [false, ''],
    [undefined, ''],
    [['<', html`<b>${'<'}</b>`], '&lt;<b>&lt;</b>'],
  ])('%j', (part, expected) => {
    expect(shown(part)).toBe(expected)
  })

  test('an object that only looks like safe text is not taken for it', () => {
    const forged = JSON.parse('{"safe":"<script>","Symbol(safe)":"<script>"}')
    expect(shown(forged)).not.toContain('<script>')
  })

  test('law: no text leaves the template with a sign that could open a tag or end an attribute', () => {
    fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(shown(text))))
  })
})
