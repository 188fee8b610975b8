/** What is known of the document when one of its paragraphs is read. */
import type { Language, Role } from '../../model.js'

export type ParagraphContext = {
  language: Language
  /** Who issued the document (`OIC`, `UN`, `LAS`, `GCC` …): decides what "the Organisation" and "the Council" are. */
  organisation?: string
  /** Headings state nothing. */
  role?: Role
}
