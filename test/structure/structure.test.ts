/** Where paragraphs end, what they are called, and the law that every letter lies in exactly one block. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { structure } from '../../src/structure/index.js'
import { indexTable } from '../../src/structure/index-table.js'
import { divide as itemsOf } from '../../src/structure/items.js'
import { layOut } from '../../src/structure/lines.js'

/** Pages are divided by a form feed. */
function divide(text: string) {
  return structure(layOut({ pages: text.split('\f').map((page) => page.split('\n')) }))
}

function numbered(text: string): [label: string, text: string][] {
  return divide(text)
    .paragraphs.filter((paragraph) => paragraph.number)
    .map((paragraph) => [paragraph.label, paragraph.text])
}

const COVER = 'البيان الختامي\nجدة\n\n'

describe('numbered paragraphs', () => {
  test('a number alone on its line has the text below', () => {
    expect(numbered(`${COVER}67 -\nأدان المؤتمر الاعتداء.\n68 -\nدعا المؤتمر.`)).toEqual([
      ['67', 'أدان المؤتمر الاعتداء.'],
      ['68', 'دعا المؤتمر.'],
    ])
  })

  test('list marks may change inside one list', () => {
    const text = `${COVER}1- واحد.\n2 - اثنان.\n3. ثلاثة.\n(4) أربعة.\n٥ ـ خمسة.`
    expect(numbered(text).map(([label]) => label)).toEqual(['1', '2', '3', '4', '5'])
  })

  test('a sentence that was not ended goes on over blank lines and pages, joined by one space', () => {
    const text = `${COVER}1. طلب الاجتماع باعتبار هذه الجرائم\n\f\nوالمجازر جرائم حرب. ثم جملة.\n2. دعا.`
    expect(numbered(text)).toEqual([
      ['1', 'طلب الاجتماع باعتبار هذه الجرائم والمجازر جرائم حرب. ثم جملة.'],
      ['2', 'دعا.'],
    ])
  })

  test('a number that is not the next one and stands in a sentence is no paragraph', () => {
    expect(numbered('1. The Council met on\n18. It was late.\n2. The Council ended.')).toEqual([
      ['1', 'The Council met on 18. It was late.'],
      ['2', 'The Council ended.'],
    ])
  })

  test('excerpts may leave numbers out', () => {
    expect(numbered(`${COVER}3 - يدعو؛\n\n13 - يطلب.`).map(([label]) => label)).toEqual(['3', '13'])
  })

  test('a text without line breaks is cut at its numbers', () => {
    const long = 'نص طويل '.repeat(40)
    const labels = numbered(`${COVER}1. ${long}. 2. ${long}. 3. ${long} (1) و2254. 4. ${long}.`).map(
      ([label]) => label,
    )
    expect(labels).toEqual(['1', '2', '3', '4'])
  })

  test('letters belong to their number', () => {
    const text = `${COVER}1. يقرر:\n(أ) أولا؛\n(ب) ثانيا؛\n2. يطلب:\nأ) هذا؛\nب) ذاك.`
    expect(numbered(text).map(([label]) => label)).toEqual(['1', '1.أ', '1.ب', '2', '2.أ', '2.ب'])
  })

  test('letters go on behind the numbers that stand between them', () => {
    const text = `${COVER}أ- عقدت اللجنة التنفيذية اجتماعها في جدة في الفترة من 29 يونيو إلى 2 يوليو 2031م بحضور الدول الأعضاء.\nب- أعرب عن القلق إزاء:\n1) النزوح؛\n2) الجوع.\nج- طالب.\nد- أشاد.`
    expect(numbered(text).map(([label]) => label)).toEqual(['أ', 'ب', '1', '2', 'ج', 'د'])
  })

  test('decimals belong to their number; one of another number is text', () => {
    const text = `${COVER}5. The Committee requested:\n5.1. an expert meeting;\n5.2. a report.\n6. It noted growth of\n2.5 per cent.`
    expect(numbered(text).map(([label]) => label)).toEqual(['5', '5.1', '5.2', '6'])
  })
})

