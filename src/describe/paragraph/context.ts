/** What is known of the document when one of its paragraphs is read. */
import type { Language, Role } from '../../model.js'

export type ParagraphContext = {
  language: Language
  /** Who issued the document (`OIC`, `UN`, `LAS`, `GCC` …): decides what "the Organisation" and "the Council" are. */
  organisation?: string
  /** The one kingdom that was named so far, else the state where the meeting sat: which one is "the Kingdom"? */
  host?: string
  /** Headings state nothing. */
  role?: Role
  /** Key of the document's own meeting (`OIC/CFM-44`): naming it is no citation. */
  own?: string
  /** A point of a list that the paragraph above introduced and spoke for: "they discussed the following: support for …". */
  listed?: boolean
  /** It goes on with the sentence of the paragraph above: "the Council: / a) called upon …". */
  continues?: boolean
}
