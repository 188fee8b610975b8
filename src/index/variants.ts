/**
 * Which of the contents with one key are the same document, and which of these is searched? A function of the set alone,
 * whatever came first: the best content leads; what is nearly the same text is a variant of it; of the rest the best leads
 * again, under the same key with eight digits of its text behind it.
 */
import { likeness } from '../arabic/likeness.js'
import type { DocumentEntry } from '../fields.js'

/** What of a document's entry decides. */
export type Member = Pick<
  DocumentEntry,
  'key' | 'baseKey' | 'variantOf' | 'signature' | 'legibility' | 'format' | 'textHash'
> & { id: string }

/** `variantOf`: id of the document that is searched in its stead. */
export type Place = { key: string; variantOf?: string }

/** Measured on texts of the United Nations: different ones share up to 0.15, one with every 25th letter misread 0.5. */
const SAME_TEXT = 0.4
/** What was written as text comes before what was laid out on pages. */
const FORMATS = ['docx', 'odt', 'doc', 'rtf', 'html', 'txt', 'pdf']
/** Finer differences of legibility say nothing. */
const LEGIBILITY_STEPS = 20
const HASH_DIGITS = 8

/** @param group all contents of one `baseKey`, in any order @returns the place of each, by id */
export function placesOf(group: Member[]): Map<string, Place> {
  const places = new Map<string, Place>()
  const leaders: { member: Member; key: string }[] = []
  for (const member of [...group].sort(byRank)) {
    const leader = leaders.find((one) => likeness(one.member.signature, member.signature) >= SAME_TEXT)
    const key = leader?.key ?? (leaders.length === 0 ? member.baseKey : ownKey(member))
    if (!leader) leaders.push({ member, key })
    places.set(member.id, { key, ...(leader && { variantOf: leader.member.id }) })
  }
  return places
}

/** The key by which a content can be told from others with its `baseKey`; it always leads to its text. */
export function ownKey({ baseKey, textHash }: Pick<DocumentEntry, 'baseKey' | 'textHash'>): string {
  const dot = baseKey.lastIndexOf('.')
  return `${baseKey.slice(0, dot)}-${textHash.slice(0, HASH_DIGITS)}${baseKey.slice(dot)}`
}

export function isPlaced(member: Member, place: Place | undefined): boolean {
  return member.key === place?.key && member.variantOf === place.variantOf
}

function byRank(a: Member, b: Member): number {
  const legible = Math.round(b.legibility * LEGIBILITY_STEPS) - Math.round(a.legibility * LEGIBILITY_STEPS)
  return legible || FORMATS.indexOf(a.format) - FORMATS.indexOf(b.format) || (a.id < b.id ? -1 : 1)
}
