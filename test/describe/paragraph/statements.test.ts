import { describe, expect, test } from 'vitest'
import { describeParagraph } from '../../../src/describe/paragraph/index.js'
import type { Language } from '../../../src/model.js'

function categories(text: string, language: Language = 'ar', organisation = 'OIC'): string[] {
  return describeParagraph(text, { language, organisation }).statements.map(({ category }) => category)
}

describe('Arabic statements', () => {
  test.each<[text: string, categories: string[]]>([
    ['استضافت دولة قطر الدورة السابعة في الدوحة.', ['CONVENED']],
    ['عُقد في العاصمة القطرية الدوحة اليوم اجتماع تشاوري.', ['CONVENED']],
    // the object is feminine, so it is none that speaks
    ['يعتمد الخطة المقدمة من مصر.', ['ADOPT']],
    // the object decides where the verb is empty
    ['جدد الاجتماع إدانته للإرهاب.', ['CONDEMN']],
    ['جدد الاجتماع التزامه بوحدة اليمن.', ['REAFFIRM']],
    ['أعرب المجلس عن تقديره لدولة قطر.', ['THANK']],
    ['عبّر القادة عن بالغ أسفهم لما حدث.', ['REGRET']],
    ['وعبّر عن بالغ انشغاله إزاء الأوضاع.', ['CONCERN']],
    ['ووجّه الوزراء التحية إلى الشعب الفلسطيني.', ['COMMEND']],
    ['أبدى الجانبان ارتياحهما للنتائج.', ['NOTE_SATISFACTION']],
    // two objects of different category
    ['أعرب الوزراء عن قلقهم البالغ إزاء التصعيد وإدانتهم للهجمات.', ['CONCERN', 'CONDEMN']],
    ['وجددا دعمهما لجهود المبعوث الأممي، ورفضهما التدخل في شؤون الدول.', ['SUPPORT', 'REJECT']],
    // what could be a noun is a verb by its object or place
    [
      'أعاد المجلس التأكيد على موقفه، وكلف الأمين العام بتقديم تقرير، وصادق على الخطة.',
      ['REAFFIRM', 'MANDATE', 'ADOPT'],
    ],
    ['وذكّر بأن القدس عاصمة فلسطين.', ['RECALL']],
    ['أكّدا أهمية التنسيق وحمّلا إسرائيل المسؤولية.', ['AFFIRM', 'HOLD_RESPONSIBLE']],
    // gender, number, duals
    ['أكدت اللجنة دعمها، وشددت على وحدة الصف.', ['AFFIRM', 'STRESS']],
    [
      'أدان الجانبان الهجمات، وأكدا أهمية الحوار، وشددا على وقف إطلاق النار.',
      ['CONDEMN', 'AFFIRM', 'STRESS'],
    ],
    // participles
    [
      'رحب المجلس بالاتفاق، مؤكداً أهميته، وداعياً الأطراف إلى تنفيذه، ومحذراً من التصعيد.',
      ['WELCOME', 'AFFIRM', 'CALL', 'WARN'],
    ],
    // impersonal
    ['تم الاتفاق على تشكيل لجنة، كما جرى بحث سبل التعاون.', ['DECIDE', 'PROCEDURE']],
    // opening phrase before the verb
    ['وفي الشأن اليمني، أكد الجانبان دعمهما للحل السياسي.', ['AFFIRM']],
    // reported
    ['وأوضح الوزير أن المجلس جدد رفضه للتدخل.', ['REJECT']],
    // first person of declarations
    ['نؤكد تضامننا ونعرب عن قلقنا ونرفض العدوان.', ['AFFIRM', 'CONCERN', 'REJECT']],
    // resolutions
    ['وإذ يشير إلى قراره السابق، وإذ يؤكد من جديد التزامه،', ['RECALL', 'REAFFIRM']],
    ['١ - يقرر تمديد الولاية، ويطلب إلى الأمين العام تقديم تقرير؛', ['DECIDE', 'REQUEST']],
    [
      '3- إدانة الاستيطان، ومطالبة المجتمع الدولي بوقفه، ودعوة الدول إلى مقاطعته.',
      ['CONDEMN', 'DEMAND', 'CALL'],
    ],
    ['واقتناعا منه بأهمية السلام،', ['AFFIRM']],
    // pointing out a fact is no recall
    ['أشار الاجتماع إلى أن الوضع خطير.', ['TAKE_NOTE']],
    ['أشار الاجتماع إلى القرارات السابقة.', ['RECALL']],
  ])('%s', (text, expected) => {
    expect(categories(text)).toEqual(expected)
  })

  test.each<[why: string, text: string, categories: string[]]>([
    ['a relative clause', 'رحب الاجتماع بالقرار الذي يطالب بوقف النار.', ['WELCOME']],
    ['a relative clause that goes on', 'يرحب بالقرار الذي يطالب بوقف النار ويدعو إلى الحوار.', ['WELCOME']],
    ['a relative clause in the first person', 'المبادئ التي نؤكد عليها كثيرة.', []],
    ['another gender', 'يدعو الدول إلى أن تتعاون، وتشجع الحوار.', ['CALL']],
    ['another tense', 'رحب الاجتماع بجهود القوات لتحرير المدينة ويؤكد شهود ذلك.', ['WELCOME']],
    ['resolutions speak', 'استذكر الاجتماع القرارات. ودعت هذه القرارات إلى الهدنة.', ['RECALL']],
    [
      'an indefinite noun before the verb',
      'طلب الاجتماع من الأمين العام إعداد مشروع قرار يدين العدوان.',
      ['REQUEST'],
    ],
    ['another body than the one that issues the text', 'وأكد مجلس الأمن أهمية الحل.', []],
    ['a purpose', 'دعا الاجتماع الأطراف إلى أن تؤكد التزامها.', ['CALL']],
    ['"here" is written like "congratulated"', 'هنا تبدأ القصة.', []],
    ['a heading of one noun', 'القضية الفلسطينية والصراع العربي الإسرائيلي', []],
  ])('not counted: %s', (_, text, expected) => {
    expect(categories(text)).toEqual(expected)
  })

  test('a heading states nothing', () => {
    const text = 'إدانة الإرهاب:'
    expect(describeParagraph(text, { language: 'ar', role: 'heading' }).statements).toEqual([])
    expect(describeParagraph(text, { language: 'ar', role: 'operative' }).statements).toHaveLength(1)
  })

  test('a statement has its strength, subject, addressee and the states it speaks of', () => {
    const text =
      'دعا المجلس الأعلى إيران إلى احترام سيادة الدول، وأدان بأشد العبارات الهجمات على المملكة العربية السعودية.'
    const [call, condemn] = describeParagraph(text, { language: 'ar', organisation: 'GCC' }).statements
    expect(call).toMatchObject({
      category: 'CALL',
      subject: 'المجلس الأعلى',
      addressees: ['إيران'],
      objects: ['IR'],
    })
    expect(condemn).toMatchObject({
      category: 'CONDEMN',
      strength: 3,
      subject: 'المجلس الأعلى',
      objects: ['SA'],
    })
    expect(text.slice(...(condemn?.verb.span ?? [0, 0]))).toBe('وأدان')
  })
})

