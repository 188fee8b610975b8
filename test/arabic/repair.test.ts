/** What is mended, what is left as the author wrote it, and the law: repair(repair(x)) = repair(x). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { INVISIBLE } from '../../src/arabic/characters.js'
import { repair } from '../../src/arabic/repair.js'

describe('damage of the file is mended', () => {
  test.each([
    ['shaped letters', 'ﻣﻨﻈﻤﺔ ﺍﻟﺘﻌﺎﻭﻥ', 'منظمة التعاون'],
    ['the ligature lam-alef', 'ﻻ إله', 'لا إله'],
    ['the name of God as one character', '\uFDF2', 'الله'],
    ['a phrase as one character', '\uFDFA', 'صلى الله عليه وسلم'],
    ['a mark on a space', 'مقر\uFE7C', 'مقر\u0651'],
    ['two marks on a space', 'ضد\uFC60', 'ضد\u064E\u0651'],
    ['a mark on a tatweel inside a word', 'مقـ\uFE7Dر', 'مقّر'],
    ['right-to-left marks and embeddings', '\u202Bالبيان\u202C\u200F الختامي\u061C', 'البيان الختامي'],
    [
      'zero-width joiners, soft hyphens, byte order marks',
      '\uFEFFالمؤ\u200Cتمر de\u00ADcided',
      'المؤتمر decided',
    ],
    ['kashida that stretches', 'الإســلامــي طـشـقــنـد', 'الإسلامي طشقند'],
    ['kashida behind the article', 'الـقرار', 'القرار'],
    ['decomposed letters', 'ا\u0654كد e\u0301tat', 'أكد état'],
    ['line ends of other systems', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['NUL and other controls', 'a\u0000b\u0007c', 'abc'],
    ['half of a surrogate pair', 'a\uD800b', 'a\uFFFDb'],
  ])('%s', (_, damaged, mended) => expect(repair(damaged)).toBe(mended))
})

describe('what the author wrote stays', () => {
  test.each([
    ['tatweel as a dash between numbers', '23 ـ 24 ذو القعدة'],
    ['tatweel as a dash behind a number', '1 ـ دعا المجلس'],
    ['heh with tatweel as the mark of a Hijri year', '1438هـ'],
    ['heh with tatweel as a list mark', 'هـ) الأمن'],
    ['the article before digits', 'الدورة الـ43 والـ /40/'],
    ['vowel marks', 'جدّد، مقرّ، علماً'],
    ['Farsi yeh and keheh', 'فی ک'],
    ['Arabic-Indic digits', '٢٠١٦'],
    ['letters of other scripts that NFKC would change', 'n° ½ ﬁ Ⅲ'],
    ['tabs, line breaks, page breaks', 'a\tb\nc\fd'],
  ])('%s', (_, text) => expect(repair(text)).toBe(text))
})

test('repairing twice changes nothing', () => {
  const nasty = [
    ...'اأبـلهة\u0651\u064E\u0654\u0653 ـًﻻﷲ\uFE70\uFE71\uFC60\u200F\uFEFF\uD800\uDC00\r\n\u0000e\u0301\u0301٢',
  ]
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...nasty) }))
  fc.assert(
    fc.property(text, (x) => {
      const once = repair(x)
      expect(repair(once)).toBe(once)
      expect(once).not.toMatch(new RegExp(`[${INVISIBLE}]`))
    }),
    { numRuns: 3000, examples: [['ا\u0640\u0301\u0654\uFE71']] },
  )
})
