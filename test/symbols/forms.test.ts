/** Spellings of one symbol have one form: those of real documents, with what readers make of them. */
import { describe, expect, test } from 'vitest'
import { formsOf, formsOfKey } from '../../src/symbols/forms.js'

describe('spellings that meet', () => {
  test.each([
    [
      'OIC EX-COM 2016 FC',
      ['OIC/EX-COM /2016/FC.', 'oic/ex-com/2016/fc', 'OIC-EXCOM-2016-FC', '\u200FOIC/EX-COM/٢٠١٦/FC'],
    ],
    [
      'OIC CFM 37 2010 POL',
      [
        'OIC/CFM-37/2010/RES/POL/FINAL',
        'OIC/CFM-37/2010/POL/FINAL',
        'OIC/CFM -37/2010/POL/RES./FINAL',
        'CFM 37 POL',
        'الوثيقة OIC/CFM-37/2010/POL',
      ],
    ],
    [
      'OIC CFM 34 2007 ECO',
      [
        'OIC/ICFM/34-2007/ECO/RES/FINAL',
        'OIC/ICFM-34/2007/ECO/RES/Final',
        '34-ICFM-ECO-RES/FINAL',
        'OIC/ICFM-34/2007//ECO/INDEX',
      ],
    ],
    ['OIC CFM 18 1989 FC', ['ICFM/ 18-89/FC', 'OIC/CFM-18/1989/FC']],
    ['OIC SUMMIT 11 2008 FC', ['OIC/SUMMIT-11/2008/FC/Final', 'IS/11-2008/FC']],
    ['OIC COMCEC 25 2009 REP', ['OIC/COMCEC/25-09/REP', 'comcec 25-2009 rep']],
    ['OIC COMCEC 30 2014 D 35', ['OIC/COMCEC/30-14/D(35)']],
    ['OIC CFM 38 2011 ORG DR', ['OIC/CFM-38/2011/ORG/DR.RES']],
    ['OIC CFM 39 2012 ORG REP SG 6', ['OIC/CFM-39/2012/ORG/SG. REP6']],
    ['OIC ICHM 6 2017 RES', ['OIC/ICHM-6/2017/RES. Final']],
    [
      '38/20-POL',
      ['قرار رقم 38/20 - س', 'القرار الرقم ٣٨/٢٠ – س', '38/20-POL', 'resolution no. 38/20-P', '38 / 20 س'],
    ],
    ['6/39-ORG', ['القرار الرقم 6/39 – أت', '6/39 أ ت', 'ORG 6/39']],
    ['34/9-C(IS)', ['قرار رقم 34/9 - ث (ق. إ)', '34/9-C (IS)', '34/9 ث (ق - أ)', '34/9-ث (ق.ا)']],
    ['2/8-AF(IS)', ['القرار الرقم 2/8- أ.ف (ق.إ)']],
    ['1/10-LEG(IS)', ['1/10- ق ن (ق. إ)', '1/10 – LEG (ق. إ)']],
    ['8/3-C(IS)', ['8 / 3 - ث (ق - أ)']],
    ['7/3-POL(IS)', ['القرار الرقم 7/ 3 س (ق أ)']],
    ['1/41-MM', ['القرار الرقم 1/41 - أم']],
    [
      '1/44-POL',
      [
        '1/44-POL',
        'Resolution No. 1/44-POL',
        'Résolution N°1/44-POL',
        'n°1 /44- POL',
        '1/44-CFM-POL',
        '01/44 pol',
      ],
    ],
    ['4/4', ['4/4', 'القرار 4/4']],
    [
      'LAS/RES/8221',
      [
        'LAS/RES/8221',
        'قرار رقم 8221 د.غ.ع - 9/12/2017',
        'ق.ق: ٨٢٢١ د.ع (21)',
        'القرار 8221 الصادر عن مجلس جامعة الدول العربية',
        'Arab League resolution 8221',
        'résolution n° 8221 de la Ligue arabe',
      ],
    ],
    [
      'S/RES/2254',
      [
        'S/RES/2254 (2015)',
        's/res/2254',
        'القرار 2254 (2015)',
        'قرار مجلس الأمن رقم ٢٢٥٤',
        'UNSC resolution 2254',
        'S-RES-2254(2015)',
        'résolution 2254 (2015) du Conseil de sécurité',
      ],
    ],
    [
      'A/RES/69/160',
      ['A/RES/69/160', 'a res 69/160', 'General Assembly resolution 69/160', 'قرار الجمعية العامة 69/160'],
    ],
    [
      'A/RES/217A(III)',
      ['القرار 217 ألف (د-3)', 'resolution 217 A (III)', 'A/RES/217(A)(III)', 'A/RES/217 A (III)'],
    ],
    ['A/RES/377(V)', ['A/RES/377(V)', '377 (V)']],
    ['A/RES/ES-10/19', ['A/RES/ES-10/19']],
    ['A/HRC/RES/30/1', ['A/HRC/RES/30/1', 'Human Rights Council resolution 30/1']],
    ['S/2015/107', ['S/2015/107', 's/2015/107.']],
  ])('%s', (full, spellings) =>
    expect(spellings.map((spelling) => formsOf(spelling)?.full)).toEqual(spellings.map(() => full)),
  )
})

test.each([
  'Syria',
  'قرار مجلس الأمن بشأن سوريا',
  'S/RES/2254 Syria',
  '22 ديسمبر 2016',
  '14/04/2016',
  'and/or',
  '12/2016',
  '14/4/2016',
  '2016',
  'COMCEC',
  '',
])('"%s" is no symbol', (text) => expect(formsOf(text)).toBeUndefined())

test('a form without the year, the series or the organ leads to the whole one', () => {
  expect(formsOf('OIC/CFM-37/2010/POL')?.loose).toContain('OIC CFM 37 POL')
  expect(formsOf('1/6-C(IS)')?.loose).toEqual(['1/6-C', '1/6'])
  expect(formsOf('A/RES/69/160')?.loose).toEqual(['69/160'])
})

test.each([
  ['oic-cfm-44-res-pol-1.ar', '1/44-POL'],
  ['oic-summit-6-res-c-1.en', '1/6-C(IS)'],
  ['un-sc-res-2254.fr', 'S/RES/2254'],
  ['oic-ex-com-emergency-2016-12-22-fc.ar', undefined],
])('the key %s says %s', (key, form) => expect(formsOfKey(key)?.full).toBe(form))
