/**
 * What does an analysis look like in the index? Pure: one entry for each document, one for each of its
 * paragraphs, both with the same facets.
 */
import { createHash } from 'node:crypto'
import { signatureOf } from '../arabic/likeness.js'
import { firstDay, lastDay } from '../elastic/days.js'
import type { DocumentEntry, DocumentFacets, Evidence, ParagraphEntry } from '../fields.js'
import type { Analysis, Document, Paragraph } from '../model.js'
import { formsOf, formsOfKey, valuesOf } from '../symbols/forms.js'
import { paragraphId } from './access.js'
import { distinct, mentionsOf, unionOf } from './mentions.js'
import { qualityOf } from './quality.js'
import { sameness } from './same.js'
import { ownKey } from './variants.js'

export type Entry<T> = { id: string; entry: T }
export type Entries = { documents: Entry<DocumentEntry>[]; paragraphs: Entry<ParagraphEntry>[] }

/** @param version analysis version that made `analysis` */
export function toEntries(analysis: Analysis, version: number): Entries {
  const each = analysis.documents.map((document, at) => {
    const facets = toFacets(analysis, document)
    const paragraphs = toParagraphEntries(document, facets, version)
    const { sha256, format } = analysis.file
    const own = { sha256, format, position: at + 1, analysisVersion: version }
    return {
      paragraphs,
      entry: { ...facets, ...ofParagraphs(paragraphs), ...toDocumentEntry(document), ...own },
    }
  })
  return {
    documents: each.map(({ entry }, at) => ({ id: analysis.documents[at]?.id ?? '', entry })),
    paragraphs: each.flatMap(({ paragraphs }) => paragraphs),
  }
}

function toDocumentEntry({ key, container, symbol, text, language, paragraphs, hijri }: Document) {
  const textHash = createHash('sha256').update(text).digest('hex')
  const own = ownKey({ baseKey: key, textHash })
  return {
    container: container?.key,
    baseKey: key,
    aliases: [...(symbol ? [symbol.value] : []), own],
    formerKeys: [],
    hijri: hijri && { printed: hijri.printed?.value, computed: hijri.computed },
    symbols: symbolsOf(key, symbol?.value),
    [language]: text,
    textHash,
    signature: signatureOf(text),
    paragraphs: paragraphs.length,
  }
}

/** By its key in any language, by what is printed, and by the number that the key tells. */
function symbolsOf(key: string, symbol = ''): string[] {
  const forms = [formsOf(symbol), formsOfKey(key)].filter((found) => found !== undefined)
  return distinct([key.replace(/\.\w+$/, ''), ...forms.flatMap(valuesOf)])
}

function ofParagraphs(paragraphs: Entry<ParagraphEntry>[]) {
  const entries = paragraphs.map(({ entry }) => entry)
  return { ...unionOf(entries), role: distinct(entries.map(({ role }) => role)) }
}

function toParagraphEntries(
  document: Document,
  facets: DocumentFacets,
  analysisVersion: number,
): Entry<ParagraphEntry>[] {
  const same = sameness(document.paragraphs)
  return document.paragraphs.map((paragraph, at) => ({
    id: paragraphId(document.id, paragraph.ordinal),
    entry: {
      ...facets,
      ...mentionsOf(paragraph),
      ...toParagraphEntry(document, paragraph),
      same: same[at] ?? '',
      analysisVersion,
    },
  }))
}

function toParagraphEntry({ id, language }: Document, paragraph: Paragraph) {
  const { ordinal, number, label, section, role, page, text, confidence } = paragraph
  const place = { document: id, ordinal, number, label, section, role, page }
  return { ...place, [language]: text, confidence, evidence: evidenceOf(paragraph) }
}

function evidenceOf(paragraph: Paragraph): Evidence {
  const { statements, cites, countries, places, organisations, dates } = paragraph
  return { statements, cites, countries, places, organisations, dates }
}

function toFacets(analysis: Analysis, document: Document): DocumentFacets {
  const { meeting, place, date, dateEnd, hijri } = document
  const hijriDay = hijri?.printed?.value ?? hijri?.computed
  return {
    key: document.key,
    language: document.language,
    type: document.type?.value,
    symbol: document.symbol?.value,
    title: document.title?.value,
    issuer: document.organisation?.value,
    body: meeting?.body?.value,
    meeting: meeting?.key,
    meetingKind: meeting?.kind?.value,
    meetingLevel: meeting?.level?.value,
    meetingOrdinal: meeting?.ordinal?.value,
    date: date && { gte: firstDay(date.value), lte: lastDay(dateEnd?.value ?? date.value) },
    day: date?.value,
    dayEnd: dateEnd?.value,
    year: date && yearOf(date.value),
    hijriYear: hijriDay === undefined ? undefined : yearOf(hijriDay),
    city: place?.city?.value,
    hostCountry: place?.country?.value,
    quality: qualityOf(analysis),
    legibility: analysis.file.legibility,
  }
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}
