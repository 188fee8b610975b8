import { describe, expect, test } from 'vitest'
import { describeParagraph } from '../../../src/describe/paragraph/index.js'
import type { Language, Read } from '../../../src/model.js'

const values = (reads: Read<string>[]) => reads.map(({ value, derived }) => (derived ? `${value}~` : value))

function names(text: string, language: Language = 'ar', organisation?: string) {
  const { countries, places, organisations } = describeParagraph(text, { language, organisation })
  return [...values(countries), ...values(places), ...values(organisations)]
}

describe('states, places and organisations', () => {
  test.each<[text: string, names: string[]]>([
    ['الجمهورية العربية السورية', ['SY']],
    ['والنظام السوري', ['SY~']],
    ['للأمم المتحدة وبالمملكة العربية السعودية وللكويت ولبنان', ['SA', 'KW', 'LB', 'UN']],
    ['مدينة الكويت بدولة الكويت', ['KW', 'Kuwait City']],
    ['عُمان', ['OM']],
    ['سلطنة عمان', ['OM']],
    ['في العاصمة عمّان', ['Amman']],
    ['مدينة عمان', ['Amman']],
    ['النيجر ونيجيريا', ['NE', 'NG']],
    ['غينيا وغينيا بيساو وغينيا الاستوائية', ['GN', 'GW', 'GQ']],
    ['غينيا - بيساو', ['GW']],
    ['الوضع في مالي', ['ML']],
    ['الدعم المالي والشؤون المالية ونظام مالي جديد', []],
    ['تقديم الدعم المالي إلى مالي', ['ML']],
    ['بأن الألبان والمنتجات', []],
    ['جنوب السودان والسودان', ['SS', 'SD']],
    ['المحيط الهندي والهند', ['IN']],
    ['المغرب العربي', []],
    ['المملكة المتحدة', ['GB']],
    ['المملكة المغربية', ['MA']],
    ['خادم الحرمين الشريفين', ['SA~']],
    ['منظمة التحرير الفلسطينية', ['PLO']],
    ['مكافحة الجريمة المنظمة', []],
    ['تنظيم داعش وجبهة النصرة', ['ISIL', 'NUSRA']],
    ['القاعدة العسكرية والشباب', []],
    ['ســوريا', ['SY']],
    ['المعارضة السّوريّة', ['SY~']],
    ['ايران واندونيسيا', ['IR', 'ID']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  test.each<[organisation: string, text: string, names: string[]]>([
    ['OIC', 'الدول الأعضاء في المنظمة', ['OIC']],
    ['UN', 'الدول الأعضاء في المنظمة', ['UN']],
    ['OIC', 'طلب من الأمين العام', ['OIC-SG']],
    ['UN', 'يطلب إلى الأمين العام', ['UNSG']],
    ['OIC', 'الأمين العام للأمم المتحدة', ['UNSG']],
    ['GCC', 'حرص المملكة على أمن المنطقة', ['SA~']],
    ['OIC', 'حرص المملكة على أمن المنطقة', []],
    ['GCC', 'مملكة البحرين، وحرص المملكة على الأمن', ['BH']],
    ['GCC', 'المجلس الأعلى', ['GCC-SUPREME']],
    ['OIC', 'مجلس الأمن والجمعية العامة في ميثاق المنظمة', ['UNSC', 'UNGA', 'UN']],
  ])('in a document of the %s: %s', (organisation, text, expected) => {
    expect(names(text, 'ar', organisation)).toEqual(expected)
  })

  test.each<[language: Language, text: string, names: string[]]>([
    ['ar', 'صفة المراقب لروسيا البيضاء', ['BY']],
    ['ar', 'قدم الشكر لتشاد وحكومتها', ['TD']],
    ['ar', 'دلتا النيجر وحوض الكونغو', []],
    ['en', 'the South African people and the Niger River', ['ZA~']],
    ['fr', 'le peuple sud-africain, le fleuve Niger', ['ZA~']],
    ['fr', 'les autorités zimbabwéennes et tchèques', ['ZW~', 'CZ~']],
    ['en', 'the Syrian Arab Republic and the Central African Republic (CAR)', ['SY', 'CF']],
    ['en', 'Democratic Republic of the Congo', ['CD']],
    ['en', 'the chad of a turkey', []],
    ['en', 'Latin American States', []],
    ['fr', 'la République centrafricaine et le Gouvernement soudanais', ['CF', 'SD~']],
    ['fr', "d'Alep en Côte d'Ivoire", ['CI', 'Aleppo']],
    ['fr', 'car il a dit', []],
  ])('%s %s', (language, text, expected) => {
    expect(names(text, language)).toEqual(expected)
  })

  test('a name is better evidence than an adjective before it', () => {
    const text = 'الشعب السوري في سوريا'
    const [country] = describeParagraph(text, { language: 'ar' }).countries
    expect(country).toEqual({ value: 'SY', raw: 'سوريا', span: [16, 21] })
  })
})
