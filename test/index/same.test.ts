/** Which paragraphs count as one, and which stay apart however little differs? */
import { describe, expect, test } from 'vitest'
import { describeParagraph } from '../../src/describe/paragraph/index.js'
import { sameness } from '../../src/index/same.js'
import type { Language } from '../../src/model.js'

function signOf(text: string, language: Language = 'ar'): string | undefined {
  return sameness([{ ...describeParagraph(text, { language }), text }])[0]
}

const RECURRING = {
  ar: (session: string, year: number, more = '') =>
    `يؤكد المؤتمر من جديد قراراته السابقة الصادرة عن الدورة ${session} المعقودة في مارس ${year} بشأن دعم الأنشطة الثقافية والاجتماعية، ويشيد بما تبذله الأمانة العامة من جهود متواصلة ${more} في سبيل تنفيذ البرامج المتفق عليها، ويدعو الدول الأعضاء إلى تقديم مساهماتها الطوعية في الصناديق المخصصة لهذا الغرض`,
  en: (session: string, year: number, more = '') =>
    `Reaffirms its previous resolutions adopted at the ${session} session held in March ${year} on the support of cultural and social activities, commends the efforts made ${more} by the General Secretariat to implement the agreed programmes, and calls upon Member States to pay their voluntary contributions to the funds established for that purpose`,
}

describe('a paragraph that recurs', () => {
  test.each([
    ['ar', RECURRING.ar('الثالثة والأربعين', 2016), RECURRING.ar('الرابعة والأربعين', 2017)],
    ['en', RECURRING.en('forty-third', 2016), RECURRING.en('forty-fourth', 2017)],
  ] as const)('is one with another session and year (%s)', (language, one, other) => {
    expect(signOf(one, language)).toBe(signOf(other, language))
  })

  test('is one however it is written', () => {
    const text = 'يُؤَكِّد المجلسُ مركزيّة قضيّة فلسطين.'
    expect(signOf(text)).toBe(signOf('يؤكد المجلس مركزية قضية فلسطين'))
  })

  test('mostly is one with a word more', () => {
    const more = ['دائمة', 'مشكورة', 'حثيثة', 'مستمرة', 'صادقة', 'جادة', 'خيرة', 'كبيرة', 'طيبة', 'ملموسة']
    const plain = signOf(RECURRING.ar('الثالثة', 2016))
    const same = more.filter((word) => signOf(RECURRING.ar('الثالثة', 2016, word)) === plain)
    expect(same.length).toBeGreaterThanOrEqual(7)
  })
})

describe('what stays apart', () => {
  const long = RECURRING.ar('الثالثة', 2016)
  test.each([
    ['another country', `${long} في العراق.`, `${long} في اليمن.`],
    ['a negation', long, long.replace('تبذله', 'لا تبذله')],
    ['another verb', long, long.replace('يؤكد', 'يدين')],
    ['a number in a short text', 'القرار رقم 1/44-س', 'القرار رقم 2/44-س'],
    ['a word in a text of middle length', ...middle('القدس', 'الخرطوم')],
  ])('%s', (_, one, other) => {
    expect(signOf(one)).not.toBe(signOf(other))
  })

  test('what one document says twice', () => {
    const said = { ...describeParagraph(long, { language: 'ar' }), text: long }
    expect(new Set(sameness([said, said])).size).toBe(2)
  })
})

function middle(...towns: [string, string]): [string, string] {
  const of = (town: string) =>
    `يرحب الاجتماع بعقد الندوة القادمة في مدينة ${town} خلال العام المقبل ويشكر الجهات المنظمة لها`
  return [of(towns[0]), of(towns[1])]
}
