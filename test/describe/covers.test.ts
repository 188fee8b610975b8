/** Covers of the family, in our own wording of facts of real documents: symbol, type, meeting, days, place, key. */
import { expect, describe as group, test } from 'vitest'
import { analyse } from '../../src/pipeline.js'

type Expected = {
  key: string
  symbol?: string
  type: string
  organisation: string
  body?: string
  kind?: string
  level?: string
  ordinal?: number
  days?: string[]
  weekday?: number
  hijri?: string
  place?: [city: string, country: string]
  subject?: string
  name?: string
}

const BODY_EN =
  '\n\n1. The participants discussed the agenda of the meeting and its results.\n\n2. They agreed.'
const BODY_FR =
  '\n\n1. Les participants ont examiné leur ordre du jour et ses résultats.\n\n2. Ils ont conclu.'
const BODY_AR = '\n\n1. ناقش المشاركون جدول الأعمال ونتائجه.\n\n2. اتفقوا على ذلك.'

const COVERS: [name: string, text: string, expected: Expected][] = [
  [
    'English communiqué of the CFM, Gregorian days first',
    `OIC /CFM-44/2017/FC/FINAL\nORIGINAL: ENGLISH\n\nFINAL COMMUNIQUE\n\nADOPTED BY THE FORTY-FOURTH SESSION OF THE\nCOUNCIL OF FOREIGN MINISTERS\n\n(SESSION OF YOUTH, PEACE AND DEVELOPMENT IN A WORLD OF SOLIDARITY)\n\nABIDJAN, CÔTE D’IVOIRE\n\n10-11 JULY 2017\n(16-17 SHAWWAL 1438H)${BODY_EN}`,
    {
      key: 'oic-cfm-44-fc.en',
      symbol: 'OIC/CFM-44/2017/FC/FINAL',
      type: 'final_communique',
      organisation: 'OIC',
      body: 'CFM',
      level: 'ministerial',
      ordinal: 44,
      days: ['2017-07-10', '2017-07-11'],
      hijri: '1438-10-16',
      place: ['Abidjan', 'CI'],
      name: 'SESSION OF YOUTH, PEACE AND DEVELOPMENT IN A WORLD OF SOLIDARITY',
    },
  ],
  [
    'English set of resolutions, Hijri days first, the symbol in another order',
    `OIC/CFM-37/2010/RES./POL/FINAL\n\nRESOLUTIONS ON POLITICAL AFFAIRS\nADOPTED BY THE THIRTY-SEVENTH SESSION OF THE COUNCIL OF FOREIGN MINISTERS\nDUSHANBE, REPUBLIC OF TAJIKISTAN\n4-6 JAMADUL THANI, 1431H\n(18-20 MAY 2010)\n\nThe Council of Foreign Ministers, meeting in Dushanbe,\n\nRecalling its resolutions,`,
    {
      key: 'oic-cfm-37-res-pol.en',
      symbol: 'OIC/CFM-37/2010/RES/POL/FINAL',
      type: 'resolution',
      organisation: 'OIC',
      body: 'CFM',
      level: 'ministerial',
      ordinal: 37,
      days: ['2010-05-18', '2010-05-20'],
      hijri: '1431-06-04',
      place: ['Dushanbe', 'TJ'],
      subject: 'POLITICAL AFFAIRS',
    },
  ],
  [
    'French communiqué of a summit whose symbol has the wrong session',
    `OIC/SUM-1/2008/FC-FINAL\n\nPROJET DE\nCOMMUNIQUE FINAL\nDE LA ONZIEME SESSION DE LA CONFERENCE ISLAMIQUE AU SOMMET\n\nDAKAR-REPUBLIQUE DU SENEGAL\n5-6 RABI AWWAL 1429 H\n13-14 MARS 2008${BODY_FR}`,
    {
      key: 'oic-summit-11-fc.fr',
      symbol: 'OIC/SUM-1/2008/FC-FINAL',
      type: 'final_communique',
      organisation: 'OIC',
      body: 'SUMMIT',
      level: 'summit',
      ordinal: 11,
      days: ['2008-03-13', '2008-03-14'],
      hijri: '1429-03-05',
      place: ['Dakar', 'SN'],
    },
  ],
  [
    'the same summit in English, the symbol below the date',
    `FINAL COMMUNIQUE OF THE ELEVENTH SESSION OF THE\nISLAMIC SUMMIT CONFERENCE\n\nDAKAR — REPUBLIC OF SENEGAL\n6-7 RABIUL AWWAL 1429 H\n(13-14 MARCH 2008)\n\nOIC/SUMMIT-11/2008/FC/Final${BODY_EN}`,
    {
      key: 'oic-summit-11-fc.en',
      symbol: 'OIC/SUMMIT-11/2008/FC/FINAL',
      type: 'final_communique',
      organisation: 'OIC',
      body: 'SUMMIT',
      level: 'summit',
      ordinal: 11,
      days: ['2008-03-13', '2008-03-14'],
      hijri: '1429-03-06',
      place: ['Dakar', 'SN'],
    },
  ],
  [
    'Arabic communiqué of the GCC, tatweel as a dash, weekdays of two days',
    `البيان الختامي للدورة الثامنة والعشرين\nللمجلس الأعلى لمجلس التعاون لدول الخليج العربية\nالدوحة ـ دولة قطر\nالاثنين والثلاثاء 23 ـ 24 ذو القعدة 1428هـ\nالموافق 3 ـ 4 ديسمبر 2007م${BODY_AR}`,
    {
      key: 'gcc-supreme-28-fc.ar',
      type: 'final_communique',
      organisation: 'GCC',
      body: 'GCC-SUPREME',
      level: 'summit',
      ordinal: 28,
      days: ['2007-12-03', '2007-12-04'],
      weekday: 1,
      hijri: '1428-11-23',
      place: ['Doha', 'QA'],
    },
  ],
  [
    'Arabic resolution of the CFM, known by its number alone',
    `القرار الرقم 6/39 – أت\nبشأن الإصلاح الإداري\nالصادر عن الدورة التاسعة والثلاثين لمجلس وزراء الخارجية\n(دورة: التضامن من أجل تنمية مستدامة)\nجيبوتي، جمهورية جيبوتي\nمن 1 إلى 3 محرم 1434هـ (15- 17 نوفمبر 2012)\n\nإن مجلس وزراء الخارجية المنعقد في دورته التاسعة والثلاثين،\nإذ يستذكر قراراته السابقة؛\n1. يطلب المتابعة.`,
    {
      key: 'oic-cfm-39-res-org-6.ar',
      symbol: '6/39-ORG',
      type: 'resolution',
      organisation: 'OIC',
      body: 'CFM',
      level: 'ministerial',
      ordinal: 39,
      days: ['2012-11-15', '2012-11-17'],
      hijri: '1434-01-01',
      place: ['Djibouti', 'DJ'],
      subject: 'الإصلاح الإداري',
      name: 'دورة: التضامن من أجل تنمية مستدامة',
    },
  ],
  [
    'Arabic communiqué of 1989, old symbol, masculine ordinal',
    `ICFM/ 18-89/FC\nالبيان الختامي\nلمؤتمر وزراء الخارجية الإسلامي الثامن عشر\nالرياض - المملكة العربية السعودية\n13 - 16 مارس 1989${BODY_AR}`,
    {
      key: 'oic-cfm-18-fc.ar',
      symbol: 'ICFM/18-89/FC',
      type: 'final_communique',
      organisation: 'OIC',
      body: 'CFM',
      level: 'ministerial',
      ordinal: 18,
      days: ['1989-03-13', '1989-03-16'],
      place: ['Riyadh', 'SA'],
    },
  ],
  [
    'Arabic declaration of an Arab summit, Levantine month, a city that sounds like a state',
    `إعلان عمّان\nالصادر عن مجلس جامعة الدول العربية على مستوى القمة\nفي دورته العادية الـ28\nالبحر الميت - المملكة الأردنية الهاشمية\n29 من اذار 2017\n\nنحن قادة الدول العربية المجتمعين في المملكة الأردنية الهاشمية، نؤكد التزامنا.`,
    {
      key: 'las-summit-28-dec.ar',
      type: 'declaration',
      organisation: 'LAS',
      body: 'LAS-SUMMIT',
      kind: 'ordinary',
      level: 'summit',
      ordinal: 28,
      days: ['2017-03-29'],
      place: ['Dead Sea', 'JO'],
    },
  ],
  [
    'Arabic joint statement of the Arab League, a place in its subject and another in its text',
    `بيان مشترك\nصادر عن الاجتماع الطارئ لمجلس جامعة الدول العربية على المستوى الوزاري\nبشأن التطورات في القدس\n\nعقد مجلس جامعة الدول العربية اجتماعاً طارئاً في القاهرة يوم السبت 9 ديسمبر 2017، وناقش القرار المؤرخ 6 ديسمبر 2017 وآثاره على المدينة.`,
    {
      key: 'las-council-emergency-2017-12-09-jc.ar',
      type: 'joint_communique',
      organisation: 'LAS',
      body: 'LAS-COUNCIL',
      kind: 'emergency',
      level: 'ministerial',
      days: ['2017-12-09'],
      weekday: 6,
      place: ['Cairo', 'EG'],
      subject: 'التطورات في القدس',
    },
  ],
  [
    'French communiqué of the Executive Committee',
    `Organisation de la coopération islamique\n\nCommuniqué final de la réunion extraordinaire à participation non limitée\ndu Comité exécutif au niveau ministériel\nsur la situation en Syrie\n\nDjeddah, Royaume d’Arabie Saoudite\n30 Novembre 2011${BODY_FR}`,
    {
      key: 'oic-ex-com-emergency-2011-11-30-fc.fr',
      type: 'final_communique',
      organisation: 'OIC',
      body: 'EX-COM',
      kind: 'extraordinary',
      level: 'ministerial',
      days: ['2011-11-30'],
      place: ['Jeddah', 'SA'],
      subject: 'la situation en Syrie',
    },
  ],
  [
    'English joint communiqué of a contact group, place and day on one line',
    `JOINT COMMUNIQUÉ\nOF THE OIC CONTACT GROUP ON JAMMU AND KASHMIR\n\nNew York, 25 September 2024\n\nThe Contact Group on Jammu and Kashmir met on the sidelines of the session of the General Assembly in New York.`,
    {
      key: 'oic-contact-group-2024-09-25-jc.en',
      type: 'joint_communique',
      organisation: 'OIC',
      body: 'CONTACT-GROUP',
      days: ['2024-09-25'],
      place: ['New York', 'US'],
      subject: 'JAMMU AND KASHMIR',
    },
  ],
  [
    'English communiqué of a summit, month before days',
    `FINAL COMMUNIQUÉ\nOF THE 15th SESSION OF THE ISLAMIC SUMMIT CONFERENCE\nBANJUL, REPUBLIC OF THE GAMBIA\n25-26 SHAWWAL 1445 AH\n(MAY 4-5, 2024 CE)${BODY_EN}`,
    {
      key: 'oic-summit-15-fc.en',
      type: 'final_communique',
      organisation: 'OIC',
      body: 'SUMMIT',
      level: 'summit',
      ordinal: 15,
      days: ['2024-05-04', '2024-05-05'],
      hijri: '1445-10-25',
      place: ['Banjul', 'GM'],
    },
  ],
  [
    'Arabic report, the range turned round, brackets broken, stretched letters',
    `تقرير\nالدورة الثالثة والأربعين لمجلس وزراء الخارجية\nطـشـقــنـد، جمهورية أوزبكستان\n18-17 محرم 1438 هـ\n(18–19 أكتوبر2016(${BODY_AR}`,
    {
      key: expect.stringMatching(/^oic-cfm-43-rep-[0-9a-f]{8}\.ar$/),
      type: 'report',
      organisation: 'OIC',
      body: 'CFM',
      level: 'ministerial',
      ordinal: 43,
      days: ['2016-10-18', '2016-10-19'],
      hijri: '1438-01-17',
      place: ['Tashkent', 'UZ'],
    },
  ],
  [
    'Arabic communiqué without hamzas, eras spelled out',
    `البيان الختامى للدورة السادسة والعشرين للمجلس الاعلى لمجلس التعاون لدول الخليج العربية\nابوظبى\n16 و 17 ذو القعدة 1426 هجرية\n18 و 19 ديسمبر 2005 ميلادية${BODY_AR}`,
    {
      key: 'gcc-supreme-26-fc.ar',
      type: 'final_communique',
      organisation: 'GCC',
      body: 'GCC-SUPREME',
      level: 'summit',
      ordinal: 26,
      days: ['2005-12-18', '2005-12-19'],
      hijri: '1426-11-16',
      place: ['Abu Dhabi', 'AE'],
    },
  ],
  [
    'English resolution of the Security Council as printed',
    'United Nations\nS/RES/2254 (2015)\nSecurity Council\nDistr.: General\n18 December 2015\n\nResolution 2254 (2015)\n\nAdopted by the Security Council at its 7588th meeting, on\n18 December 2015\n\nThe Security Council,\n\nRecalling its resolutions 2042 (2012) and 2043 (2012),\n\n1. Reconfirms its endorsement of the communiqué of 30 June 2012;\n\n2. Decides to remain actively seized of the matter.',
    {
      key: 'un-sc-res-2254.en',
      symbol: 'S/RES/2254 (2015)',
      type: 'resolution',
      organisation: 'UN',
      body: 'UNSC',
      days: ['2015-12-18'],
    },
  ],
  [
    'Arabic resolution of the General Assembly of which no day is printed: the date of a meeting that it mentions is not its own',
    'الأمم المتحدة\nA/RES/69/196\nالجمعية العامة\nالدورة التاسعة والستون\n\nالقرار 69/196\n\n1 - ترحب بأعمال اجتماع فريق الخبراء الذي عقد في فيينا من 15 إلى 17 كانون الثاني/يناير 2014؛\n\n2 - تطلب إلى الأمين العام تقديم تقرير.',
    {
      key: 'un-ga-69-res-196.ar',
      symbol: 'A/RES/69/196',
      type: 'resolution',
      organisation: 'UN',
      body: 'UNGA',
      ordinal: 69,
    },
  ],
]

