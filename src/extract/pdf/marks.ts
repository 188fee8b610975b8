/** What does a letter stand for with a mark on it? Marks are put where they are written, in a ligature too. */
import { takesRoom } from './glyphs.js'
import type { Part } from './parts.js'

/** Stands for a letter that the font does not name. */
export const LOST = '\uFFFD'

const LAM_END = /[\u0644\uFEDD-\uFEE0]\p{M}*$/u
const ALEF_START = /^\u0627/u
const ALEF = '\u0627'
const MADDA = '\u0653'
/** Lam, alone or with its marks, and an alef, bare or with a hamza above. */
const LAM_ALEF = /^(.*\u0644\p{M}*)([\u0627\u0623]\p{M}*)$/u
/** Fatha, damma and kasra; shadda is typed behind the alef too. */
const LAM_VOWEL = /^[\u064E-\u0650]+$/u
const KASRA = /^\u0650$/u
/** Madda and hamza, of which a letter has one at most. */
const HAMZA = /[\u0653-\u0655]/gu

export function marksOf(name: string): string {
  return name.normalize('NFD').replace(/\P{M}/gu, '')
}

/** @returns a letter, in whatever form it is named, without its marks */
export function bareLetter(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '')
}

/** Are all of these marks madda or hamza? */
export function isHamza(sign: string): boolean {
  return sign.replace(HAMZA, '') === ''
}

/** Does the name of the letter hold this mark already, or another hamza in its place? */
export function names(letter: string, mark: string): boolean {
  const own = marksOf(letter)
  return [...mark].some((sign) => own.includes(sign) || (isHamza(sign) && [...own].some(isHamza)))
}

/** Where a font names its marks, the one without a name that stands on an alef is a madda of another size: vowels are not drawn there. */
export function addMadda(letter: Part | undefined): void {
  if (letter?.text.endsWith(ALEF)) letter.text = (letter.text + MADDA).normalize('NFC')
}

/** A mark that takes room stands beside its letter and is no white. */
export function addMark(letter: Part, mark: Part): void {
  letter.text = withMark(letter.text, mark)
  letter.x0 = Math.min(letter.x0, takesRoom(mark) ? mark.x0 : letter.x0)
  letter.x1 = Math.max(letter.x1, takesRoom(mark) ? mark.x1 : letter.x1)
}

/**
 * A letter without a name is what its mark is named after, if that is a letter; on a lam stands an alef with its mark. In lam-alef the vowel is that
 * of the lam, for a bare alef has none but tanwin, and one with a hamza above no kasra.
 */
function withMark(letter: string, { text, whole }: Part): string {
  if (letter === '') return bareLetter(whole) === '' ? LOST + text : whole
  const makesLigature = LAM_END.test(letter) && ALEF_START.test(whole.normalize('NFD'))
  if (makesLigature) return (letter + whole).normalize('NFC')
  return withSigns(letter, text)
}

/** @param signs marks, of which those that the letter has already are left out */
export function withSigns(letter: string, signs: string): string {
  const own = marksOf(letter)
  const added = [...signs].filter((sign) => !own.includes(sign)).join('')
  const [, lam, alef = ''] = LAM_ALEF.exec(letter.normalize('NFKC')) ?? []
  const isOfLam = lam !== undefined && (alef === ALEF ? LAM_VOWEL : KASRA).test(added)
  return (isOfLam ? lam + added + alef : letter + added).normalize('NFC')
}
