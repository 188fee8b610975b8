/**
 * What did the author write, before the file damaged it? Mends shaped letters, invisible controls, kashida that
 * only stretches a word, decomposed letters and control characters: nothing that a writer chose.
 * Farsi yeh and keheh stay: most come from the author's keyboard and a reader sees no damage; search folds them.
 * repair(repair(x)) = repair(x).
 */
import { ARABIC_LETTERS, INVISIBLE, PRESENTATION_FORMS, TATWEEL } from './characters.js'

type Step = (text: string) => string

const NEWLINES = /\r\n?|\u0085|\u2028|\u2029/g
const LONE_SURROGATES = /\p{Surrogate}/gu
const REPLACEMENT = '\uFFFD'
const SHAPED = new RegExp(`[${PRESENTATION_FORMS}]`, 'g')
const INVISIBLES = new RegExp(`[${INVISIBLE}]`, 'g')
/** All controls but tab, line feed and form feed; and the code points that are no characters. */
const CONTROLS = /(?![\t\n\f])\p{Cc}|\p{Noncharacter_Code_Point}/gu
/**
 * Between two letters of a word. After a word (a list mark, a year of the Hijra) or between numbers it has a meaning.
 * Any mark counts, not the Arabic ones alone: which of several stands first may change when they are put in order.
 */
const STRETCHING = new RegExp(`(?<=[${ARABIC_LETTERS}\\p{M}])${TATWEEL}+(?=[${ARABIC_LETTERS}\\p{M}])`, 'gu')

/** In this order: a step may uncover work for the next one, never for an earlier one. */
const STEPS: Step[] = [
  (text) => text.replace(NEWLINES, '\n'),
  (text) => text.replace(LONE_SURROGATES, REPLACEMENT),
  (text) => text.replace(SHAPED, letters),
  (text) => text.replace(INVISIBLES, ''),
  (text) => text.replace(CONTROLS, ''),
  (text) => text.normalize('NFC'),
  (text) => text.replace(STRETCHING, ''),
  (text) => text.normalize('NFC'), // a letter may have come together with its mark
]

/** @returns the text as its author wrote it, with `\n` for line breaks; `\f` and tabs stay */
export function repair(text: string): string {
  return STEPS.reduce((mended, step) => step(mended), text)
}

/**
 * The letters behind a shaped one. Fourteen forms are marks on a space for lack of a letter (U+FC5E-FC63 and
 * U+FE70-FE7E): the space would split the word, so only the mark is kept. Phrases (U+FDFA) keep their inner spaces.
 */
function letters(shaped: string): string {
  return shaped.normalize('NFKC').trimStart()
}
