/** A question that hardly any paragraph holds whole: which paragraphs are found besides, and which come first? */
import { describe, expect, test } from 'vitest'
import { searching } from '../../helpers/search-index.js'

const WHOLE = 'بحث المؤتمر وقف القتال وإدخال الدواء إلى المدن'
const OTHERS = Array.from({ length: 12 }, (_, n) => `وتناول في الجلسة ${n} تقرير اللجنة عن أعمالها.`)
const PART = 'وقف القتال، القتال.'

const texts = [PART, `${OTHERS.slice(0, 5).join(' ')} ${WHOLE}`, ...OTHERS]
const index = searching([{ key: 'whole.ar', language: 'ar', texts }], { lang: 'en' })

const labels = async (q: string) => (await index.ask({ q })).hits.map(({ paragraph }) => paragraph.label)

describe('of a question that few paragraphs hold whole', () => {
  test('from four words on those with most of it are found too, the whole ones first', async () => {
    expect(await labels('وقف القتال إدخال الدواء')).toEqual(['2', '1'])
  })

  test('of fewer words none may be missing', async () => {
    expect(await labels('وقف القتال الدواء')).toEqual(['2'])
  })
})
