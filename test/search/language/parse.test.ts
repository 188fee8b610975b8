import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../../src/search/language/parse.js'
import type { All, Term, Value } from '../../../src/search/language/tree.js'

/** A tree as one line: alternatives in brackets, `-` before what is unwanted. */
function shown(all: All): string {
  return all.map(({ term, not }) => `${not ? '-' : ''}${shownTerm(term)}`).join(' ')
}

function shownTerm(term: Term): string {
  if (term.kind === 'any') return `(${term.of.map(shown).join(' | ')})`
  if (term.kind === 'field') return `${term.field}:${term.values.map(shownValue).join(',')}`
  if (term.kind === 'phrase') return `"${term.text}"${term.slop === undefined ? '' : `~${term.slop}`}`
  return term.kind === 'prefix' ? `${term.text}*` : term.text
}

function shownValue(value: Value): string {
  if ('is' in value) return value.is
  if ('startsWith' in value) return `${value.startsWith}*`
  if ('verb' in value) return `${value.verb}|${value.object}`
  if ('number' in value) return `/${value.number}`
  return 'none' in value ? 'none' : `${value.from ?? ''}..${value.to ?? ''}`
}

function read(question: string): string {
  return shown(parse(question).all)
}

function problems(question: string): string[] {
  return parse(question).problems.map(({ kind }) => kind)
}

test.each([
  ['words', 'القصف  الجوي', 'القصف الجوي'],
  [
    'quotations of every kind',
    '"مجلس الأمن" «حق العودة» “a b” ＂c d＂',
    '"مجلس الأمن" "حق العودة" "a b" "c d"',
  ],
  ['closeness', '"two words"~5 "x y"~', '"two words"~5 "x y"~5'],
  ['negation', 'حلب -سوريا NOT war -"a b" SAUF paix', 'حلب -سوريا -war -"a b" -paix'],
  ['twice no is yes', 'NOT -war', 'war'],
  ['or binds its neighbours', 'peace war OR conflict | strife now', 'peace (war | conflict | strife) now'],
  ['groups', '(a b) | c -(d e)', '((a b) | c) -(d e)'],
  ['Arabic words are never operators', 'حرب أو سلم وليس غيرهما', 'حرب أو سلم وليس غيرهما'],
  ['small letters are words', 'war or peace and not this', 'war or peace and not this'],
  ['beginnings', 'فلسطين* terror*', 'فلسطين* terror*'],
  ['dashes and brackets inside a word', 'EX-COM A/RES/377(V) Sana’a', 'EX-COM A/RES/377(V) Sana’a'],
  ['a dash alone', 'a - b', 'a b'],
  ['controls of direction', '\u202B-\u200Fسوريا\u202C \u2067"مجلس الأمن"\u2069', '-سوريا "مجلس الأمن"'],
  ['weights of other query languages', 'حلب^2 war~2', 'حلب war'],
  ['a letter to somebody', 'من: الأمين العام إلى: الدول', 'من: الأمين العام إلى: الدول'],
  ['closeness beyond all measure', '"two words"~999999', '"two words"~99'],
  ['a headline with a colon', 'تونس : اجتماع : وزراء', 'تونس اجتماع وزراء'],
  ['times are words', '10:30', '10:30'],
])('%s', (_, question, tree) => {
  expect(read(question)).toBe(tree)
  expect(problems(question)).toEqual([])
})

