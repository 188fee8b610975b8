/** Words that may be misspelt are told from names and words of Arabic. */
import { expect, test } from 'vitest'
import { doubtful } from '../../../src/search/matching/doubtful.js'

test.each([
  ['names, in any language', 'كشمير وأذربيجان Aleppo Kashmir', []],
  ['words of Arabic, with what is written onto them', 'التهجير والوساطة بالبراميل الزكاةِ', []],
  ['slips', 'الاستيتان فلسسطين إندنوسيا settlments', ['الاستيتان', 'فلسسطين', 'إندنوسيا', 'settlments']],
  ['short words', 'حلبب abc', []],
  ['nothing', '', []],
])('%s: %s', (_, text, expected) => {
  expect(doubtful(text)).toEqual(expected)
})
