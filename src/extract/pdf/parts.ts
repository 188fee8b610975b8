/** What is each glyph of a page: a letter, a mark, a part of a letter that bears the name of the whole, or a mark without a name? */
import { MARKS, TATWEEL } from '../../arabic/characters.js'
import { type Glyph, takesRoom } from './glyphs.js'
import { bareLetter, isHamza, marksOf } from './marks.js'
import { withoutMixedBytes } from './mixed-bytes.js'

/** `whole` is the name that the font gives, with the letter that a part of a letter is named after. */
export type Part = Omit<Glyph, 'angle' | 'span'> & { whole: string }

type Box = Pick<Glyph, 'x0' | 'x1' | 'size'>
type Named = Box & Pick<Glyph, 'text' | 'code'>

const ONLY_MARKS = new RegExp(`^[${MARKS}\\u0300-\\u036F]+$`, 'u')
const CARRIERS = new RegExp(`[\\s${TATWEEL}]`, 'gu')
const ARABIC = /\p{Script=Arabic}/u
/** Alef, bare or with its hamza, madda or wasla, and lam: in this order they never form one glyph. */
const ALEF_LAM = /^([\u0622\u0623\u0625\u0627\u0671])(\u0644)$/u
/** Some producers name the space after the key that was struck. */
const WHITE = /[\t\n\r]/g
/** Controls, private use and the replacement character: the font does not say what the glyph is. */
const NAMELESS = /[\p{Cc}\p{Co}\p{Cs}\uFFFD\uFFFE\uFFFF]/gu
/** Share of a mark that lies over its letter, where it has an advance. */
const WITHIN = 0.6

/** @param marking fonts of the page that draw marks without room: what has room is no mark there */
export function partsOf(glyphs: Glyph[], marking: Set<string>): Part[] {
  return glyphs.map((glyph, index) =>
    toPart(glyph, [glyphs[index - 1], glyphs[index + 1]], marking.has(glyph.font)),
  )
}

/**
 * What the glyph stands for. A mark on a space or kashida is the bare mark; so is what takes no room of
 * its own although it is named like a letter with its marks (some producers name all parts of one alike).
 */
function toPart({ angle: _, ...glyph }: Glyph, beside: (Glyph | undefined)[], marking: boolean): Part {
  const whole = withoutMixedBytes(glyph.text)
    .replace(WHITE, ' ')
    .replace(NAMELESS, '')
    .replace(ALEF_LAM, '$2$1')
  const bare = whole.normalize('NFKC').replace(CARRIERS, '')
  if (ONLY_MARKS.test(bare)) return { ...glyph, text: bare, whole }
  const marks = ARABIC.test(whole) ? marksOf(whole) : ''
  const isOver = marking ? isNamedAlike(beside, glyph) : isVowelOver(beside, glyph, marks)
  const isPart = marks !== '' && (!takesRoom(glyph) || isOver)
  return { ...glyph, text: isPart ? marks : whole, whole }
}

/** A mark, under its own name or that of its letter, as fonts mostly draw it. */
export function isMarkWithoutRoom(glyph: Glyph): boolean {
  return !takesRoom(glyph) && marksOf(glyph.text) !== ''
}

/** Letters with a hamza are one glyph that fonts may push under the next; vowel signs are parts. */
function isVowelOver(beside: (Glyph | undefined)[], glyph: Named, marks: string): boolean {
  if (isHamza(marks)) return false
  return beside.some((other) => other && standsOn(glyph, other) && mayBeOf(glyph, other))
}

/** Parts of one ligature, each named after all of its letters. */
function isNamedAlike(beside: (Glyph | undefined)[], glyph: Named): boolean {
  if (bareLetter(glyph.text).length < 2) return false
  return beside.some((other) => other && other.text === glyph.text && standsOn(glyph, other))
}

/** The name of a glyph may be that of another place where it is drawn, that of a span is of this place. */
function mayBeOf(mark: Named, letter: Named): boolean {
  return mark.code >= 0 || bareLetter(mark.text) === bareLetter(letter.text)
}

/** Mostly within the room of a letter; of two that are named with marks the narrower one is the mark. */
function standsOn(mark: Box, letter: Glyph): boolean {
  const [width, room] = [mark.x1 - mark.x0, letter.x1 - letter.x0]
  const shared = Math.min(mark.x1, letter.x1) - Math.max(mark.x0, letter.x0)
  if (shared < WITHIN * Math.min(width, room) || !takesRoom(letter)) return false
  return ARABIC.test(letter.text) && (marksOf(letter.text) === '' || width < room)
}

export function isMark({ text }: Part): boolean {
  return ONLY_MARKS.test(text)
}

/** No room and no name, or the name of a picture, which numbers for names become: a vowel sign that the file lost. */
export function isNamelessMark(part: Part): boolean {
  return !takesRoom(part) && ((part.text === '' && part.code > 0xff) || /^\p{So}$/u.test(part.text))
}

/** A mark before it that bears the name of a letter bears that of this one, which stands over another: the alef of a ligature. */
export function isNamedBy(part: Part, mark: Part | undefined): boolean {
  return mark !== undefined && isMark(mark) && /\p{L}/u.test(mark.whole) && mark.font === part.font
}

/** Named after the letter beside which it is drawn without room: a sign of the font's own. */
export function isRepeated(part: Part, beside: (Part | undefined)[]): boolean {
  if (takesRoom(part) || !ARABIC.test(part.text) || isMark(part)) return false
  return beside.some(
    (other) => other && takesRoom(other) && isNear(part, other) && other.whole.startsWith(part.text),
  )
}

function isNear({ x0, x1, y, size }: Part, other: Part): boolean {
  return Math.max(x0 - other.x1, other.x0 - x1, Math.abs(y - other.y)) < size
}
