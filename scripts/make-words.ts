/**
 * Makes the list by which Arabic words are told from garbage: those of a larger list that do not follow from a shorter one.
 * Usage: tsx scripts/make-words.ts TARGET.json LIST (see make-letters.ts for the list).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { looksSwapped } from '../src/arabic/lam-alef.js'
import { basesOf, plainSpelling } from '../src/arabic/words.js'

const [target = '', list = ''] = process.argv.slice(2)
const bare = readFileSync(list, 'utf8')
  .replace(/[\u064B-\u0652\u0640]/gu, '')
  .split('\n')
/** Words that were swapped or glued are in the list too, as it was taken from the web. */
const whole = bare.filter(
  (word) => /^[\u0621-\u064A]{3,}$/u.test(word) && !/[\u0629\u0649]./u.test(word) && !looksSwapped(word),
)
const words = [...new Set(whole.map(plainSpelling))].filter((word) => !/\u0627\u0627/u.test(word))
const kept = new Set<string>()
for (const word of words.sort((one, two) => one.length - two.length || (one < two ? -1 : 1))) {
  if (word.length === 3 || ![...basesOf(word)].some((base) => kept.has(base))) kept.add(word)
}
const about =
  'Arabic words of three letters and more in plain spelling (no hamza on alef, a last yeh with its dots), but those that follow from a shorter one by src/arabic/words.ts. From the word list in the data of Tesseract (Apache-2.0), by scripts/make-words.ts.'
writeFileSync(target, `${JSON.stringify({ about, words: [...kept].join(' ') })}\n`)
