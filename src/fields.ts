/**
 * What lies in the three indices: the entries, field by field. Written once for the side
 * that writes (`index/`) and the side that reads (`search/`); `mappings/*.json` says how each is analysed.
 */
import type {
  DocumentReference,
  DocumentType,
  Format,
  Language,
  MeetingKind,
  MeetingLevel,
  Outcome,
  Paragraph,
  Role,
} from './model.js'

/** Number of the analysis: raise it when the same bytes give another result. */
export const ANALYSIS_VERSION = 33
/** Number of the mappings: raise it when `mappings/` changes. */
export const MAPPING_VERSION = 16

/** Begins the root of what was uploaded: it lies in no folder. No absolute path begins like this. */
export const UPLOAD = 'upload:'

/** `bayan-files`: a place and the bytes that should be indexed for it. `_id` = hash of root and path. */
export type FileEntry = {
  root: string
  /** Relative to the root, NFC, with slashes. */
  path: string
  bytes: number
  /** sha256 of the bytes that lie there now; null once the file is gone. */
  wanted: string | null
  /** sha256 and analysis version that `outcome` speaks of. */
  done: string | null
  analysisVersion: number
  outcome: Outcome
  code?: string
  message?: string
  retryable?: boolean
  stage?: string
  /** Path or key that this one is a duplicate or variant of. */
  of?: string
  documents: DocumentReference[]
  attempts: number
  seconds: number
  seenAt: string
  doneAt?: string
}

/** What a document and each of its paragraphs carry alike, so that both can be filtered the same way. */
export type DocumentFacets = {
  key: string
  language: Language
  type?: DocumentType
  symbol?: string
  title?: string
  /** Organisation that the document is of. */
  issuer?: string
  body?: string
  meeting?: string
  meetingKind?: MeetingKind
  meetingLevel?: MeetingLevel
  meetingOrdinal?: number
  /** ISO days; a date known only to its month or year gives the range of all its days. */
  date?: { gte: string; lte: string }
  /** First day as it is known: `2016-12-22`, `2016-12` or `2016`. */
  day?: string
  dayEnd?: string
  year?: number
  /** Of the printed Hijri date, else of the first day. */
  hijriYear?: number
  city?: string
  hostCountry?: string
  quality: Quality
  legibility: number
}

/** `recognised`: some of it was read off pictures. `suspect`: the text looks damaged. */
export type Quality = 'clean' | 'recognised' | 'suspect'

/** What a paragraph states, cites and names; on a document, what any of its paragraphs does. Each value once. */
export type Mentions = {
  /** Categories: `CONDEMN`. */
  verb: string[]
  /** A category and what one statement of it is about: `CONDEMN|SY`. */
  verbObject: string[]
  cites: string[]
  country: string[]
  place: string[]
  organisation: string[]
}

/** What was read in a paragraph, with its evidence; kept to be shown, not to be searched. */
export type Evidence = Pick<
  Paragraph,
  'statements' | 'cites' | 'countries' | 'places' | 'organisations' | 'dates'
>

/** One of them holds the text, analysed for its language. */
type TextFields = { ar?: string; en?: string; fr?: string }

/** `bayan-documents`: `_id` = first 20 hex digits of the sha256 of the bytes, `-`, number within the container. */
export type DocumentEntry = DocumentFacets &
  Mentions &
  TextFields & {
    sha256: string
    position: number
    container?: string
    /** What the analysis says that it is; `key` differs where several texts claim it. */
    baseKey: string
    /** Id of the document that is searched in its stead: nearly the same text. Its own paragraphs are not in the index. */
    variantOf?: string
    format: Format
    /** Of the letters of its text, to see how alike two are. */
    signature: string
    /** Its symbol, and the key that always leads to this very text. */
    aliases: string[]
    /** Keys that an earlier analysis gave it. */
    formerKeys: string[]
    /** Days of its date in the Hijri calendar: as printed, and as the calendar of Umm al-Qura has them. */
    hijri?: { printed?: string; computed?: string }
    /** Every spelling by which it may be asked for, in the form that all spellings of one symbol share. */
    symbols: string[]
    role: Role[]
    textHash: string
    paragraphs: number
    analysisVersion: number
  }

/** `bayan-paragraphs`: `_id` = id of the document, `-`, ordinal. */
export type ParagraphEntry = DocumentFacets &
  Mentions &
  TextFields & {
    document: string
    ordinal: number
    number?: string
    label: string
    section: string[]
    role: Role
    page?: number
    /** Alike where the texts are, but for marks and punctuation; differs within one document. */
    same: string
    confidence: number
    evidence: Evidence
    analysisVersion: number
  }

/** Names of the aliases under one prefix. */
export type IndexNames = { files: string; documents: string; paragraphs: string }

/** @param prefix first part of every name, for example `bayan` */
export function indexNames(prefix: string): IndexNames {
  return { files: `${prefix}-files`, documents: `${prefix}-documents`, paragraphs: `${prefix}-paragraphs` }
}