describe('fields', () => {
  test.each([
    ['country:SY', 'country:SY'],
    ['الدولة : سوريا', 'country:SY'],
    ['pays : Syrie', 'country:SY'],
    ['country:السوري', 'country:SY'],
    ['country:والسعودية', 'country:SA'],
    ['country:(مصر OR العراق)', 'country:EG,IQ'],
    ['country:(مصر العراق)', 'country:EG,IQ'],
    ['country:(Saudi Arabia)', 'country:SA'],
    ['البلد المضيف:السعودية', 'hostCountry:SA'],
    ['year:2015-2018', 'year:2015..2018'],
    ['السنة:٢٠١٥–٢٠١٨م', 'year:2015..2018'],
    ['year:>2015', 'year:2016..'],
    ['year:<2016', 'year:..2015'],
    ['سنة:١٤٣٨هـ', 'hijriYear:1438..1438'],
    ['year:1437..1438', 'hijriYear:1437..1438'],
    ['year:2015 - 2018', 'year:2015..2018'],
    ['year: 2015 .. 2018 حلب', 'year:2015..2018 حلب'],
    ['السنة : ٢٠١٥ – ٢٠١٨', 'year:2015..2018'],
    ['سنة:2015 إلى 2018', 'year:2015..2018'],
    ['سنة:من ٢٠١٥ إلى ٢٠١٨', 'year:2015..2018'],
    ['année : de 2015 à 2018', 'year:2015..2018'],
    ['year:[2015 TO 2018]', 'year:2015..2018'],
    ['year:2018..2015', 'year:2015..2018'],
    ['year:2015/2018', 'year:2015..2018'],
    ['year:(2015 2016)', 'year:2015..2015,2016..2016'],
    ['سنة:2015، 2016', 'year:2015..2015,2016..2016'],
    ['hijri:1436 هـ - 1438 هـ', 'hijriYear:1436..1438'],
    ['سنة:1438 هـ حلب', 'hijriYear:1438..1438 حلب'],
    ['year: > 2015', 'year:2016..'],
    ['year:2015 - حلب', 'year:2015..2015 حلب'],
    ['year:2015 -حلب', 'year:2015..2015 -حلب'],
    ['date:2015-01-01 - 2015-12-31', 'date:2015-01-01..2015-12-31'],
    ['date:>2015-12', 'date:2016-01..'],
    ['from:2015 to:2016-05', 'date:2015.. date:..2016-05'],
    ['after:2015-12-31 before:2017', 'date:2016-01-01.. date:..2016'],
    ['منذ:2015 قبل: 2018', 'date:2015.. date:..2017'],
    ['from:1437', 'hijriYear:1437..'],
    ['country:سوريا، العراق', 'country:SY,IQ'],
    ['country:سوريا، حلب', 'country:SY حلب'],
    ['country:"Saudi Arabia', 'country:SA'],
    ['country:(syria', 'country:SY'],
    ['السنة الهجرية:1438', 'hijriYear:1438..1438'],
    ['date:2/12/2016', 'date:2016-12-02..2016-12-02'],
    ['verb:نددت', 'verb:CONDEMN'],
    ['لغة:عربي', 'language:ar'],
    ['country:سوريا', 'country:SY'],
    ['بلد:syrie', 'country:SY'],
    ['pays:"Arabie saoudite"', 'country:SA'],
    ['country: Syria', 'country:SY'],
    ['country:مصر،العراق', 'country:EG,IQ'],
    ['country:(مصر|العراق)', 'country:EG,IQ'],
    ['country:-IQ -country:SY', '-country:IQ -country:SY'],
    ['جهة:CFM', 'body:CFM'],
    ['الجهة:"مجلس وزراء الخارجية"', 'body:CFM'],
    ['body:"Council of Foreign Ministers"', 'body:CFM'],
    ['verb:يدين', 'verb:CONDEMN'],
    ['فعل:أدان', 'verb:CONDEMN'],
    ['فعل:تدين', 'verb:CONDEMN'],
    ['verb:إدانة', 'verb:CONDEMN'],
    ['verbe:condamne', 'verb:CONDEMN'],
    ['verb:condemns', 'verb:CONDEMN'],
    ['verb:condemn', 'verb:CONDEMN'],
    ['verb:CONDEMN|SY', 'verb:CONDEMN|SY'],
    ['فعل:يدين|إسرائيل', 'verb:CONDEMN|IL'],
    ['year:2015..2018', 'year:2015..2018'],
    ['سنة:٢٠١٥..٢٠١٨', 'year:2015..2018'],
    ['year:2016', 'year:2016..2016'],
    ['year:2015..', 'year:2015..'],
    ['year:<=2015', 'year:..2015'],
    ['year:none', 'year:none'],
    ['هجري:1438', 'hijriYear:1438..1438'],
    ['date:2016-05..2016-12-22', 'date:2016-05..2016-12-22'],
    ['type:قرار', 'type:resolution'],
    ['type:resolution', 'type:resolution'],
    ['language:français', 'language:fr'],
    ['رمز:OIC/CFM-44/2017/FC', 'symbol:OIC/CFM-44/2017/FC'],
    ['symbol:OIC/CFM-44*', 'symbol:OIC/CFM-44*'],
    ['يستشهد:2254', 'cites:/2254'],
    ['cites:S/RES/2254', 'cites:S/RES/2254'],
    ['cites:"ميثاق الأمم المتحدة"', 'cites:UN-CHARTER'],
    ['place:جدة', 'place:Jeddah'],
    ['اجتماع:oic-cfm-44-2017', 'meeting:oic-cfm-44-2017'],
  ])('%s', (question, tree) => {
    expect(read(question)).toBe(tree)
    expect(problems(question)).toEqual([])
  })
})

