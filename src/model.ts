/**
 * The nouns that are handed from stage to stage, in the order of the flow:
 * file -> pages of lines -> analysis (documents, paragraphs) -> index entries -> hits.
 * Offsets are UTF-16 code units into the `text` of their document. Dates are ISO,
 * as precise as the source (`2016-12-22`, `2016-12`, `2016`). Countries are ISO 3166 alpha-2.
 */

export const LANGUAGES = ['ar', 'en', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]
export type Span = [start: number, end: number]

/** What lies at a place, or what was uploaded. The name is for messages only: it decides nothing. */
export type SourceFile = { name: string; bytes: Uint8Array }

export type ExtractedPage = {
  lines: string[]
  /** Places in `lines` of running heads and page numbers, and of footnotes, where the layout tells. */
  furniture?: number[]
  notes?: number[]
  /** Places of empty lines that part paragraphs between which no white stands. */
  close?: number[]
  /** Of the last line, where the layout tells: a full one may go on with the next page. */
  ends?: 'full' | 'short'
  /** Of each line, 0 to 1, where it was read off a picture. */
  confidences?: number[]
}

/** How much may be read off pictures. */
export type RecognitionLimits = {
  /** Of one file. */
  pages: number
  secondsPerPage: number
  /** For all pages of one file. */
  seconds: number
  /** Folders where programs lie, as in PATH. */
  path: string
}

/** What an extractor found in the bytes: pages in reading order, each a list of lines. */
export type Extracted = {
  format: Format
  pages: ExtractedPage[]
  /** True where the page boundaries were in the file, not assumed. */
  paged: boolean
  warnings: Warning[]
}

export type Format = 'txt' | 'pdf' | 'docx' | 'doc' | 'odt' | 'rtf' | 'html'

export type Warning = { code: string; message: string; span?: Span }

/** A value with its evidence. A value that nobody could read is absent, never guessed. */
export type Read<T> = {
  value: T
  raw?: string
  span?: Span
  /** Not printed but computed from what is in `raw`. */
  derived?: true
}

/** The answer of `analyse(file)`: everything known about one file, from its bytes alone. */
export type Analysis = {
  file: {
    name: string
    sha256: string
    format: Format
    bytes: number
    pages?: number
    /** 0 (garbled) to 1 (clean). */
    legibility: number
  }
  documents: Document[]
  warnings: Warning[]
}

export type DocumentType =
  | 'final_communique'
  | 'joint_communique'
  | 'declaration'
  | 'resolution'
  | 'report'
  | 'statement'
  | 'speech'
  | 'letter'
  | 'other'

export type MeetingKind = 'ordinary' | 'extraordinary' | 'emergency'
export type MeetingLevel = 'summit' | 'ministerial' | 'senior_officials' | 'expert'

type Meeting = {
  key: string
  body?: Read<string>
  kind?: Read<MeetingKind>
  level?: Read<MeetingLevel>
  ordinal?: Read<number>
  name?: Read<string>
  requestedBy?: Read<string>
}

/** What the parsers of `describe/` read off one document, before it has its identity. */
export type Description = {
  /** The file holds several documents: which one is this, and under which cover? */
  container?: { key: string; title: string; symbol?: string; position: number }
  type?: Read<DocumentType>
  symbol?: Read<string>
  title?: Read<string>
  subject?: Read<string>
  organisation?: Read<string>
  meeting?: Meeting
  date?: Read<string>
  dateEnd?: Read<string>
  weekday?: Read<number>
  hijri?: { printed?: Read<string>; computed?: string }
  place?: { city?: Read<string>; country?: Read<string>; venue?: Read<string> }
}

/** One communiqué, declaration or resolution. */
export type Document = Description & {
  id: string
  key: string
  language: Language
  /** Repaired text of this document; every span of it and its paragraphs points in here. */
  text: string
  paragraphs: Paragraph[]
}

export type Role = 'cover' | 'heading' | 'preamble' | 'operative' | 'annex' | 'signature' | 'note' | 'body'

export type Paragraph = {
  /** 1, 2, 3 … through the whole document. */
  ordinal: number
  /** As printed, without its punctuation. */
  number?: string
  /** Unique in the document: "6", "III.2", "4/44-POL op. 7". */
  label: string
  section: string[]
  role: Role
  page?: number
  spans: Span[]
  /** Without its printed number; parts that a page break parted are joined by one space. */
  text: string
  statements: Statement[]
  cites: Citation[]
  countries: Read<string>[]
  places: Read<string>[]
  organisations: Read<string>[]
  dates: Read<string>[]
  confidence: number
}

/** A key such as `S/RES/2254` or `UN-CHARTER`; its year where printed, or derived from the number. */
export type Citation = Read<string> & { year?: Read<number> }

/** One operative clause: who does what to whom. */
export type Statement = {
  verb: Read<string>
  category: string
  strength?: 1 | 2 | 3
  subject?: string
  addressees: string[]
  objects: string[]
}

export type Outcome =
  | 'waiting'
  | 'working'
  | 'indexed'
  | 'unchanged'
  | 'duplicate'
  | 'variant'
  | 'suspect'
  | 'failed'
  | 'withdrawn'

export type DocumentReference = {
  id: string
  key: string
  paragraphs: number
  /** Key of the document that is searched in its stead. */
  variantOf?: string
}
