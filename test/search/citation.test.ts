/** One line that names a paragraph so that a reader of the paper finds it, in three languages. */
import { expect, test } from 'vitest'
import { UNREAD } from '../../src/index/mentions.js'
import { citation } from '../../src/search/citation.js'

const PARAGRAPH = { ...UNREAD, key: 'k', document: 'd', same: '', ordinal: 1, language: 'en' as const }

test.each([
  ['6', '6', 'الفقرة 6', 'para. 6', 'par. 6'],
  ['1', '13.1', 'الفقرة 13.1', 'para. 13.1', 'par. 13.1'],
  ['a', '7.a', 'الفقرة 7.a', 'para. 7.a', 'par. 7.a'],
  ['7', '4/44-POL op. 7', 'الفقرة 7', 'para. 7', 'par. 7'],
  ['6', '6-2', 'الفقرة 6', 'para. 6', 'par. 6'],
  [undefined, 'pre-2', 'الفقرة 2 من الديباجة', 'preambular para. 2', 'par. 2 du préambule'],
  [undefined, '13', 'الفقرة 13', 'para. 13', 'par. 13'],
])('%s, known as %s', (number, label, ar, en, fr) => {
  const lines = citation({ ...PARAGRAPH, number, label })
  const bare = Object.values(lines).map((line) => line.replace(/[\u2068\u2069]/g, ''))
  expect(bare).toEqual([ar, en, fr])
})

test('what it stands in comes first, each in its own direction', () => {
  const known = {
    issuer: 'OIC',
    body: 'CFM',
    title: 'On Aleppo',
    city: 'Jeddah',
    day: '2016-12-22',
    symbol: 'OIC/CFM/1',
  }
  expect(citation({ ...PARAGRAPH, ...known, number: '6', label: '6' }).fr).toBe(
    'Organisation de la coopération islamique, Conseil des ministres des Affaires étrangères, « \u2068On Aleppo\u2069 », Djeddah, \u206822 décembre 2016\u2069, \u2068OIC/CFM/1\u2069, par. \u20686\u2069',
  )
})