test.each([
  ['an open quotation', 'حلب "الأمن', 'حلب الأمن', ['openQuote']],
  ['an open group', '(a b', '(a b)', ['openGroup']],
  ['a bracket that closes nothing', 'a) b', 'a b', ['lonelyBracket']],
  ['an operator at the end', 'a OR', 'a', ['lonelyOperator']],
  ['an operator at the start', '| a', 'a', ['lonelyOperator']],
  ['a field that is none', 'colour:red', 'colour:red', ['unknownField']],
  ['a field without a value', 'حلب country:', 'حلب', ['emptyField']],
  ['a value that is none', 'country:Atlantis', 'Atlantis', ['unknownValue']],
  ['a day that no calendar has', 'date:2015-02-30', '2015-02-30', ['unknownValue']],
  ['a year that is none', 'year:soon', 'soon', ['unknownValue']],
  ['too short a beginning', 'ab*', 'ab', ['shortPrefix']],
])('%s is searched as words and said', (_, question, tree, kinds) => {
  expect(read(question)).toBe(tree)
  expect(problems(question)).toEqual(kinds)
})

describe('limits', () => {
  test('after 32 terms the rest is left out, and said once', () => {
    const question = Array.from({ length: 50 }, (_, n) => `w${n}`).join(' ')
    expect(read(question).split(' ').length).toBe(32)
    expect(problems(question)).toEqual(['tooManyTerms'])
  })

  test('brackets go five deep', () => {
    expect(depth(parse('(((((((((a b) c) d) e) f) g) h) i) j)').all)).toBeLessThanOrEqual(6)
    expect(problems('((((((a b) c) d) e) f) g)')).toEqual(['tooDeep'])
    expect(read('((((((a b) c) d) e) f) g)').match(/\w/g)).toEqual([...'abcdefg'])
  })
})

const SIGNS = [
  ...'"«»“”()|-*~:, ',
  'OR',
  'NOT',
  'AND',
  'country:',
  'سنة:',
  'year:2015..',
  '\u202B',
  '\u200F',
  'ـ',
  'َ',
  '؟',
  '،',
]
const LETTERS = ['حلب', 'سوريا', 'peace', 'a', '2254', '𝒳', '\uD835', 'SY', ' ']
const question = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS, ...LETTERS), fc.string({ maxLength: 3 })), { maxLength: 60 })
  .map((parts) => parts.join(''))

test('law: no question fails, none grows beyond its limits, and no word is lost', () => {
  fc.assert(
    fc.property(question, (text) => {
      const { all, problems } = parse(text)
      const terms = leaves(all)
      expect(terms.length).toBeLessThanOrEqual(32)
      expect(depth(all)).toBeLessThanOrEqual(6)
      for (const { span } of [...terms, ...problems]) {
        expect(span[0]).toBeLessThan(span[1])
        expect(span[1]).toBeLessThanOrEqual(text.length)
      }
      if (problems.some(({ kind }) => kind === 'tooManyTerms')) return
      for (const match of text.matchAll(/حلب|2254/g)) {
        expect(terms.some(({ span }) => span[0] <= match.index && match.index < span[1])).toBe(true)
      }
    }),
    { numRuns: 3000 },
  )
})

const PARTS = [
  'حلب',
  'سوريا',
  'peace',
  '"مجلس الأمن"',
  'year:2015..2018',
  'فعل:يدين',
  '(',
  ')',
  '|',
  'OR',
  'NOT',
  '-',
]

test('law: each part is read alone, and an open group at its end, as it was read in the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 14 }), (parts) => {
      const text = parts.join(' ').replace(/(- )+/g, '-')
      const { all, problems: found } = parse(text)
      fc.pre(found.every(({ kind }) => kind === 'openGroup'))
      for (const clause of all) {
        const part = text.slice(...clause.term.span)
        expect([text, part, read(part)]).toEqual([text, part, shown([{ ...clause, not: false }])])
      }
    }),
    { numRuns: 1000 },
  )
})

function leaves(all: All): Term[] {
  return all.flatMap(({ term }) => (term.kind === 'any' ? term.of.flatMap(leaves) : [term]))
}

function depth(all: All): number {
  return Math.max(
    0,
    ...all.map(({ term }) => (term.kind === 'any' ? 1 + Math.max(...term.of.map(depth)) : 0)),
  )
}
