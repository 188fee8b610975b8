/** The contract of every parser: it looks at the sheet and at what is known already, and adds what it can read. */
import type { Found } from '../arabic/phrases.js'
import type { DocumentType, Language, MeetingKind, MeetingLevel, Read, Span, Warning } from '../model.js'
import { findPhrase } from './reference.js'
import { type View, viewOf } from './view.js'

/** The parts of a document that say what it is. */
export type Sheet = {
  text: string
  language: Language
  /** Lines of the cover, without what they repeat. */
  cover: View
  /** The first paragraph of the text: in a communiqué it says who met, when and where. */
  opening: View
  /** True where that paragraph has a number: in a resolution it then speaks of other meetings. */
  openingIsNumbered: boolean
  /** True where other paragraphs of the text stand before it. */
  openingIsLater: boolean
  /** Signature, if any: place and day of the adoption. */
  closing: View
  /** Running heads and other lines of the page: a symbol may stand only there. */
  furniture: View
}

/** What can be read, flat: `assemble` gives it the shape of the contract. */
export type Facts = {
  symbol?: Read<string>
  type?: Read<DocumentType>
  organisation?: Read<string>
  body?: Read<string>
  kind?: Read<MeetingKind>
  level?: Read<MeetingLevel>
  ordinal?: Read<number>
  name?: Read<string>
  requestedBy?: Read<string>
  title?: Read<string>
  subject?: Read<string>
  date?: Read<string>
  dateEnd?: Read<string>
  weekday?: Read<number>
  hijri?: Read<string>
  city?: Read<string>
  country?: Read<string>
  venue?: Read<string>
  /** Series and number of a resolution: they distinguish what one meeting adopts. */
  series?: string
  item?: string
  warnings?: Warning[]
}

const OF_MEETING = ['meetings', 'convening', 'visits', 'issuing'] as const
/** From "held" to "responsible". */
const BLAME_REACH = 30

export type Parser = (sheet: Sheet, known: Facts) => Facts

/**
 * The paragraph that says who met; empty where the first paragraph is an operative one of a resolution, and where a statement
 * about something else comes to speak of a meeting.
 */
export function convening(sheet: Sheet, known: Facts): View {
  const speaksOfOther =
    (known.type?.value === 'resolution' && sheet.openingIsNumbered) ||
    (sheet.openingIsLater && isOfEvent(sheet.cover, known))
  return speaksOfOther ? viewOf('', []) : sheet.opening
}

/** "The Secretary General condemns the attack in Kabul": a statement that no meeting issued. */
export function isOfEvent(cover: View, { type, title }: Facts): boolean {
  const lines = cover.lines.filter(([start, end]) => overlaps(cover.span(start, end), title?.span))
  return (
    type?.value === 'statement' &&
    !lines.some((line) => OF_MEETING.some((list) => findPhrase(list)(cover.text.slice(...line)).length > 0))
  )
}

/** The verb that says who met: a finite one goes before "held in …", which may speak of another meeting. */
export function convenedAt({ text }: View): Found<true> | undefined {
  return findPhrase('convened')(text)[0] ?? conveningWords(text)[0]
}

/** Words of meeting: "held" in "held in Jeddah", and not in "held fully responsible". */
export function conveningWords(text: string): Found<true>[] {
  const blames = findPhrase('blames')(text)
  return findPhrase('convening')(text).filter(
    ({ end }) => !blames.some(({ start }) => start >= end && start - end <= BLAME_REACH),
  )
}

export function overlaps(span: Span | undefined, other: Span | undefined): boolean {
  return span !== undefined && other !== undefined && span[0] < other[1] && other[0] < span[1]
}
