/**
 * What does an analysis look like in the index? Pure: one entry for each document, one for each of its
 * paragraphs, both with the same facets.
 */
import { createHash } from 'node:crypto'
import type { DocumentEntry, DocumentFacets, ParagraphEntry } from '../fields.js'
import type { Analysis, Document, Paragraph } from '../model.js'
import { paragraphId } from './access.js'

export type Entry<T> = { id: string; entry: T }
export type Entries = { documents: Entry<DocumentEntry>[]; paragraphs: Entry<ParagraphEntry>[] }

/** @param version analysis version that made `analysis` */
export function toEntries(analysis: Analysis, version: number): Entries {
  const documents = analysis.documents.map((document, at) => ({
    id: document.id,
    entry: toDocumentEntry(analysis, document, at + 1, version),
  }))
  const paragraphs = analysis.documents.flatMap((document) => toParagraphEntries(document, version))
  return { documents, paragraphs }
}

function toDocumentEntry(
  { file }: Analysis,
  document: Document,
  position: number,
  analysisVersion: number,
): DocumentEntry {
  return {
    ...toFacets(document),
    sha256: file.sha256,
    position,
    container: document.container?.key,
    aliases: document.symbol ? [document.symbol.value] : [],
    text: document.text,
    textHash: createHash('sha256').update(document.text).digest('hex'),
    paragraphs: document.paragraphs.length,
    legibility: file.legibility,
    analysisVersion,
  }
}

function toParagraphEntries(document: Document, version: number): Entry<ParagraphEntry>[] {
  const facets = toFacets(document)
  return document.paragraphs.map((paragraph) => ({
    id: paragraphId(document.id, paragraph.ordinal),
    entry: { ...facets, ...toParagraphEntry(document, paragraph), analysisVersion: version },
  }))
}

type Own = Omit<ParagraphEntry, keyof DocumentFacets | 'analysisVersion'>

function toParagraphEntry({ id, language }: Document, paragraph: Paragraph): Own {
  const { ordinal, number, label, section, role, page, text } = paragraph
  return { document: id, ordinal, number, label, section, role, page, [language]: text }
}

function toFacets(document: Document): DocumentFacets {
  const { meeting, place, date, dateEnd } = document
  return {
    key: document.key,
    language: document.language,
    type: document.type?.value,
    symbol: document.symbol?.value,
    title: document.title?.value,
    organisation: document.organisation?.value,
    body: meeting?.body?.value,
    meeting: meeting?.key,
    meetingKind: meeting?.kind?.value,
    meetingLevel: meeting?.level?.value,
    meetingOrdinal: meeting?.ordinal?.value,
    date: date && { gte: firstDay(date.value), lte: lastDay(dateEnd?.value ?? date.value) },
    day: date?.value,
    dayEnd: dateEnd?.value,
    year: date && Number(date.value.slice(0, 4)),
    city: place?.city?.value,
    hostCountry: place?.country?.value,
  }
}

/** `2016` and `2016-12` begin with the first of their days. */
function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10)
}

/** `2016` ends on 2016-12-31, `2016-02` on 2016-02-29. */
function lastDay(date: string): string {
  const [year = '', month = '12', day] = date.split('-')
  if (day) return date
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}
