/**
 * Makes the table that tells lam-alef with its letters swapped: what stands around alef and lam in words where they were swapped
 * on purpose, and hardly ever elsewhere. Usage: tsx scripts/make-lam-alef.ts TARGET.json LIST (see make-letters.ts for the list).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { pairsIn } from '../src/arabic/lam-alef.js'

const [target = '', list = ''] = process.argv.slice(2)
const bare = readFileSync(list, 'utf8')
  .replace(/[\u064B-\u0652\u0640]/gu, '')
  .split('\n')
const words = [...new Set(bare)].filter((word) => /^[\u0621-\u064A]{2,}$/u.test(word))
const swap = (word: string) => word.replace(/\u0644([\u0622\u0623\u0625\u0627])/gu, '$1\u0644')
const good = words.flatMap(pairsIn)
const swapped = words.filter((word) => swap(word) !== word).flatMap((word) => pairsIn(swap(word)))

/** Those seen `least` times at least, and `times` as often as in good words. */
function strange(part: (pair: string) => string, least: number, times: number): string[] {
  const [bad, seen] = [counts(swapped.map(part)), counts(good.map(part))]
  return [...bad]
    .filter(([pair, count]) => count >= least && count >= times * (seen.get(pair) ?? 0))
    .map(([pair]) => pair)
}

function counts(pairs: string[]): Map<string, number> {
  const counted = new Map<string, number>()
  for (const pair of pairs) counted.set(pair, (counted.get(pair) ?? 0) + 1)
  return counted
}

const before = strange((pair) => pair.slice(0, -1), 3, 25).sort()
const behind = strange((pair) => pair.slice(1), 3, 25).sort()
const around = strange((pair) => pair, 2, 12).filter(
  (pair) => !before.includes(pair.slice(0, -1)) && !behind.includes(pair.slice(1)),
)
const about =
  'Alef with its lam where lam-alef was meant, with two letters before it and one behind, one and two, two and two; ^ and $ for the edges of a word. From the word list in the data of Tesseract (Apache-2.0), by scripts/make-lam-alef.ts.'
writeFileSync(target, `${JSON.stringify({ about, before, behind, around: around.sort() })}\n`)