test.each(COVERS)('%s', async (_, text, expected) => {
  const { documents } = await analyse({ name: 'cover', bytes: Buffer.from(text) })
  const { key, symbol, type, organisation, meeting, date, dateEnd, weekday, hijri, place, subject } =
    documents[0] ?? {}
  const found = {
    key,
    symbol: symbol?.value,
    type: type?.value,
    organisation: organisation?.value,
    body: meeting?.body?.value,
    kind: meeting?.kind?.value,
    level: meeting?.level?.value,
    ordinal: meeting?.ordinal?.value,
    days: date && [date.value, dateEnd?.value].filter(Boolean),
    weekday: weekday?.value,
    hijri: hijri?.printed?.value,
    place: place && [place.city?.value, place.country?.value],
    subject: subject?.value,
    name: meeting?.name?.value,
  }
  expect(JSON.parse(JSON.stringify(found))).toEqual(expected)
})

group('the kind of a document', () => {
  const typeOf = async (text: string) =>
    (await analyse({ name: 'x', bytes: Buffer.from(text) })).documents[0]?.type?.value

  test.each([
    ['Joint Saudi-Pakistani statement on the visit', 'joint_communique'],
    ['Public statement\n\nThe two sides issued a joint communiqué today.', 'joint_communique'],
    ['يصدر بياناً صحفياً في ختام دورته', 'statement'],
    ['بيان صحفي صادر عن الاجتماع الوزاري المشترك السادس بين مجلس التعاون والمغرب', 'statement'],
    ['بيان سعودي مصري مشترك', 'joint_communique'],
    [
      'Organisation de la coopération islamique\nDjeddah, le 3 avril 2020\n\nLettre du Secrétaire général aux ministres de la Santé\n\nExcellences,',
      'letter',
    ],
    ['بيان صحفي\nالأمين العام يرحب بالإعلان عن تشكيل الحكومة الجديدة', 'statement'],
    [
      'أشاد الرئيسان بقرار مجلس الأمن الذي اعتمد بالإجماع في الشهر الماضي بعد مشاورات طويلة ومضنية.\n\nنص البيان:',
      'statement',
    ],
  ])('%s', async (text, type) => {
    const body = /[\u0600-\u06FF]/.test(text) ? BODY_AR : BODY_EN
    expect(await typeOf(`${text}${body}`)).toBe(type)
  })

  test.each([
    'We, the Heads of State of the Member States, meeting in Makkah on 31 May 2019,\n\nDeclare:\n\n1. Our unity.',
    'Nous, souverains et chefs d’État, réunis à La Mecque,\n\nDéclarons :\n\n1. Notre unité.',
  ])('who says "we" declares: %s', async (text) => expect(await typeOf(text)).toBe('declaration'))
})

