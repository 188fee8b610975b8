/** What a question gets back: the shapes of the API, as CONTRACTS to everyone who builds on them. */
import type { Quality } from '../fields.js'
import type { Role } from '../model.js'
import type { Citation } from './citation.js'
import type { Diagnosis } from './help/diagnosis.js'
import type { Segment } from './hits/highlight.js'
import type { Noted } from './hits/noted.js'

export type Answer = {
  query: {
    text: string
    relaxed: boolean
    notes: string[]
    /** Permalink, where the text is the symbol of a document. */
    jump?: string
    /** Where no paragraph holds everything: why. */
    diagnosis?: Diagnosis
  }
  total: { paragraphs: number; documents: number; exact: boolean }
  tookMs: number
  hits: Hit[]
  /** Where they were asked for: the hits are then the best one of each document. */
  groups?: Group[]
  facets: Record<string, FacetCounts>
  /** Where little was found: the question in a spelling that finds more. */
  suggestion?: string
  page: Page
}

/** A document with its best paragraphs; `more` of them answer too. */
export type Group = { document: DocumentHead; hits: Hit[]; more: number }

export type Page = { number: number; size: number; last: number }

export type FacetCounts = {
  buckets: Bucket[]
  /** Paragraphs under values that are not listed. */
  other: number
  /** Paragraphs without a value. */
  none: number
}

export type Bucket = {
  value: string
  label: string
  /** Paragraphs. */
  count: number
  documents: number
  selected: boolean
  /** Of a body: its meetings. */
  children?: Bucket[]
}

/** How the words were found: all as typed, all but in other forms, only some of them, by another name. */
export type Matched = 'exact' | 'inflected' | 'part' | 'synonym'

export type Hit = {
  id: string
  permalink: string
  score: number
  language: string
  dir: 'rtl' | 'ltr'
  /** Joined, they are the paragraph; where it is `cut`, its best stretches. */
  segments: Segment[]
  cut: boolean
  matched: Matched[]
  paragraph: ParagraphHead
  document: DocumentHead
  citation: Citation
  /** The document in other languages. */
  versions?: LanguageVersion[]
  /** Paragraphs of other documents that say the same and stand under this one. */
  same?: Repeats
}

/** How many they are, the newest of them by name. */
export type Repeats = {
  count: number
  paragraphs: {
    key: string
    label: string
    permalink: string
    title?: string
    symbol?: string
    date?: string
  }[]
}

/** The same document in another language. */
export type LanguageVersion = { language: string; key: string; permalink: string }

type ParagraphHead = {
  number?: string
  label: string
  section: string[]
  page?: number
  role: Role
  categories: string[]
}

export type DocumentHead = {
  id: string
  key: string
  permalink: string
  symbol?: string
  title?: string
  type?: string
  issuer?: string
  body?: string
  meeting?: { key: string; label: string }
  date?: string
  dateEnd?: string
  city?: string
  hostCountry?: string
  language: string
}

export type Documents = { total: number; documents: (DocumentHead & { paragraphs: number })[]; page: Page }

/** A document with its paragraphs in order; a very long one is cut off after `paragraphs.length` of `total`. */
export type DocumentView = {
  document: DocumentHead & { hijri?: { printed?: string; computed?: string }; quality: Quality }
  total: number
  paragraphs: DocumentParagraph[]
  /** The same document in other languages. */
  languages: LanguageVersion[]
  /** All that lay in one file with it, in order; empty where it lay there alone. */
  items: DocumentHead[]
  /** What it is cited as (a value of the facet `cites`), and by how many paragraphs. */
  citedBy?: { value: string; paragraphs: number }
}

export type DocumentParagraph = Hit & { noted: Noted; counterparts: Counterpart[] }

/** The paragraph of another language version that bears the same number. */
export type Counterpart = { language: string; label: string; permalink: string }

/** In the language that was preferred, with all that there are. */
export type ResolvedDocument = DocumentHead & { languages: LanguageVersion[] }

export type Resolved = {
  /** As asked for. */
  symbol: string
  /** The form in which all its spellings meet; absent where the text is no symbol. */
  form?: string
  /** Permalink of the one document that bears it. */
  jump?: string
  /** All that bear it; several where it is ambiguous. */
  candidates: ResolvedDocument[]
  /** Where none bears it: those that come near, nearest first. */
  near: ResolvedDocument[]
}
