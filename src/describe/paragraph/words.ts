/**
 * Which words stand in this text, and where? The text is read once; every parser of paragraphs works on these
 * words. Spellings are folded once per distinct word, so a word that comes again costs a look-up.
 */
import { MARKS, TATWEEL } from '../../arabic/characters.js'
import { fold } from '../../arabic/fold.js'
import { once } from '../../arabic/once.js'

/** A distinct spelling: folded, with what is left when attached particles are taken off (itself first). */
export type Form = {
  text: string
  stems: readonly string[]
  kind: 'word' | 'number' | 'sign'
  /** Value of a number in digits of any script. */
  value: number
  /** Begins with a capital letter; is written in nothing else. */
  capital: boolean
  capitals: boolean
  /** What was asked of it before, see `perForm`. */
  answers: unknown[]
}

/** Offsets are UTF-16 units of the text. */
export type Word = { start: number; end: number; form: Form }

export type WordReader = (text: string) => Word[]

const SPACE = 0
const LETTER = 1
const DIGIT = 2
const SIGN = 3
const MARK = 4
/** Distinct words that are remembered before memory is freed and begun again. */
const REMEMBERED = 200_000

const AND = ['\u0648', '\u0641'] // waw, feh
const ATTACHED = ['\u0628', '\u0643', '\u0644', '\u0633'] // beh, kaf, lam, seen
const LAM = '\u0644'
const ARTICLE = '\u0627\u0644'
const ARABIC_WORD = /^[\u0621-\u064A]/
const SHORTEST_STEM = 2

/** A reader with its own memory of spellings. Pure: the same text gives the same words. */
export function wordReader(): WordReader {
  const classes = characterClasses()
  const forms = new Map<string, Form>()
  const formOf = (raw: string, kind: Form['kind']): Form => {
    const known = forms.get(raw)
    if (known) return known
    if (forms.size > REMEMBERED) forms.clear()
    const made = makeForm(raw, kind)
    forms.set(raw, made)
    return made
  }
  return (text) => split(text, classes, formOf)
}

function split(text: string, classes: Uint8Array, formOf: (raw: string, kind: Form['kind']) => Form): Word[] {
  const words: Word[] = []
  for (let at = 0; at < text.length; ) {
    const kind = classes[text.charCodeAt(at)]
    let end = at + 1
    if (kind === LETTER || kind === DIGIT) {
      while (end < text.length) {
        const next = classes[text.charCodeAt(end)]
        if (next !== kind && next !== MARK) break
        end += 1
      }
      words.push({ start: at, end, form: formOf(text.slice(at, end), kind === LETTER ? 'word' : 'number') })
    } else if (kind === SIGN || (kind === MARK && isDash(text, at, classes))) {
      words.push({ start: at, end, form: formOf(text.slice(at, end), 'sign') })
    }
    at = end
  }
  return words
}

/** A tatweel between blanks stands for a dash: "23 ـ 24". */
function isDash(text: string, at: number, classes: Uint8Array): boolean {
  const blank = (place: number) => classes[text.charCodeAt(place)] === SPACE
  return text.charAt(at) === TATWEEL && blank(at - 1) && blank(at + 1)
}

function makeForm(raw: string, kind: Form['kind']): Form {
  const text = raw === TATWEEL ? '-' : kind === 'sign' ? raw : spelling(raw)
  return {
    text,
    stems: kind === 'word' && ARABIC_WORD.test(text) ? stemsOf(text) : [text],
    kind: kind === 'word' && text === '' ? 'sign' : kind,
    value: kind === 'number' ? Number(text) : Number.NaN,
    capital: raw.charAt(0) !== raw.charAt(0).toLowerCase(),
    capitals: raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase(),
    answers: [],
  }
}

let questions = 0

/** A question about a spelling, never answered by undefined: it is asked once, for a word that comes again costs nothing. */
export function perForm<T>(ask: (form: Form) => T): (form: Form) => T {
  const place = questions
  questions += 1
  return (form) => {
    const known = form.answers[place]
    if (known !== undefined) return known as T
    const answer = ask(form)
    form.answers[place] = answer
    return answer
  }
}

/** Is the word, or what is left of it without particles, one of these? */
export function isAnyOf(words: ReadonlySet<string>): (form: Form | undefined) => boolean {
  const has = perForm(({ stems }) => stems.some((stem) => words.has(stem)))
  return (form) => form !== undefined && has(form)
}

/** How a word is compared: folded, lower case, without Latin accents. */
export function spelling(raw: string): string {
  const folded = fold(raw)
  return /^[\0-\x7f\u0600-\u06ff]*$/.test(folded)
    ? folded.toLowerCase()
    : folded.toLowerCase().replaceAll('\u0153', 'oe').normalize('NFD').replace(/\p{M}/gu, '')
}

/** The word, and the word without "and", "so", "by", "as", "to", "will", in the orders that can be written. */
function stemsOf(text: string): string[] {
  const stems = [text]
  if (AND.includes(text.charAt(0))) add(stems, text.slice(1))
  for (const stem of [...stems]) {
    if (stem.startsWith(LAM + LAM)) {
      add(stems, ARTICLE + stem.slice(2))
      add(stems, ARTICLE + stem.slice(1))
    }
    if (ATTACHED.includes(stem.charAt(0))) add(stems, stem.slice(1))
  }
  return stems
}

function add(stems: string[], stem: string): void {
  if (stem.length >= SHORTEST_STEM) stems.push(stem)
}

const characterClasses = once((): Uint8Array => {
  const classes = new Uint8Array(0x10000).fill(SIGN)
  const mark = new RegExp(`[${MARKS}${TATWEEL}\\u200C\\u200D\\u00AD]`)
  for (let code = 0; code < classes.length; code += 1) {
    const character = String.fromCharCode(code)
    if (/[\s\p{Z}\p{Cf}\p{Cc}]/u.test(character)) classes[code] = SPACE
    if (/[\p{L}]/u.test(character)) classes[code] = LETTER
    if (/\p{Nd}/u.test(character)) classes[code] = DIGIT
    if (mark.test(character) || /\p{Mn}/u.test(character)) classes[code] = MARK
  }
  // An apostrophe parts words and is no word: "d'Aden", "Sana'a" are read alike in names and in texts.
  for (const apostrophe of ["'", '\u2018', '\u2019', '\u02BC', '`']) classes[apostrophe.charCodeAt(0)] = SPACE
  return classes
})

/** Lists of words from a data file as sets of comparable spellings. */
export function wordSets<Lists extends Record<string, string[]>>(
  lists: Lists,
): { [Name in keyof Lists]: ReadonlySet<string> } {
  const sets = Object.entries(lists).map(([name, list]) => [name, new Set(list.map(spelling))])
  return Object.fromEntries(sets) as { [Name in keyof Lists]: ReadonlySet<string> }
}
