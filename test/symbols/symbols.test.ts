/** Symbols as printed, as mended, and what their parts say. */
import { describe, expect, test } from 'vitest'
import { symbol } from '../../src/describe/symbol.js'
import { viewOf } from '../../src/describe/view.js'
import { symbolParts } from '../../src/symbols/parts.js'

function read(line: string): string | undefined {
  const none = viewOf('', [])
  const cover = viewOf(line, [[0, line.length]])
  const sheet = {
    text: line,
    language: 'en',
    cover,
    opening: none,
    openingIsNumbered: false,
    openingIsLater: false,
    closing: none,
    furniture: none,
  }
  return symbol({ ...sheet, language: 'en' as const }).symbol?.value
}

test.each([
  ['OIC/EX-COM /2016/FC.', 'OIC/EX-COM/2016/FC'],
  ['OIC/CFM-44/2017/POL/RES/FINAL', 'OIC/CFM-44/2017/POL/RES/FINAL'],
  ['OIC /CFM-43/2016/CS/RES/FINAL', 'OIC/CFM-43/2016/CS/RES/FINAL'],
  ['OIC/CFM-37/2010/CS/RES./FINAL', 'OIC/CFM-37/2010/CS/RES/FINAL'],
  ['OIC/CFM -37/2010/CS/RES/FINAL', 'OIC/CFM-37/2010/CS/RES/FINAL'],
  ['OIC/ICFM-34/2007//POL/INDEX', 'OIC/ICFM-34/2007/POL/INDEX'],
  ['OIC/ICFM/34-2007/ECO/RES/FINAL', 'OIC/ICFM/34-2007/ECO/RES/FINAL'],
  ['34-ICFM-ECO-RES/FINAL', '34-ICFM-ECO-RES/FINAL'],
  ['ICFM/ 18-89/FC', 'ICFM/18-89/FC'],
  ['OIC/SUM-1/2008/FC-FINAL', 'OIC/SUM-1/2008/FC-FINAL'],
  ['OIC/CFM-38/2011/ORG/DR.RES', 'OIC/CFM-38/2011/ORG/DR.RES'],
  ['IS/14-2019/PAL/SG.REP', 'IS/14-2019/PAL/SG.REP'],
  ['OIC/COMCEC/25-09/REP', 'OIC/COMCEC/25-09/REP'],
  ['S/RES/2254 (2015)', 'S/RES/2254 (2015)'],
  ['S/RES/661(1990)', 'S/RES/661 (1990)'],
  ['A/RES/69/160', 'A/RES/69/160'],
  ['A/RES/377(V)', 'A/RES/377(V)'],
  ['S/2015/107', 'S/2015/107'],
  ['القرار 217 ألف (د-3)', 'A/RES/217A(III)'],
  ['resolution 217 A (III)', 'A/RES/217A(III)'],
  ['القرار الرقم 6/39 – أت', '6/39-ORG'],
  ['قرار رقم 38/20 - س', '38/20-POL'],
  ['القرار الرقم 2/8- أ.ف (ق.إ)', '2/8-AF(IS)'],
  ['القرار الرقم 1/11 – LEG (ق. إ)', '1/11-LEG(IS)'],
  ['Resolution No.2/38-POL', '2/38-POL'],
  ['Résolution N°1/38-ORG', '1/38-ORG'],
])('%s is %s', (printed, value) => expect(read(printed)).toBe(value))

test.each([
  'Final communiqué 2016',
  '14/04/2016',
  'بشأن القرار 2254 (2015)',
  'and/or',
  'https://example.org/a/b/c',
])('%s is no symbol', (line) => expect(read(line)).toBeUndefined())

describe('parts', () => {
  test.each([
    ['OIC/EX-COM/2016/FC', { organisation: 'OIC', body: 'EX-COM', year: 2016, type: 'final_communique' }],
    [
      'OIC/CFM-44/2017/POL/RES/FINAL',
      { organisation: 'OIC', body: 'CFM', session: 44, year: 2017, series: 'POL', type: 'resolution' },
    ],
    [
      'OIC/CFM-37/2010/RES/POL/FINAL',
      { organisation: 'OIC', body: 'CFM', session: 37, year: 2010, series: 'POL', type: 'resolution' },
    ],
    [
      'OIC/ICFM/34-2007/ECO/RES/FINAL',
      { organisation: 'OIC', body: 'CFM', session: 34, year: 2007, series: 'ECO', type: 'resolution' },
    ],
    [
      'ICFM/18-89/FC',
      { organisation: 'OIC', body: 'CFM', session: 18, year: 1989, type: 'final_communique' },
    ],
    [
      'IS/14-2019/PAL/SG.REP',
      { organisation: 'OIC', body: 'SUMMIT', session: 14, year: 2019, series: 'PAL', type: 'report' },
    ],
    [
      'OIC/COMCEC/25-09/REP',
      { organisation: 'OIC', body: 'COMCEC', session: 25, year: 2009, type: 'report' },
    ],
    ['S/RES/2254 (2015)', { organisation: 'UN', body: 'UNSC', item: '2254', year: 2015, type: 'resolution' }],
    ['A/RES/69/160', { organisation: 'UN', body: 'UNGA', item: '160', session: 69, type: 'resolution' }],
    ['A/RES/217A(III)', { organisation: 'UN', body: 'UNGA', item: '217A', session: 3, type: 'resolution' }],
    ['S/2015/107', { organisation: 'UN', body: 'UNSC', item: '107', year: 2015 }],
  ])('%s', (value, parts) => expect(symbolParts(value)).toEqual(parts))
})

/** Any spelling that a reader types leads to one form. */
