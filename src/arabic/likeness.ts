/**
 * How alike are two texts, whatever was typed or read differently in them? A signature of fixed size for each (MinHash in one
 * pass over runs of folded letters): the share of its places that agree estimates the share of runs that both texts have.
 */
import { fold } from './fold.js'
import { lettersAlone } from './word-bounds.js'

/** Letters of a run: short enough to survive a misread letter, long enough to be rare by chance. */
const RUN = 7
/** Places of a signature: the estimate is good to about 0.04. */
const PLACES = 128
const EMPTY = 0xffff
const PRIME = 16777619

/** @returns base64, 256 bytes; blanks, marks, case and the kind of digits change nothing */
export function signatureOf(text: string): string {
  const letters = lettersAlone(fold(text).toLowerCase())
  const least = new Uint32Array(PLACES).fill(0xffffffff)
  for (let at = 0; at < Math.max(1, letters.length - RUN + 1); at += 1) {
    const hash = hashOf(letters, at)
    const place = hash % PLACES
    const value = Math.floor(hash / PLACES)
    if (value < (least[place] ?? 0)) least[place] = value
  }
  const places = Uint16Array.from(least, (value) => (value === 0xffffffff ? EMPTY : value % EMPTY))
  return Buffer.from(places.buffer).toString('base64')
}

/** @returns 0 to 1 for two signatures; texts of a word or two are alike only where they are equal */
export function likeness(one: string, other: string): number {
  const [a, b] = [Buffer.from(one, 'base64'), Buffer.from(other, 'base64')]
  let [same, filled] = [0, 0]
  for (let at = 0; at < PLACES * 2; at += 2) {
    const [left, right] = [a.readUInt16LE(at), b.readUInt16LE(at)]
    if (left === EMPTY && right === EMPTY) continue
    filled += 1
    if (left === right) same += 1
  }
  return filled === 0 ? 1 : same / filled
}

/** FNV-1a with its bits mixed once more, as its low ones alone are poor. */
function hashOf(letters: string, from: number): number {
  let hash = 2166136261
  for (let at = from; at < from + RUN; at += 1) hash = Math.imul(hash ^ (letters.charCodeAt(at) || 0), PRIME)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
