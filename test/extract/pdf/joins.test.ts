/** What was cut at the end of a line is whole again; what was not stays as it is. */
import { expect, test } from 'vitest'
import { withWholeWords } from '../../../src/extract/pdf/joins.js'

function wholeWords(lines: string[]): string[] | undefined {
  return withWholeWords([lines.map((text) => ({ text }))])[0]?.map(({ text }) => text)
}

test.each([
  ['a symbol', ['see A/RES/', '76/254 of'], ['see A/RES/76/254', 'of']],
  ['a symbol with a hyphen', ['OIC/CFM-', '44/2017'], ['OIC/CFM-44/2017']],
  ['an address', ['www.oic-oci.', 'org today'], ['www.oic-oci.org', 'today']],
  ['a sentence', ['the end.', 'Then'], ['the end.', 'Then']],
  ['a paragraph number', ['series A/', '3. Decides'], ['series A/', '3. Decides']],
  ['an address with a query', ['see www.oic.org/?', 'id=1 now'], ['see www.oic.org/?id=1', 'now']],
  [
    'a number after "and"',
    ['\u064A\u0648\u0645\u064A 13 \u0648', '14 \u0645\u0627\u064A\u0648'],
    ['\u064A\u0648\u0645\u064A 13 \u064814', '\u0645\u0627\u064A\u0648'],
  ],
  [
    'a number after "and" where it stands apart',
    ['1 \u0648 2', '3 \u0648', '4'],
    ['1 \u0648 2', '3 \u0648', '4'],
  ],
  ['an Arabic symbol', ['\u062F\u0625\u0637-', '10/19 \u0639'], ['\u062F\u0625\u0637-10/19', '\u0639']],
  ['a bracket', ['year (', '2024) of'], ['year (2024)', 'of']],
  ['a compound', ['the Secretary-', 'General of'], ['the Secretary-General', 'of']],
  [
    'two months',
    ['15 \u0646\u064A\u0633\u0627\u0646/', '\u0623\u0628\u0631\u064A\u0644 2018'],
    ['15 \u0646\u064A\u0633\u0627\u0646/\u0623\u0628\u0631\u064A\u0644', '2018'],
  ],
  [
    'a hyphenated word',
    ['the organi-', 'sation of', 'an organisation'],
    ['the organisation', 'of', 'an organisation'],
  ],
])('%s', (_, lines, joined) => {
  expect(wholeWords(lines)).toEqual(joined)
})

test('a document that hyphenates one known word hyphenates the others too', () => {
  const lines = ['the organi-', 'sation or', 'an organisation, an exam-', 'ple of well-', 'being, well-being']
  expect(wholeWords(lines)).toEqual([
    'the organisation',
    'or',
    'an organisation, an example',
    'of well-being,',
    'well-being',
  ])
})

test('halves that are no words tell that a document hyphenates; a beginning that it writes with a hyphen keeps it', () => {
  const lines = ['les min-', 'istres non-', 'alignés du ter-', 'ritoire', 'la non-ingérence']
  expect(wholeWords(lines)).toEqual(['les ministres', 'non-alignés', 'du territoire', 'la non-ingérence'])
  expect(wholeWords(['in co-', 'operation with'])).toEqual(['in co-operation', 'with'])
})
