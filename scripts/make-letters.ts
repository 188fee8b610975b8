/**
 * Makes the tables of letter sequences that tell words from garbage: every three letters that stand next to each other in
 * enough words of a list, with the edges of the word. Usage: tsx scripts/make-letters.ts TARGET.json LEAST LIST…
 * The lists are those of Tesseract's data: `combine_tessdata -u ara.traineddata ara.`, then
 * `dawg2wordlist ara.lstm-unicharset ara.lstm-word-dawg ara.txt`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { sequencesIn } from '../src/arabic/sequences.js'

const [target = '', least = '3', ...lists] = process.argv.slice(2)
const counts = new Map<string, number>()
for (const word of lists.flatMap((path) => readFileSync(path, 'utf8').split('\n'))) {
  for (const sequence of sequencesIn(word)) counts.set(sequence, (counts.get(sequence) ?? 0) + 1)
}
const frequent = [...counts].filter(([, count]) => count >= Number(least)).map(([sequence]) => sequence)
/** Digits are no letters, so that the table can still be asked for a letter. */
const table = new Map<string, string>()
for (const sequence of frequent.sort()) {
  const [first, second, third] = [...sequence]
  const level = levelOf(counts.get(sequence) as number)
  table.set(`${first}${second}`, `${table.get(`${first}${second}`) ?? ''}${third}${level}`)
}
const about =
  'Three letters in a row, with ^ and $ for the edges of a word: two letters, then all that follow them, each with how often it does (1 to 9, each step three times as many words). From the word lists in the data of Tesseract (Apache-2.0), by scripts/make-letters.ts.'
writeFileSync(target, `${JSON.stringify({ about, sequences: Object.fromEntries(table) })}\n`)

function levelOf(count: number): number {
  return Math.min(9, 1 + Math.floor(Math.log2(count) / 1.6))
}
