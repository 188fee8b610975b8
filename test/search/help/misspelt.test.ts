/** Which value of a field was meant? Pure. */
import { expect, test } from 'vitest'
import { withNearValues } from '../../../src/search/help/misspelt.js'
import { readingOf } from '../../../src/search/language/reading.js'

test.each([
  ['country:سورييا', 'country:سوريا'],
  ['verb:condem', 'verb:condemn'],
  ['بلد:لبنن حرب', 'بلد:لبنان حرب'],
  ['"وقف إطلاق" country:Syira -pays:Allemange', '"وقف إطلاق" country:Syria -pays:Allemagne'],
  ['country:"Saudi Arabai"', 'country:"Saudi Arabia"'],
  ['country:SaudiArabia', 'country:"Saudi Arabia"'],
  ['country:سورييا,لبنان', 'country:سوريا,لبنان'],
  ['verb:condem|SY', 'verb:condemn|SY'],
  ['organisation:UNSCC', 'organisation:UNSC'],
  ['فعل:يشجبب', 'فعل:يشجب'],
])('%s: %s', (typed, meant) => {
  expect(withNearValues(readingOf(typed))?.q).toBe(meant)
})

test.each([
  'country:سوريا',
  'country:SY',
  'verb:condamner',
  'country:zzzzzz',
  'symbol:abcd',
  'year:201',
  'year:abcd',
  'سورييا',
  '',
])('nothing is near, or wrong: %s', (typed) => {
  expect(withNearValues(readingOf(typed))).toBeUndefined()
})