describe('lines without marks', () => {
  const body = (text: string) =>
    divide(text)
      .paragraphs.filter(({ role }) => role !== 'cover')
      .map(({ role, text: own }) => [role, own])

  test('a heading stands between dashes or stars', () => {
    const text = `${COVER}نحن، المجتمعين في جدة، نعلن ما يلي:\n\n- في الشأن الفلسطيني -\n\nنؤكد مركزية القضية.\n\n** الإرهاب **\n\nنرفض الإرهاب.`
    expect(body(text).slice(1)).toEqual([
      ['heading', '- في الشأن الفلسطيني -'],
      ['body', 'نؤكد مركزية القضية.'],
      ['heading', '** الإرهاب **'],
      ['body', 'نرفض الإرهاب.'],
    ])
    expect(divide(text).paragraphs.at(-1)?.section).toEqual(['الإرهاب'])
  })

  test('"decides" stands alone without its colon', () => {
    const text = `${COVER}إن مجلس الجامعة،\n\nيقرر\n\nتكليف الأمين العام بمواصلة مساعيه.`
    expect(
      body(text)
        .map(([, own]) => own)
        .slice(1),
    ).toEqual(['يقرر', 'تكليف الأمين العام بمواصلة مساعيه.'])
  })

  test('the states of a list stand on lines of their own, with white between them or without', () => {
    const list = '1. شاركت الدول التالية:\nالمملكة الأردنية الهاشمية\nجمهورية السنغال\n2. اختتمت الدورة.'
    expect(body(`${COVER}${list}`)).toHaveLength(4)
    expect(body(`${COVER}${list.replaceAll('\n', '\n\n')}`)).toHaveLength(4)
  })

  test('a short title right above a paragraph on one line belongs to the cover', () => {
    const prose = `The two sides expressed ${'their satisfaction at the growth of relations and '.repeat(4)}more.`
    expect(body(`2000 Statement\n\nCommuniqué on the visit\n${prose}`)).toEqual([['body', prose]])
  })

  test.each([
    ['وقد صدر عن المجلس البيان التالي', 'عقد المجلس الوزاري دورته في مدينة جدة يوم السبت.'],
    ['Following is the text of the statement issued here on Wednesday.', 'The two sides met in Rabat.'],
  ])('the text begins below "%s"', (lead, first) => {
    expect(body(`Title\n\n${lead}\n\n${first}`)).toEqual([['body', first]])
  })

  test('the name of an agency alone ends the text', () => {
    expect(body(`${COVER}1. أدان المجلس الهجوم.\n2. رحب بالاتفاق.\n\n/قنا/`)).toHaveLength(2)
  })
})

describe('labels where numbers begin again', () => {
  test('under numbered sections', () => {
    const text = `${COVER}أولاً: الشؤون السياسية\n1. واحد.\n2. اثنان.\nثانياً: الشؤون الاقتصادية\n1. واحد.\n2. اثنان.`
    expect(numbered(text).map(([label]) => label)).toEqual(['I.1', 'I.2', 'II.1', 'II.2'])
  })

  test('under headings without a number', () => {
    const { paragraphs } = divide(`${COVER}الأهداف\n1. واحد.\n2. اثنان.\nالمبادئ\n1. واحد.\n2. اثنان.`)
    expect(paragraphs.filter((p) => p.role === 'operative').map((p) => [p.label, ...p.section])).toEqual([
      ['1', 'الأهداف'],
      ['2', 'الأهداف'],
      ['1-2', 'المبادئ'],
      ['2-2', 'المبادئ'],
    ])
  })

  test('articles', () => {
    const text =
      'Declaration\n\nPreamble\n\nWhereas it is so,\n\nArticle 1\n\nAll are born free.\n\nArticle 2\n\n1. One.\n\n2. Two.\n\nArticle 3\n\n1. One.'
    expect(divide(text).paragraphs.map(({ label, role, section }) => [label, role, section.join()])).toEqual([
      ['cover-1', 'cover', ''],
      ['h-1', 'heading', ''],
      ['pre-1', 'preamble', 'Preamble'],
      ['h-2', 'heading', ''],
      ['1', 'operative', 'Article 1'],
      ['h-3', 'heading', ''],
      ['2.1', 'operative', 'Article 2'],
      ['2.2', 'operative', 'Article 2'],
      ['h-4', 'heading', ''],
      ['3.1', 'operative', 'Article 3'],
    ])
  })

  test.each([
    ['المادة 1\nيولد جميع الناس أحرارا.\nالمادة الثانية\nلكل إنسان حق.', ['1', '2']],
    ['Article premier\nTous naissent libres.\nArticle 2\nChacun peut.', ['1', '2']],
  ])('articles in %s', (text, labels) => {
    expect(
      divide(text)
        .paragraphs.filter((p) => p.role === 'operative')
        .map((p) => p.label),
    ).toEqual(labels)
  })
})

