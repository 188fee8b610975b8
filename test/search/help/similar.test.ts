/** Which paragraphs are like one: by their telling words, other documents first, near-identical ones marked. */
import { expect, test } from 'vitest'
import { readQuestion } from '../../../src/search/request.js'
import { serving } from '../../helpers/app.js'
import type { SmallDocument } from '../../helpers/search-index.js'

const SAID = 'يدين المجلس بشدة الاعتداءات المتكررة على المدنيين في مدينة حلب ويطالب بوقفها فوراً.'
const DOCUMENTS: SmallDocument[] = [
  {
    key: 'a.ar',
    language: 'ar',
    texts: [SAID, 'أدان الاعتداءات على مدينة حلب.', 'يرحب المجلس بانعقاد المؤتمر.'],
  },
  {
    key: 'b.ar',
    language: 'ar',
    texts: [
      SAID.replace('فوراً', 'حالاً'),
      'المدنيون في حلب ضحايا اعتداءات متكررة.',
      'موازنة الأمانة العامة للسنة المالية.',
    ],
  },
  { key: 'c.en', language: 'en', texts: ['Condemns the attacks on civilians in Aleppo.'] },
]
const FIRST = `${'0'.repeat(20)}-1-1`

const served = serving(DOCUMENTS)

test('other documents come first, near-identical ones are marked, the paragraph itself is not among them', async () => {
  const { paragraph, similar } = await served.search.similar({ id: FIRST, size: 10 })
  expect(paragraph.permalink).toBe('/d/a.ar/1')
  expect(
    similar.map(({ permalink, nearlySame, sameDocument }) => [permalink, nearlySame, sameDocument]),
  ).toEqual([
    ['/d/b.ar/1', true, false],
    ['/d/b.ar/2', false, false],
    ['/d/a.ar/2', false, true],
  ])
  expect(similar[0]?.likeness).toBeGreaterThan(0.7)
  expect(similar[1]?.likeness).toBeLessThan(0.5)
})

test('no more come than were asked for, and an unknown one is not found', async () => {
  expect((await served.search.similar({ id: FIRST, size: 1 })).similar.length).toBe(1)
  await expect(served.search.similar({ id: 'nothing', size: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await served.app.inject('/api/paragraphs/nothing/similar')).statusCode).toBe(404)
})

test('each hit and each paragraph leads to a page with them', async () => {
  const [hit] = (await served.search.search(readQuestion({ q: 'الاعتداءات المتكررة' }))).hits
  const link = `/similar/${hit?.id}?lang=en`
  const results = (await served.app.inject(`/?q=${encodeURIComponent('الاعتداءات المتكررة')}&lang=en`)).body
  expect(results).toContain(`href="${link}"`)
  expect((await served.app.inject('/d/a.ar?lang=en')).body).toContain(`href="/similar/${FIRST}?lang=en"`)
  const { body } = await served.app.inject(`/similar/${FIRST}?lang=en`)
  expect(body).toMatch(/class="badge">nearly the same</)
  expect(body).toMatch(/href="\/d\/b\.ar\?lang=en#p-1"/)
})
