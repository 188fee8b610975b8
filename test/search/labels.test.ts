/** What values are called on the page, beyond what the facets show. */
import { expect, test } from 'vitest'
import { hijriLabel, label } from '../../src/search/labels.js'

test.each([
  ['1438-03-23', 'en', '23 Rabi I 1438 AH'],
  ['1438-03', 'fr', 'Rabi I 1438 H'],
  ['1438-03-23', 'ar', '23 ربيع الأول 1438هـ'],
  ['1438', 'en', '1438 AH'],
] as const)('the Hijri date %s in %s', (day, language, expected) => {
  expect(hijriLabel(day, language)).toBe(expected)
})

test('an organisation is called by its name of today', () => {
  expect(label('organisation', 'OIC-EX-COM', 'en')).toBe('OIC Executive Committee')
  expect(label('organisation', 'OIC-CG', 'fr')).toBe('Groupe de contact')
})
