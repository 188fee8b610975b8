/** The language of a text, long or short. */
import { expect, test } from 'vitest'
import { languageOf } from '../../src/describe/language.js'

test.each([
  ['ar', 'إن مجلس وزراء الخارجية (OIC/CFM-43/2016/POL/RES/FINAL)،'],
  [
    'en',
    'The Council of Foreign Ministers of the Organisation, meeting in Tashkent, recalling the resolutions of the Summit and of the Council and all that was said of the situation in Mali,',
  ],
  [
    'fr',
    "Le Conseil des ministres des affaires étrangères de l'Organisation, réuni à Tachkent, rappelant les résolutions du Sommet et du Conseil et la situation dans le nord du Mali,",
  ],
  ['en', 'Joint Statement on the situation in Mali'],
  ['fr', 'Résolution sur la situation au Mali'],
  [
    'en',
    'WE THE PEOPLES OF THE UNITED NATIONS DETERMINED TO SAVE SUCCEEDING GENERATIONS FROM THE SCOURGE OF WAR, WHICH WAS KNOWN TO ALL OF US AND TO THE WORLD',
  ],
])('%s: %s', (language, text) => expect(languageOf(text)).toBe(language))

test('names of the other language do not count against the text', () => {
  const french =
    'La Commission du Parlement européen et du Conseil a adopté la décision de la Banque pour la reconstruction'
  expect(
    languageOf(
      `${french} (the Bank of England, the House of Lords) et ses annexes pour les pays de la région`,
    ),
  ).toBe('fr')
})
