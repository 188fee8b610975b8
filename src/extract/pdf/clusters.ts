/**
 * Which letter does each mark belong to? Vowel signs and hamzas are often glyphs of their own, drawn
 * before or after their letter. A cluster is a letter (or ligature, digit, sign) with its marks, and is
 * never split or turned again: what one glyph stands for is already in reading order.
 */
import { MARKS, TATWEEL } from '../../arabic/characters.js'
import { basesOf } from './bases.js'
import { type Glyph, takesRoom } from './glyphs.js'
import { withoutMixedBytes } from './mixed-bytes.js'

/** `text` is empty where the font does not name the glyph: ink that may be a kashida or a lost letter. */
export type Cluster = Omit<Glyph, 'angle' | 'span'>

/** `whole` is the name that the font gives, with the letter that a part of a letter is named after. */
export type Part = Cluster & { whole: string }

type Box = Pick<Glyph, 'x0' | 'x1' | 'size'>

/** Glyphs that are named with marks that are drawn beside them, by font and code; it grows from page to page. */
export type Overnamed = Set<string>

const ONLY_MARKS = new RegExp(`^[${MARKS}\\u0300-\\u036F]+$`, 'u')
const CARRIERS = new RegExp(`[\\s${TATWEEL}]`, 'gu')
const ARABIC = /\p{Script=Arabic}/u
/** Alef, bare or with its hamza, madda or wasla, and lam: in this order they never form one glyph. */
const ALEF_LAM = /^([\u0622\u0623\u0625\u0627\u0671])(\u0644)$/u
/** Some producers name the space after the key that was struck. */
const WHITE = /[\t\n\r]/g
/** Controls, private use and the replacement character: the font does not say what the glyph is. */
const NAMELESS = /[\p{Cc}\p{Co}\p{Cs}\uFFFD\uFFFE\uFFFF]/gu
const LAM_END = /[\u0644\uFEDD-\uFEE0]$/u
const ALEF_START = /^\u0627/u
/** Madda and hamza, of which a letter has one at most. */
const HAMZA = /[\u0653-\u0655]/gu
/** Share of a mark that lies over its letter, where it has an advance. */
const WITHIN = 0.6
/** Two drawings of one letter closer than this, in sizes, are one letter in bold. */
const OVERPRINT = 0.08

export function clustersOf(glyphs: Glyph[], overnamed: Overnamed = new Set()): Cluster[] {
  const parts = glyphs.map((glyph, index) => toPart(glyph, [glyphs[index - 1], glyphs[index + 1]]))
  const letters = withoutOverprints(parts.filter((part) => !isMark(part) && !isNamelessMark(part)))
  const marks = parts.filter(isMark)
  const base = basesOf(parts, letters, marks)
  const pairs = marks.flatMap((mark) => (base(mark) ? [{ mark, letter: base(mark) as Part }] : []))
  for (const { mark, letter } of pairs) if (names(letter.text, mark.text)) overnamed.add(idOf(letter))
  for (const letter of letters) if (overnamed.has(idOf(letter))) letter.text = withoutMarks(letter.text)
  for (const { mark, letter } of pairs) letter.text = withMark(letter.text, mark)
  return letters.map(({ whole: _, ...letter }) => letter)
}

/**
 * What the glyph stands for. A mark on a space or kashida is the bare mark; so is what takes no room of
 * its own although it is named like a letter with its marks (some producers name all parts of one alike).
 */
function toPart({ angle: _, ...glyph }: Glyph, beside: (Glyph | undefined)[]): Part {
  const whole = withoutMixedBytes(glyph.text)
    .replace(WHITE, ' ')
    .replace(NAMELESS, '')
    .replace(ALEF_LAM, '$2$1')
  const bare = whole.normalize('NFKC').replace(CARRIERS, '')
  if (ONLY_MARKS.test(bare)) return { ...glyph, text: bare, whole }
  const marks = ARABIC.test(whole) ? marksOf(whole) : ''
  const isPart = marks !== '' && (!takesRoom(glyph) || isVowelOver(beside, glyph, marks))
  return { ...glyph, text: isPart ? marks : whole, whole }
}

function marksOf(name: string): string {
  return name.normalize('NFD').replace(/\P{M}/gu, '')
}

/** Letters with a hamza are one glyph that fonts may push under the next; vowel signs are parts. */
function isVowelOver(beside: (Glyph | undefined)[], glyph: Box, marks: string): boolean {
  return marks.replace(HAMZA, '') !== '' && beside.some((other) => other && standsOn(glyph, other))
}

/** Mostly within the room of a letter; of two that are named with marks the narrower one is the mark. */
function standsOn(mark: Box, letter: Glyph): boolean {
  const [width, room] = [mark.x1 - mark.x0, letter.x1 - letter.x0]
  const shared = Math.min(mark.x1, letter.x1) - Math.max(mark.x0, letter.x0)
  if (shared < WITHIN * Math.min(width, room) || !takesRoom(letter)) return false
  return ARABIC.test(letter.text) && (marksOf(letter.text) === '' || width < room)
}

function isMark({ text }: Part): boolean {
  return ONLY_MARKS.test(text)
}

/** No room and no name, or the name of what is no letter at all: a vowel sign that the file lost. */
function isNamelessMark(part: Part): boolean {
  return !takesRoom(part) && (part.text === '' || part.text.codePointAt(0) === part.code) && part.code > 0xff
}

function idOf({ font, code }: Part): string {
  return `${font} ${code}`
}

/** Does the name of the letter hold this mark already, or another hamza in its place? */
function names(letter: string, mark: string): boolean {
  const own = marksOf(letter)
  return [...mark].some((sign) => own.includes(sign) || (isHamza(sign) && [...own].some(isHamza)))
}

function isHamza(sign: string): boolean {
  return sign.replace(HAMZA, '') === ''
}

function withoutMarks(letter: string): string {
  return ARABIC.test(letter) ? letter.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC') : letter
}

/** A letter without a name is what its mark is named after; on a lam stands an alef with its mark. */
function withMark(letter: string, { text, whole }: Part): string {
  if (letter === '') return whole
  const makesLigature = LAM_END.test(letter) && ALEF_START.test(whole.normalize('NFD')) && isHamza(text)
  return (letter + (makesLigature ? whole : text)).normalize('NFC')
}

function withoutOverprints(clusters: Part[]): Part[] {
  const seen = new Map<string, Part[]>()
  return clusters.filter((cluster) => {
    const key = `${cluster.text} ${Math.round(cluster.y)}`
    const twins = seen.get(key) ?? []
    seen.set(key, [...twins, cluster])
    return !twins.some((twin) => Math.abs(twin.x0 - cluster.x0) < OVERPRINT * cluster.size)
  })
}