describe('what belongs to the page', () => {
  const text = [
    'OIC/CFM-43/2016/FC\nFINAL COMMUNIQUE\nADOPTED BY THE FORTY-THIRD SESSION\n',
    'OIC /CFM-43/2016/FC\n- 2 -\nFINAL COMMUNIQUE ADOPTED BY THE\nFORTY-THIRD SESSION\n1. The Council called upon all',
    'OIC/CFM-43/2016/FC\n- 3 -\nStates to act.\n2. The Council ended.\n<3>\nPage 3:',
  ].join('\f')

  test('running heads, page numbers and the repeated title are furniture', () => {
    const { blocks, text: whole } = divide(text)
    expect(
      blocks.filter((block) => block.kind === 'furniture').map((block) => whole.slice(...block.span)),
    ).toEqual([
      'OIC /CFM-43/2016/FC',
      '- 2 -',
      'FINAL COMMUNIQUE ADOPTED BY THE',
      'FORTY-THIRD SESSION',
      'OIC/CFM-43/2016/FC',
      '- 3 -',
      '<3>',
      'Page 3:',
    ])
    expect(numbered(text)).toEqual([
      ['1', 'The Council called upon all States to act.'],
      ['2', 'The Council ended.'],
    ])
  })

  test('where the layout tells what stands apart, no line inside a paragraph is a head', () => {
    const pages = [
      [
        'FINAL COMMUNIQUE',
        'OF THE MEETING ON THE SITUATION IN THE CITY',
        '',
        '1. It met to discuss the report',
      ],
      [
        'OIC/CFM-43/2016/SG',
        '',
        'FINAL COMMUNIQUE',
        '2. It held a',
        'meeting on the situation in the city',
        'and saw',
      ],
    ]
    const [first = [], second = []] = pages
    const { paragraphs } = structure(
      layOut({
        pages: [[...first, 'OIC/CFM-43/2016/REP'], second],
        hints: [{ ends: 'full' }, { ends: 'short' }],
      }),
    )
    expect(paragraphs.filter(({ number }) => number).map(({ text }) => text)).toEqual([
      'It met to discuss the report OIC/CFM-43/2016/REP',
      'It held a meeting on the situation in the city and saw',
    ])
  })

  test('a sign alone on a line ends the paragraph above it; apart from it, it belongs to the page', () => {
    expect(numbered('Communiqué\n\n1. Demande à la communauté\n:\n\n2. Décide\n\n.\n')).toEqual([
      ['1', 'Demande à la communauté :'],
      ['2', 'Décide'],
    ])
  })

  test('paragraphs know their page only where pages are in the file', () => {
    expect(divide(text).paragraphs.find((p) => p.label === '2')?.page).toBe(3)
    expect(divide('1. One.\n2. Two.').paragraphs.map((p) => p.page)).toEqual([undefined, undefined])
  })
})

test('clauses of a preamble, operative paragraphs and an annex have their roles', () => {
  const text =
    'Resolution\n\nThe Council of Foreign Ministers, meeting in Jeddah,\n\nRecalling its resolutions,\n\nReaffirming its position,\n\n1. Calls for peace;\n\n2. Decides to remain seized.\n\nAnnex\n\nList of members.\n\nMore members.'
  expect(divide(text).paragraphs.map(({ role, label }) => `${role} ${label}`)).toEqual([
    'cover cover-1',
    'preamble pre-1',
    'preamble pre-2',
    'preamble pre-3',
    'operative 1',
    'operative 2',
    'heading h-1',
    'annex annex-1',
    'annex annex-2',
  ])
})

