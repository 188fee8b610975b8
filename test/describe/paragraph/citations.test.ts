import { describe, expect, test } from 'vitest'
import { describeParagraph } from '../../../src/describe/paragraph/index.js'
import { yearOf } from '../../../src/describe/paragraph/resolutions.js'
import type { Language } from '../../../src/model.js'

function cites(text: string, language: Language = 'ar', organisation = 'OIC'): string[] {
  return describeParagraph(text, { language, organisation }).cites.map(({ value, year }) =>
    year ? `${value} ${year.value}${year.derived ? '*' : ''}` : value,
  )
}

describe('sessions near that of the document', () => {
  test.each<[own: string, language: Language, text: string, keys: string[]]>([
    ['OIC/CFM-49', 'fr', 'adoptée par la 48ème session du Conseil à Islamabad', ['OIC/CFM-48']],
    ['OIC/CFM-49', 'en', 'the 48th session of the Council of Europe', []],
    ['OIC/CFM-40', 'fr', "l'offre d'abriter la 41ème Session.", ['OIC/CFM-41']],
    ['OIC/CFM-40', 'en', 'the 72nd session.', []],
    ['OIC/CFM-40', 'en', 'the 41st session of UNESCO', []],
    ['OIC/CFM-48', 'ar', 'الدورة الاستثنائية السابعة عشرة للمجلس', ['OIC/EX-CFM-17']],
    ['GCC/MINISTERIAL-157', 'ar', 'عقد المجلس الوزاري لمجلس التعاون دورته السابعة والخمسين بعد المائة', []],
    ['OIC/ICHM-6', 'en', 'the Seventh Session of the Islamic Conference of Health Ministers', ['OIC/ICHM-7']],
  ])('%s, %s %s', (own, language, text, expected) => {
    const organisation = own.split('/')[0]
    const { cites } = describeParagraph(text, { language, organisation, own })
    expect(cites.map(({ value }) => value)).toEqual(expected)
  })
})

