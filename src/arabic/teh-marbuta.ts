/**
 * When does teh marbuta tell one word from another? Many write heh for it, so it is folded, but for words of the list
 * where it is written: "the place" and "the standing" have the same letters else, and so has "his place".
 */
import protectedWords from '../reference/arabic/protected.json' with { type: 'json' }
import { foldLetters, TEH_MARBUTA } from './fold.js'
import { apply, BEFORE, KNOWN, PLURAL_ENDING, type Rule, rule, TEH_ENDING } from './rules.js'
import { arabic } from './transliteration.js'
import { oneOf } from './trie.js'

const HEH = arabic('h')

/** Words of the list, with whatever stands before and behind them, to the word and its mark. */
export const WRITTEN_FEMININE: Rule = writtenFeminine()
export const HEH_FOR_TEH: Rule = rule(TEH_MARBUTA, HEH)

/** A word, in any spelling, as the steps after these have it. */
export function spelled(word: string): string {
  return [WRITTEN_FEMININE, HEH_FOR_TEH].reduce(apply, foldLetters(word))
}

function writtenFeminine(): Rule {
  const ending = `${TEH_MARBUTA}|${TEH_ENDING}`
  const choices = [
    `(${oneOf(bases(protectedWords.written))})(?:${ending}|${PLURAL_ENDING})`,
    `(${oneOf(bases(protectedWords.written_singular))})(?:${ending})`,
  ]
  return rule(`^(?:|${BEFORE})(?:${choices.join('|')})$`, `${KNOWN}$1$2${HEH}`)
}

function bases(words: string[]): string[] {
  return words.map((word) => foldLetters(word).slice(0, -TEH_MARBUTA.length))
}