test('a line inside a sentence is no heading, whatever its first word', () => {
  const text = `Report\n\n1. Everyone has the right, without distinction of any kind, to take\nPart in the government of his\ncountry.\n\nPart II\n\n2. Two.`
  const { paragraphs } = divide(text)
  expect(paragraphs.filter(({ role }) => role === 'heading').map(({ text }) => text)).toEqual(['Part II'])
})

test('where the layout parts the clauses of a preamble, a comma at the end of a line parts none', () => {
  const clauses = ['وإذ يستذكر قراراته،', '', 'وإذ يحيط علما بتقرير الخبراء،', 'وإذ في اعتباره الحاجات،', '']
  const preamble = (lines: string[]) =>
    structure(
      layOut({ pages: [['قرار', '', 'إن المجلس،', '', ...lines, '1. يقرر.']], hints: [{ ends: 'short' }] }),
    )
      .paragraphs.filter(({ role }) => role === 'preamble')
      .map(({ text }) => text)
  expect(preamble(clauses)).toContain('وإذ يحيط علما بتقرير الخبراء، وإذ في اعتباره الحاجات،')
  expect(preamble(clauses.filter(Boolean))).toContain('وإذ يحيط علما بتقرير الخبراء،')
  expect(preamble(['Recalling one,', '', 'Noting two,', 'Considering three,'])).toContain('Noting two,')
})

test('in lines broken by their width, one with room for the next word ends its paragraph, and one without heads nothing', () => {
  const text = [
    'REPORT',
    '',
    'The participants in the meeting welcomed the growth of the trade',
    'between the two countries, and called for direct flights between',
    'the capitals.',
    'They condemned the attack against the mosque in the old town and',
    'asked the Secretary General to visit it in the course of the year',
    'that follows.',
    'III) It deplored the measures taken by the two governments since',
    'the fifth of August.',
  ].join('\n')
  const ends = divide(text).paragraphs.map(({ role, text: words }) => [role, ...words.split(' ').slice(-2)])
  expect(ends.map((end) => end.join(' '))).toEqual([
    'cover REPORT',
    'body the capitals.',
    'body that follows.',
    'operative of August.',
  ])
})

test('points of a title that needs no full stop begin below it', () => {
  const text =
    'REPORT\n\n1. Opening\n\n1.1 The Chair opened it.\n1.2 He thanked all.\n\n2. A fund of\n2.5 million dollars'
  expect(numbered(text).map(([label]) => label)).toEqual(['1', '1.1', '1.2', '2'])
})

test('a clause of a preamble begins below a comma, also where its line is as long as any', () => {
  const text = [
    'REPORT',
    '',
    'The Council, having met in the city of the river and of the sea,',
    'Recalling that all of the members took part in the work of peace',
    'and of trade, and that they were of the same mind on most of the',
    'points that had been put before them by the head of the meeting,',
    'Noting that they asked for a report on all of the work that will',
    'be done, and for a list of the states that have not given theirs,',
    '1. Decides.',
  ].join('\n')
  expect(divide(text).paragraphs.filter(({ role }) => role === 'preamble')).toHaveLength(3)
})

test('lines of a cover between which a page shows no white are one part of it', () => {
  const lines = ['Report', '', 'of the Meeting', '', 'Jeddah', '', '1. One.', '', '2. Two.']
  const layout = layOut({ pages: [lines], hints: [{ ends: 'short', close: [1] }] })
  const { paragraphs } = structure(layout)
  expect(paragraphs.map(({ label, text }) => `${label} ${text}`)).toEqual([
    'cover-1 Report of the Meeting',
    'cover-2 Jeddah',
    '1 One.',
    '2 Two.',
  ])
})

test('place and day of the adoption below the text are the signature', () => {
  const text = `${COVER}1. واحد.\n2. اثنان.\n\nصدر في جدة\nفي 22 ديسمبر 2016`
  expect(
    divide(text)
      .paragraphs.slice(-2)
      .map(({ role, text }) => [role, text]),
  ).toEqual([
    ['operative', 'اثنان.'],
    ['signature', 'صدر في جدة في 22 ديسمبر 2016'],
  ])
})