describe('English and French statements', () => {
  test.each<[language: Language, text: string, categories: string[]]>([
    ['en', 'The biennial meeting took place in Geneva.', ['CONVENED']],
    ['en', 'Delegates of Azerbaijan and Egypt attended the Meeting.', ['CONVENED']],
    ['fr', 'Ont pris part à la session les États membres suivants : Mali.', ['CONVENED']],
    ['fr', 'Elles se sont déclarées préoccupées par la situation.', ['CONCERN']],
    [
      'fr',
      "La Conférence a fait part de sa solidarité et a formulé l'espoir que la paix revienne.",
      ['SUPPORT', 'HOPE'],
    ],
    ['fr', 'La Conférence a formulé des observations.', []],
    ['fr', 'Ayant pris connaissance du rapport ;', ['PROCEDURE']],
    [
      'en',
      'The Meeting reaffirmed its commitment, strongly condemned the attack and called upon all parties to stop.',
      ['REAFFIRM', 'CONDEMN', 'CALL'],
    ],
    [
      'en',
      'Expresses concern about the use of force, and in this regard calls upon States to refrain;',
      ['CONCERN', 'CALL'],
    ],
    ['en', '11. Further urges all Member States to cooperate;', ['URGE']],
    ['en', 'The Secretary General was requested to report.', ['REQUEST']],
    [
      'en',
      'He extended condolences to the people of Niger and wished the injured a speedy recovery.',
      ['CONDOLE', 'HOPE'],
    ],
    ['en', 'The Council proclaimed its absolute rejection of the plan.', ['REJECT']],
    ['en', 'Based on the resolutions of the Summit,', ['RECALL']],
    ['en', 'In his opening remarks, the Secretary General reaffirmed his support.', []],
    [
      'fr',
      'Nous, Chefs des délégations participant à la session, tenue à Téhéran, sous le thème « Progrès », avons passé en revue les développements, et avons décidé ce qui suit :',
      ['PROCEDURE', 'DECIDE'],
    ],
    [
      'en',
      'Noting with concern the findings, welcoming the report, and stressing the need for peace,',
      ['CONCERN', 'WELCOME', 'STRESS'],
    ],
    ['en', 'We, the Heads of State, reaffirm our support and look forward to peace.', ['SUPPORT', 'HOPE']],
    ['en', 'The resolution which condemned the attack was adopted by the Council.', []],
    ['en', 'The village was taken and the crops were condemned to rot.', []],
    ['en', 'Recalls the report, in which he emphasized the importance of history;', ['RECALL']],
    ['fr', "La Réunion a réaffirmé son engagement et s'est félicitée de l'accord.", ['REAFFIRM', 'WELCOME']],
    [
      'fr',
      '3. Se déclare gravement préoccupé par la situation et rejette la violence;',
      ['CONCERN', 'REJECT'],
    ],
    ['fr', '22. Prie instamment tous les États Membres de coopérer;', ['URGE']],
    ['fr', '17. Condamne les attaques, et les engage à cesser;', ['CONDEMN', 'URGE']],
    ['fr', "Rappelle qu'il a décidé que la Syrie devait coopérer;", ['RECALL']],
    ['fr', 'Des témoins ont signalé les attaques.', []],
  ])('%s %s', (language, text, expected) => {
    expect(categories(text, language, 'UN')).toEqual(expected)
  })
})