group('where it was', () => {
  const placeOf = async (text: string) =>
    (await analyse({ name: 'x', bytes: Buffer.from(text) })).documents[0]?.place?.city?.value

  test.each([
    [`البيان الختامي لمؤتمر وزراء الخارجية الإسلامي العشرين اسطنبول 4-8 أغسطس 1991${BODY_AR}`, 'Istanbul'],
    [`RESOLUTION ON THE STATUS OF\nAL-QUDS\nISTANBUL\n13 DECEMBER 2017${BODY_EN}`, 'Istanbul'],
    [
      `OIC General Secretariat\nPress Release\nSecretary General condemns the attack in Kabul${BODY_EN}`,
      undefined,
    ],
    [`Press Release\nMinisters condemn the attack at their meeting in Kabul${BODY_EN}`, 'Kabul'],
  ])('%s', async (text, city) => expect(await placeOf(text)).toBe(city))

  test.each([
    [
      "Communiqué conjoint\n\nLe Président de la République de Mauritanie a effectué une visite d'amitié et de travail au Sénégal.",
      'SN',
    ],
    [`Joint Declaration\nDuring the State Visit of the King of Morocco to Indonesia${BODY_EN}`, 'ID'],
    [`بيان مشترك في ختام زيارة رئيس جمهورية أوزبكستان إلى المملكة العربية السعودية${BODY_AR}`, 'SA'],
  ])('the state that was visited, not the visitor: %s', async (text, country) => {
    const [document] = (await analyse({ name: 'x', bytes: Buffer.from(text) })).documents
    expect(document?.place?.country?.value).toBe(country)
  })
})

