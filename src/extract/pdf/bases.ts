/**
 * On which letter does a mark stand? Producers write it before its letter or after, and keep to one
 * way for all that they write in one direction. Where a mark is the first or the last of a word its
 * side is plain; so these decide for all, and only without them the side that is nearer for most.
 */
import type { Part } from './parts.js'

type Neighbours = { before: Part | undefined; after: Part | undefined }
type Votes = { words: number; distances: number }

const ALEF = '\u0627'
const LAM = '\u0644'
const TANWIN = /[\u064B-\u064D]/u
/** As many votes as stand for the usual side. */
const USUAL = 2.5
/** How far from its letter's box a mark may start, in sizes. */
const REACH = 0.6
/** Letters further apart than this, in sizes, are not of one word. */
const APART = 0.15
/** Differences in distance that are no more than this, in sizes, say nothing. */
const NEARER = 0.05

/**
 * In this order: what is named after a whole ligature stands on the one without a name; what is named after a letter stands
 * on such a letter, on one without a name; after alef, on the lam of a ligature; a hamza by itself on a
 * letter that bears it. Vowel signs stand on any letter.
 */
const BEARERS: ((base: Part, mark: Part) => boolean)[] = [
  (base, mark) => base.text === '' && namedAfter(mark).length > 1,
  (base, mark) => namedAfter(mark) !== '' && bareLetters(base.text).endsWith(namedAfter(mark)),
  (base, mark) => namedAfter(mark) !== '' && base.text === '',
  (base, mark) => namedAfter(mark) === ALEF && endsInLam(base),
  (base, mark) => isHamza(mark.text) && bearsHamza(base),
  () => true,
]

/** @param parts all glyphs in the order of the file, `letters` and `marks` among them */
export function basesOf(parts: Part[], letters: Part[], marks: Part[]): (mark: Part) => Part | undefined {
  const ink = letters.filter(({ text }) => text === '' || text.trim() !== '')
  const neighbours = neighboursIn(ink)
  const votes = { right: countVotes(1), left: countVotes(-1) }
  const inFile = neighboursIn(parts.filter((part) => !marks.includes(part)))
  for (const mark of marks) {
    const near = neighbours(mark)
    const way = writtenFromRight(near) ? votes.right : votes.left
    way.words += sideInWord(inFile(mark), mark)
    way.distances += nearerSide(near, mark)
  }
  return (mark) => {
    const around = neighbours(mark)
    const after = followsLetter(writtenFromRight(around) ? votes.right : votes.left)
    const likely = after ? [around.before, around.after] : [around.after, around.before]
    const near = likely.filter((base) => base && isArabic(base) && distance(base, mark) <= REACH * mark.size)
    return BEARERS.map((bears) => near.find((base) => base && bears(base, mark))).find(Boolean)
  }
}

function isHamza(mark: string): boolean {
  return /^[\u0653-\u0655]$/.test(mark)
}

function bearsHamza(letter: Part): boolean {
  return /[\u0627\u0648\u0649\u064A]$/.test(bareLetters(letter.text))
}

function endsInLam(letter: Part): boolean {
  return bareLetters(letter.text).endsWith(LAM)
}

function namedAfter({ whole }: Part): string {
  return bareLetters(whole)
}

function bareLetters(name: string): string {
  return name.normalize('NFKD').replace(/\P{L}/gu, '')
}

/** @param usual 1 where marks mostly follow their letter: a few that stand nearer to another do not change it */
function countVotes(usual: 1 | -1): Votes {
  return { words: 0, distances: -usual * USUAL }
}

function followsLetter({ words, distances }: Votes): boolean {
  return (words || -distances) > 0
}

function neighboursIn(parts: Part[]): (mark: Part) => Neighbours {
  return (mark) => {
    let [low, high] = [0, parts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((parts[middle] as Part).order < mark.order) low = middle + 1
      else high = middle
    }
    return { before: parts[low - 1], after: parts[low] }
  }
}

/**
 * 1 where the mark can only belong to the letter before it, -1 where to the one after it, 0 where to either.
 * Where words are parted by gaps alone a tanwin tells: no word begins with one, so it belongs to the letter on the right.
 */
function sideInWord({ before, after }: Neighbours, mark: Part): number {
  const [first, last] = [isBreak(before, mark), isBreak(after, mark)]
  if (first !== last) return first ? -1 : 1
  if (!before || !after || first) return 0
  if (isHamza(mark.text)) return sideOfHamza(before, after)
  if (!TANWIN.test(mark.text)) return 0
  const gap = Math.max(before.x0, after.x0) - Math.min(before.x1, after.x1)
  return gap < APART * mark.size ? 0 : Math.sign(before.x0 - after.x0)
}

/** A lam says nothing: the glyph may be a lam-alef that is named after its first letter. */
function sideOfHamza(before: Part, after: Part): number {
  if (endsInLam(before) || endsInLam(after)) return 0
  return Number(bearsHamza(before)) - Number(bearsHamza(after))
}

/** 1 where the letter after the mark is plainly nearer, -1 where the one before it. */
function nearerSide({ before, after }: Neighbours, mark: Part): number {
  const further = distance(before, mark) - distance(after, mark)
  return Math.abs(further) > NEARER * mark.size ? Math.sign(further) : 0
}

/** White, a sign or another line beside the mark. */
function isBreak(part: Part | undefined, mark: Part): boolean {
  return !part || !isLetter(part) || Math.abs(part.y - mark.y) > mark.size
}

function isLetter({ text }: Part): boolean {
  return text === '' || /\p{L}/u.test(text)
}

function isArabic({ text }: Part): boolean {
  return text === '' || /\p{Script=Arabic}/u.test(text)
}

function writtenFromRight({ before, after }: Neighbours): boolean {
  return before !== undefined && after !== undefined && before.y === after.y && after.x0 < before.x0
}

function distance(base: Part | undefined, mark: Part): number {
  if (!base) return Number.POSITIVE_INFINITY
  const across = Math.max(0, base.x0 - mark.x1, mark.x0 - base.x1)
  return across + Math.abs(base.y - mark.y) / 2
}
