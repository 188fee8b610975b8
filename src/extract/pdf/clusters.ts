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
const ALEF = '\u0627'
const MADDA = '\u0653'
/** Lam, alone or with its marks, and an alef, bare or with a hamza above. */
const LAM_ALEF = /^(.*\u0644\p{M}*)([\u0627\u0623]\p{M}*)$/u
/** Fatha, damma and kasra; shadda is typed behind the alef too. */
const LAM_VOWEL = /^[\u064E-\u0650]+$/u
const KASRA = /^\u0650$/u
/** Madda and hamza, of which a letter has one at most. */
const HAMZA = /[\u0653-\u0655]/gu
/** Share of a mark that lies over its letter, where it has an advance. */
const WITHIN = 0.6
/** Two drawings of one letter closer than this, in sizes, are one letter in bold. */
const OVERPRINT = 0.08

export function clustersOf(glyphs: Glyph[], overnamed: Overnamed = new Set()): Cluster[] {
  const marking = new Set(glyphs.filter(isBareMark).map(({ font }) => font))
  const parts = glyphs.map((glyph, index) =>
    toPart(glyph, [glyphs[index - 1], glyphs[index + 1]], marking.has(glyph.font)),
  )
  const drawn = parts.filter((part, index) => !isRepeated(part, [parts[index - 1], parts[index + 1]]))
  const letters = withoutOverprints(drawn.filter((part) => !isMark(part) && !isNamelessMark(part)))
  const marks = parts.filter(isMark)
  const maddas = parts.filter((part) => marking.has(part.font) && isNamelessMark(part))
  const base = basesOf(parts, letters, [...marks, ...maddas])
  const pairs = marks.flatMap((mark) => (base(mark) ? [{ mark, letter: base(mark) as Part }] : []))
  for (const { mark, letter } of pairs)
    if (names(letter.text, mark.text)) overnamed.add(idOf(letter, isHamza(mark.text)))
  for (const letter of letters) letter.text = withoutDrawnMarks(letter, overnamed)
  for (const { mark, letter } of pairs.toSorted(namesFirst)) addMark(letter, mark)
  for (const madda of maddas) addMadda(base(madda))
  return letters.map(({ whole: _, ...letter }) => letter)
}

/**
 * What the glyph stands for. A mark on a space or kashida is the bare mark; so is what takes no room of
 * its own although it is named like a letter with its marks (some producers name all parts of one alike).
 * @param marking does its font draw marks without room under names of their own? Then what has room is no mark.
 */
function toPart({ angle: _, ...glyph }: Glyph, beside: (Glyph | undefined)[], marking: boolean): Part {
  const whole = withoutMixedBytes(glyph.text)
    .replace(WHITE, ' ')
    .replace(NAMELESS, '')
    .replace(ALEF_LAM, '$2$1')
  const bare = whole.normalize('NFKC').replace(CARRIERS, '')
  if (ONLY_MARKS.test(bare)) return { ...glyph, text: bare, whole }
  const marks = ARABIC.test(whole) ? marksOf(whole) : ''
  const isPart = marks !== '' && (!takesRoom(glyph) || (!marking && isVowelOver(beside, glyph, marks)))
  return { ...glyph, text: isPart ? marks : whole, whole }
}

function isBareMark(glyph: Glyph): boolean {
  return ONLY_MARKS.test(glyph.text) && !takesRoom(glyph)
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

/** Named after the letter beside which it is drawn without room: a sign of the font's own. */
function isRepeated(part: Part, beside: (Part | undefined)[]): boolean {
  if (takesRoom(part) || !ARABIC.test(part.text) || isMark(part)) return false
  return beside.some((other) => other && takesRoom(other) && other.whole.startsWith(part.text))
}

function idOf({ font, code }: Part, hamza: boolean): string {
  return `${font} ${code} ${hamza ? 'hamza' : 'vowel'}`
}

/** Does the name of the letter hold this mark already, or another hamza in its place? */
function names(letter: string, mark: string): boolean {
  const own = marksOf(letter)
  return [...mark].some((sign) => own.includes(sign) || (isHamza(sign) && [...own].some(isHamza)))
}

function isHamza(sign: string): boolean {
  return sign.replace(HAMZA, '') === ''
}

/** Its name without the marks that are drawn beside it: of both kinds, or of one. */
function withoutDrawnMarks(letter: Part, overnamed: Overnamed): string {
  const { text } = letter
  const [vowels, hamzas] = [overnamed.has(idOf(letter, false)), overnamed.has(idOf(letter, true))]
  if (!ARABIC.test(text) || (!vowels && !hamzas)) return text
  const kept = (mark: string) => !(isHamza(mark) ? hamzas : vowels)
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, (mark) => (kept(mark) ? mark : ''))
    .normalize('NFC')
}

/** Where a font names its marks, the one without a name that stands on an alef is a madda of another size: vowels are not drawn there. */
function addMadda(letter: Part | undefined): void {
  if (letter?.text.endsWith(ALEF)) letter.text = (letter.text + MADDA).normalize('NFC')
}

/** What is named after a letter names its letter, if that has no name, before others are put on it. */
function namesFirst(one: { mark: Part }, two: { mark: Part }): number {
  const [first, second] = [one, two].map(({ mark }) => (/\p{L}/u.test(mark.whole) ? 0 : 1)) as [
    number,
    number,
  ]
  return first - second
}

/** A mark that takes room stands beside its letter and is no white. */
function addMark(letter: Part, mark: Part): void {
  letter.text = withMark(letter.text, mark)
  letter.x0 = Math.min(letter.x0, takesRoom(mark) ? mark.x0 : letter.x0)
  letter.x1 = Math.max(letter.x1, takesRoom(mark) ? mark.x1 : letter.x1)
}

/**
 * A letter without a name is what its mark is named after; on a lam stands an alef with its mark. In lam-alef the vowel is that
 * of the lam, for a bare alef has none but tanwin, and one with a hamza above no kasra.
 */
function withMark(letter: string, { text, whole }: Part): string {
  if (letter === '') return whole
  const makesLigature = LAM_END.test(letter) && ALEF_START.test(whole.normalize('NFD')) && isHamza(text)
  if (makesLigature) return (letter + whole).normalize('NFC')
  const own = marksOf(letter)
  const added = [...text].filter((sign) => !own.includes(sign)).join('')
  const [, lam, alef = ''] = LAM_ALEF.exec(letter) ?? []
  const isOfLam = lam !== undefined && (alef === ALEF ? LAM_VOWEL : KASRA).test(added)
  return (isOfLam ? lam + added + alef : letter + added).normalize('NFC')
}

function withoutOverprints(clusters: Part[]): Part[] {
  const seen = new Map<string, Part[]>()
  return clusters.filter((cluster) => {
    if (cluster.text.trim() === '' && cluster.text !== '') return true
    const key = `${cluster.text} ${Math.round(cluster.y)}`
    const twins = seen.get(key) ?? []
    seen.set(key, [...twins, cluster])
    return !twins.some((twin) => Math.abs(twin.x0 - cluster.x0) < OVERPRINT * cluster.size)
  })
}
