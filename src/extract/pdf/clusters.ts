/**
 * Which letter does each mark belong to? Vowel signs and hamzas are often glyphs of their own, drawn
 * before or after their letter. A cluster is a letter (or ligature, digit, sign) with its marks, and is
 * never split or turned again: what one glyph stands for is already in reading order.
 */
import { basesOf } from './bases.js'
import type { Glyph } from './glyphs.js'
import { addMadda, addMark, bareLetter, isHamza, names } from './marks.js'
import {
  isMark,
  isMarkWithoutRoom,
  isNamedBy,
  isNamelessMark,
  isRepeated,
  type Part,
  partsOf,
} from './parts.js'

/** `text` is empty where the font does not name the glyph: ink that may be a kashida or a lost letter. */
export type Cluster = Omit<Glyph, 'angle' | 'span'>

/** Glyphs that are named with marks that are drawn beside them, by font and code; it grows from page to page. */
export type Overnamed = Set<string>

const ARABIC = /\p{Script=Arabic}/u
/** Two drawings of one letter closer than this, in sizes, are one letter in bold or with its shadow. */
const OVERPRINT = 0.08
const SHADOW = 0.12

export function clustersOf(glyphs: Glyph[], overnamed: Overnamed = new Set()): Cluster[] {
  const marking = new Set(glyphs.filter(isMarkWithoutRoom).map(({ font }) => font))
  const parts = partsOf(glyphs, marking)
  const drawn = parts.filter((part, index) => !isRepeated(part, [parts[index - 1], parts[index + 1]]))
  const nameless = new Set(
    parts.filter((part, index) => isNamelessMark(part) && !isNamedBy(part, parts[index - 1])),
  )
  const letters = withoutOverprints(drawn.filter((part) => !isMark(part) && !nameless.has(part)))
  const marks = parts.filter(isMark)
  const maddas = [...nameless].filter(({ font }) => marking.has(font))
  const base = basesOf(parts, letters, [...marks, ...maddas])
  const pairs = marks.flatMap((mark) => (base(mark) ? [{ mark, letter: base(mark) as Part }] : []))
  for (const { mark, letter } of pairs)
    if (names(letter.text, mark.text) && !areOfOneLigature(letter, mark))
      overnamed.add(idOf(letter, isHamza(mark.text)))
  for (const letter of letters) letter.text = withoutDrawnMarks(letter, overnamed)
  for (const { mark, letter } of pairs.toSorted(namesFirst)) addMark(letter, mark)
  for (const madda of maddas) addMadda(base(madda))
  return letters.map(({ whole: _, ...letter }) => letter)
}

/** Both bear the name of several letters, which says where its marks stand. */
function areOfOneLigature(letter: Part, mark: Part): boolean {
  return letter.whole === mark.whole && bareLetter(mark.whole).length > 1
}

function idOf({ font, code }: Part, hamza: boolean): string {
  return `${font} ${code} ${hamza ? 'hamza' : 'vowel'}`
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

/** What is named after a letter names its letter, if that has no name, before others are put on it. */
function namesFirst(one: { mark: Part }, two: { mark: Part }): number {
  const [first, second] = [one, two].map(({ mark }) => (/\p{L}/u.test(mark.whole) ? 0 : 1)) as [
    number,
    number,
  ]
  return first - second
}

function withoutOverprints(clusters: Part[]): Part[] {
  const seen = new Map<string, Map<number, Part[]>>()
  return clusters.filter((cluster) => {
    if (cluster.text.trim() === '' && cluster.text !== '') return true
    const alike = seen.get(cluster.text) ?? new Map<number, Part[]>()
    seen.set(cluster.text, alike)
    const band = Math.floor(cluster.y / cluster.size)
    const isTwin = (at: number) => alike.get(at)?.some((twin) => isOver(twin, cluster)) ?? false
    if (isTwin(band) || isTwin(band - 1) || isTwin(band + 1)) return false
    const own = alike.get(band) ?? []
    alike.set(band, own)
    own.push(cluster)
    return true
  })
}

function isOver(twin: Part, { x0, y, size }: Part): boolean {
  const [across, down] = [Math.abs(twin.x0 - x0), Math.abs(twin.y - y)]
  return down < 0.5 ? across < OVERPRINT * size : Math.max(across, down) < SHADOW * size
}
