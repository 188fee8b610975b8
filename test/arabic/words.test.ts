/** Which letters are a word, with whatever is written onto it, and which words were cut in two? */
import { expect, test } from 'vitest'
import { countPieces } from '../../src/arabic/pieces.js'
import { isArabicWord } from '../../src/arabic/words.js'

test.each(['الأمم', 'والمجتمعات', 'لأراضيها', 'إدانته', 'في', 'و', 'الوزارى', 'بالمسؤوليات'])(
  '%s is a word',
  (word) => expect(isArabicWord(word)).toBe(true),
)

test.each(['ممألا', 'األمم', 'دةح', 'ا', 'ىلع', 'المنظمةالدولية'])('%s is none', (word) =>
  expect(isArabicWord(word)).toBe(false),
)

test.each([
  ['الأمم المتحدة في العالم', 0],
  ['الأمم المتحد ة والمجتمعا ت', 2],
  ['ا لا جتماع الوزاري', 2],
  ['بي بي سي', 0],
  ['لا بد من ذلك', 0],
])('%s: %i cuts', (text, cuts) => expect(countPieces(text.split(' '))).toBe(cuts))

test('what stands apart by a sign is not put together', () => {
  expect(countPieces(['المتحد', '', 'ة'])).toBe(0)
})