test('a line with a star below a rule, or called in the text, is a note; a star in a list is not', () => {
  const text = `${COVER}1. One*.\n2. Two.\n* Reservation of a state.`
  expect(
    divide(text)
      .paragraphs.filter((p) => p.role === 'note')
      .map((p) => p.text),
  ).toEqual(['* Reservation of a state.'])
  const ruled = `${COVER}1. One.\n2. Two.\n____________\n* Reservation.`
  expect(divide(ruled).paragraphs.at(-1)?.role).toBe('note')
  expect(divide(`${COVER}1. One:\n* point`).paragraphs.at(-1)?.role).toBe('body')
})

describe('laws', () => {
  const piece = fc.constantFrom(
    '1. نص أول',
    '2. نص ثان.',
    '3 -',
    '(1)',
    '- 4 -',
    'المادة 1',
    'أولاً: عنوان',
    'عنوان',
    'وإذ يؤكد،',
    'FINAL COMMUNIQUE',
    'OIC/CFM-43/2016/FC',
    'The Council met.',
    'and went on',
    '* note',
    'text* more.',
    '[1] note',
    '=====',
    '',
    '',
    '\f',
    '  ',
    'صدر في جدة',
    'Annex',
    '• bullet',
    'أ) حرف',
    'ب) حرف',
    'Contents ........ 4',
    '22 ديسمبر 2016',
    '𝔘nicode 😀.',
    'INDEX',
    'الفهرس',
    'RESOLUTION No. 1/44-POL',
    'قرار رقم 2/44 - س',
    'Resolution 3/44-POL on a subject ..... 3',
    'The Council of Foreign Ministers,',
    'إن مجلس الجامعة على مستوى القمة،',
    'صدر اليوم بيان فيما يلي نصه:',
    '// انتهى //',
    'رابط الخبر',
    'نعلن ما يلي:',
  )
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('\n')),
    fc.array(fc.string({ unit: 'binary' }), { maxLength: 10 }).map((pieces) => pieces.join('\n')),
  )

  const item = fc.constantFrom(
    'RESOLUTION No. 1/44-POL\n\nThe Council of Foreign Ministers,',
    'قرار رقم 2/44 - س\nبشأن الوضع\nإن مجلس وزراء الخارجية،',
    '"فلسطين"\n\nإن مجلس الجامعة على مستوى القمة،\n1. قرر.',
  )
  const set = fc.array(fc.oneof(piece, item), { maxLength: 30 }).map((pieces) => pieces.join('\n'))

  test('a set and its resolutions hold every line of the file once, in order', () => {
    let divided = 0
    fc.assert(
      fc.property(set, (whole) => {
        const pages = whole.split('\f').map((page) => page.split('\n'))
        const layout = layOut({ pages })
        const parts = itemsOf({ pages }, layout)
        if (!parts) return
        divided += 1
        const table = new Set([...indexTable(layout.lines)].map((line) => line.text))
        const text = (lines: string[] | undefined) => (lines ?? []).filter((line) => !table.has(line.trim()))
        pages.forEach((lines, page) => {
          expect([parts.front, ...parts.items].flatMap((part) => text(part.pages[page]))).toEqual(text(lines))
        })
      }),
      { numRuns: 1000 },
    )
    expect(divided).toBeGreaterThan(20)
  })

  test('every letter lies in exactly one block; every paragraph is the sum of its spans; labels are unique', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const { text: stored, blocks, paragraphs } = divide(whole)
        const owners = new Array<number>(stored.length).fill(0)
        for (const { span } of blocks)
          for (let at = span[0]; at < span[1]; at += 1) owners[at] = (owners[at] ?? 0) + 1
        for (let at = 0; at < stored.length; at += 1) {
          expect(owners[at], `${at} of ${JSON.stringify(stored)}`).toBeLessThanOrEqual(1)
          if (!/\s/.test(stored.charAt(at))) expect(owners[at], `${at} of ${JSON.stringify(stored)}`).toBe(1)
        }
        for (const { spans, text: own } of paragraphs) {
          expect(spans.map((span) => stored.slice(...span)).join(' ')).toBe(own)
          expect(own).not.toBe('')
        }
        expect(new Set(paragraphs.map((p) => p.label)).size).toBe(paragraphs.length)
        expect(paragraphs.map((p) => p.ordinal)).toEqual(paragraphs.map((_, n) => n + 1))
      }),
      { numRuns: 1000 },
    )
  })
})