group('who met', () => {
  const meetingOf = async (text: string) =>
    (await analyse({ name: 'x', bytes: Buffer.from(text) })).documents[0]?.meeting

  test.each([
    [
      'In implementation of the decision of the Eleventh Islamic Conference of Foreign Ministers held in Islamabad, the Twelfth Islamic Conference of Foreign Ministers was held in Baghdad.',
      12,
    ],
    [
      'In implementation of the Fourteenth Islamic Summit, the Council of Foreign Ministers held its 46th session in Abu Dhabi.',
      46,
    ],
    ['عقد المجلس الوزاري لمجلس التعاون دورته المائة والرابعة في مدينة جدة.', 104],
  ])('%s', async (text, ordinal) =>
    expect((await meetingOf(`1. ${text}\n2. They ended.`))?.ordinal?.value).toBe(ordinal),
  )

  test('is told by the sentence of the meeting, not by who was held responsible', async () => {
    const text =
      'The Council held Israel responsible for the attacks on the civilians of Gaza.\n\nThis came at the 16th extraordinary meeting of the Council of Foreign Ministers held in Jeddah.'
    expect(await meetingOf(text)).toMatchObject({ body: { value: 'CFM' }, ordinal: { value: 16 } })
  })

  test('is nobody where a statement about something else comes to speak of a meeting', async () => {
    const text =
      'Press Release\n\nSecretary General condemns the attack\n\nThe Secretary General condemned the attack.\n\nHe recalled that the OIC Executive Committee had convened an extraordinary meeting.'
    expect(await meetingOf(text)).toBeUndefined()
  })

  test('is no body that news above the text speaks of', async () => {
    const text = `أشاد الرئيسان بقرار مجلس الأمن الذي اعتمد بالإجماع في الشهر الماضي بعد مشاورات طويلة ومضنية.\n\nنص البيان:${BODY_AR}`
    expect(await meetingOf(text)).toBeUndefined()
  })

  test('the Council of the League, without its name', async () => {
    const text =
      'اللاجئون\n\nإن مجلس الجامعة،\n\nيقرر:\n\n1. تكليف الأمين العام.\n\n(ق. رقم 5421 - د.ع (102)- ج 3- 15/9/1994)'
    const [document] = (await analyse({ name: 'x', bytes: Buffer.from(text) })).documents
    expect([document?.organisation?.value, document?.meeting?.body?.value, document?.date?.value]).toEqual([
      'LAS',
      'LAS-COUNCIL',
      '1994-09-15',
    ])
  })
})