describe('citations', () => {
  test.each<[language: Language, text: string, keys: string[]]>([
    // printed and derived years
    ['ar', 'قرار مجلس الأمن رقم 2254', ['S/RES/2254 2015*']],
    ['ar', 'والقرار رقم 2328 (2016)', ['S/RES/2328 2016']],
    ['ar', 'قرار مجلس الأمن رقم (2216) سنة 2015م', ['S/RES/2216 2015']],
    ['ar', 'قرار مجلس الأمن رقم : (2216) لعام 2015', ['S/RES/2216 2015']],
    ['ar', 'بالقرار ٢٣٣٤ (٢٠١٦)', ['S/RES/2334 2016']],
    // a number that looks like a year
    [
      'ar',
      'إذ يشير إلى قراراته 2014 (2011)، و 2051 (2012)، و 2140 (2014)،',
      ['S/RES/2014 2011', 'S/RES/2051 2012', 'S/RES/2140 2014'],
    ],
    ['en', 'Human Rights Council Resolution S-31/1', ['A/HRC/RES/S-31/1']],
    ['en', 'Resolution No. 2/34-ECO and resolution 3/34-E', ['2/34-ECO', '3/34-ECO']],
    ['ar', 'جميع القرارات ذات الصلة الصادرة عن الأمم المتحدة', ['UN/RES']],
    ['ar', 'المؤتمر الإسلامي الرابع والثلاثين لوزراء الخارجية', ['OIC/CFM-34']],
    ['ar', 'بيان جنيف 1 والقرار 2254', ['GENEVA-I 2012*', 'S/RES/2254 2015*']],
    ['en', 'in line with UNGA Res. 194 (III)', ['A/RES/194(III)']],
    ['en', 'the Juba Peace Agreement', ['JUBA-AGREEMENT 2020*']],
    // chains
    ['ar', 'قراري مجلس الأمن 242 و 338', ['S/RES/242 1967*', 'S/RES/338 1973*']],
    ['ar', 'القرارين 1325 (2000) و1820 (2008)', ['S/RES/1325 2000', 'S/RES/1820 2008']],
    [
      'en',
      'Security Council resolutions 465, 476, and 478 (1980)',
      ['S/RES/465 1980*', 'S/RES/476 1980*', 'S/RES/478 1980'],
    ],
    ['fr', 'les résolutions 242 et 338 du Conseil de sécurité', ['S/RES/242 1967*', 'S/RES/338 1973*']],
    ['ar', 'القرار 748/92', ['S/RES/748 1992']],
    // the General Assembly, old and new
    ['ar', 'قرار الجمعية العامة 217 ألف (د-3)', ['A/RES/217(III)']],
    ['ar', 'قرار الجمعية العامة للأمم المتحدة رقم 194', ['A/RES/194(III)']],
    ['en', 'General Assembly resolution 69/244', ['A/RES/69/244']],
    ['en', 'General Assembly resolution ES-10/15', ['A/RES/ES-10/15']],
    ['en', 'A/RES/377(V) and S/RES/2254 (2015)', ['A/RES/377(V)', 'S/RES/2254 2015']],
    ['en', 'Human Rights Council resolution 16/18', ['A/HRC/RES/16/18']],
    // an organ and its small numbers
    [
      'en',
      'the resolutions of the Security Council, including resolutions 47, 91 and 122',
      ['S/RES', 'S/RES/47 1948*', 'S/RES/91 1951*', 'S/RES/122 1957*'],
    ],
    // the year tells whose number it is
    [
      'en',
      'UN resolutions 181 (1947) and 242 (1967), and Security Council resolution 2334 of 2016',
      ['A/RES/181(II) 1947', 'S/RES/242 1967', 'S/RES/2334 2016'],
    ],
    ['en', 'in accordance with the U.N. Charter', ['UN-CHARTER']],
    ['ar', 'القرار رقم 6/43-إق', ['6/43-ECO']],
    // several organs in one sentence
    [
      'ar',
      'القرارات 242 (1967) و338 (1973)، وقرار الجمعية العامة رقم 194',
      ['S/RES/242 1967', 'S/RES/338 1973', 'A/RES/194(III)'],
    ],
    // the organ behind the date
    [
      'fr',
      'la résolution 263, en date du 5 novembre 2013, de la Commission africaine des droits de l’homme et des peuples',
      ['ACHPR/RES/263'],
    ],
    // the OIC's own
    ['en', 'Resolution No. 4/44-POL', ['4/44-POL']],
    ['en', 'Resolution No. 1/11-E (IS)', ['1/11-ECO(IS)']],
    ['ar', 'القرار رقم 38/20 - س', ['38/20-POL']],
    ['ar', 'قرار رقم 34/9 - ث (ق. إ)', ['34/9-C(IS)']],
    // sessions
    ['ar', 'الدورة الثانية والأربعون لمجلس وزراء الخارجية', ['OIC/CFM-42']],
    ['ar', 'القمة الإسلامية في إسطنبول يومي 14 و15 أبريل 2016', ['OIC/SUMMIT-13']],
    ['ar', 'القمة الإسلامية الـ13', ['OIC/SUMMIT-13']],
    ['en', 'the 13th Islamic Summit', ['OIC/SUMMIT-13']],
    ['en', 'the forty-third session of the Council of Foreign Ministers', ['OIC/CFM-43']],
    // groups, charters, law, initiatives
    ['ar', 'قرارات مجلس الأمن ذات الصلة', ['S/RES']],
    ['ar', 'قرارات مجلس الأمن وخاصة القرار 2254', ['S/RES', 'S/RES/2254 2015*']],
    [
      'ar',
      'وفقاً لميثاق الأمم المتحدة والقانون الدولي الإنساني',
      ['UN-CHARTER', 'INTERNATIONAL-HUMANITARIAN-LAW'],
    ],
    ['ar', 'طالب الجمعية العامة للأمم المتحدة بمسؤولياتها في ميثاق المنظمة', ['UN-CHARTER']],
    ['ar', 'مبادئ ميثاق المنظمة', ['OIC-CHARTER']],
    ['ar', 'بيان جنيف (1) لعام 2012', ['GENEVA-I 2012*']],
    ['ar', 'مبادرة السلام العربية لعام 2002', ['ARAB-PEACE-INITIATIVE 2002*']],
    ['ar', 'مبدأ "الاتحاد من أجل السلام"', ['A/RES/377(V) 1950*']],
    ['ar', 'إعلان مكة المكرمة', ['MAKKAH-DECLARATION']],
    [
      'ar',
      'البيان المشترك لوزراء خارجية تركيا وإيران، والصادر في موسكو في 20 ديسمبر 2016',
      ['MOSCOW-STATEMENT-2016-12-20'],
    ],
    // no citations
    ['ar', 'القانون رقم (5) لسنة 2015 والمادة 19 من الدستور', []],
    ['ar', 'إن مجلس وزراء الخارجية المنعقد في دورته الثالثة والأربعين', []],
    ['en', 'This Universal Declaration of Human Rights was proclaimed', []],
    ['en', 'paragraphs 9 and 11 of the report of 24 April 2009', []],
  ])('%s %s', (language, text, expected) => {
    expect(cites(text, language)).toEqual(expected)
  })

  test.each([
    [242, 1967],
    [338, 1973],
    [425, 1978],
    [478, 1980],
    [497, 1981],
    [678, 1990],
    [748, 1992],
    [1325, 2000],
    [1373, 2001],
    [1701, 2006],
    [1860, 2009],
    [2014, 2011],
    [2254, 2015],
    [2328, 2016],
    [2334, 2016],
    [2401, 2018],
  ])('the Security Council reached %i in %i', (number, year) => {
    expect(yearOf(number)).toBe(year)
  })

  test('the evidence is the text itself', () => {
    const text = 'وأكد ضرورة تنفيذ قرار مجلس الأمن رقم 2254 (2015).'
    const [first] = describeParagraph(text, { language: 'ar' }).cites
    expect(text.slice(...(first?.span ?? [0, 0]))).toBe('2254 (2015)')
  })
})
