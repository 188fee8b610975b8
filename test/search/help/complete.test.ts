/** A question that hardly any paragraph holds whole: which paragraphs are found besides, and which come first? */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readQuestion } from '../../../src/search/request.js'
import { type SmallIndex, smallIndex } from '../../helpers/search-index.js'

const WHOLE = 'بحث المؤتمر وقف القتال وإدخال الدواء إلى المدن'
const OTHERS = Array.from({ length: 12 }, (_, n) => `وتناول في الجلسة ${n} تقرير اللجنة عن أعمالها.`)
const PART = 'وقف القتال، القتال.'

let index: SmallIndex
beforeAll(async () => {
  const texts = [PART, `${OTHERS.slice(0, 5).join(' ')} ${WHOLE}`, ...OTHERS]
  index = await smallIndex(inject('elasticsearchUrl'), [{ key: 'whole.ar', language: 'ar', texts }])
})
afterAll(() => index?.remove())

const labels = async (q: string) =>
  (await index.search.search(readQuestion({ q, lang: 'en' }))).hits.map(({ paragraph }) => paragraph.label)

describe('of a question that few paragraphs hold whole', () => {
  test('from four words on those with most of it are found too, the whole ones first', async () => {
    expect(await labels('وقف القتال إدخال الدواء')).toEqual(['2', '1'])
  })

  test('of fewer words none may be missing', async () => {
    expect(await labels('وقف القتال الدواء')).toEqual(['2'])
  })
})