group('a document that says little', () => {
  test('has a key all the same, from its words', async () => {
    const key = async (text: string) =>
      (await analyse({ name: 'x', bytes: Buffer.from(text) })).documents[0]?.key
    const first = await key('هذا نص قصير بلا غلاف.')
    expect(first).toMatch(/^doc-[0-9a-f]{8}\.ar$/)
    expect(await key('هذا نصّ قصير، بلا  غلاف')).toBe(first)
    expect(await key('هذا نص آخر بلا غلاف.')).not.toBe(first)
  })

  test('one meeting has one key whatever the language calls it', async () => {
    const cover =
      'meeting of the OIC Executive Committee\nJeddah, 5 January 2024\n\n1. They met.\n2. They ended.'
    const keys = ['FINAL COMMUNIQUE of the emergency', 'FINAL COMMUNIQUE of the extraordinary'].map(
      async (start) => {
        const { documents } = await analyse({ name: 'x', bytes: Buffer.from(`${start} ${cover}`) })
        return documents[0]?.meeting?.key
      },
    )
    expect(await Promise.all(keys)).toEqual(Array(2).fill('oic-ex-com-emergency-2024-01-05'))
  })

  test('a weekday that is not that of the date is kept, with a warning', async () => {
    const text = `البيان الختامي\nللاجتماع الطارئ للجنة التنفيذية\nيوم الجمعة 22 ديسمبر 2016${BODY_AR}`
    const { documents, warnings } = await analyse({ name: 'x', bytes: Buffer.from(text) })
    expect(documents[0]?.weekday?.value).toBe(5)
    expect(warnings.map((warning) => warning.code)).toEqual(['DATE_WEEKDAY'])
  })
})
