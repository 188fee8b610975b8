/**
 * How is a paragraph cited in one line, in Arabic, English and French? Titles, symbols and numbers stand in
 * bidirectional isolates, so that a line pasted into any text keeps its order.
 */
import type { ParagraphEntry } from '../fields.js'
import type { Language } from '../model.js'
import { dateLabel, label, phrase } from './labels.js'

export type Citation = Record<Language, string>
type Cited = Omit<ParagraphEntry, Language>

/** First strong isolate: what stands inside finds its own direction. */
const ISOLATE = '\u2068'
const END_OF_ISOLATE = '\u2069'
const PREAMBULAR = /^pre-(\d+)$/

export function citation(paragraph: Cited): Citation {
  return { ar: line(paragraph, 'ar'), en: line(paragraph, 'en'), fr: line(paragraph, 'fr') }
}

/** Issuer, body, "title", city, date, symbol, paragraph: what is known of them, in this order. */
function line(paragraph: Cited, language: Language): string {
  const { issuer, body, title, city, day, dayEnd, symbol } = paragraph
  const parts = [
    issuer && label('issuer', issuer, language),
    body && label('body', body, language),
    title && phrase('quote', language, isolate(title)),
    city && label('city', city, language),
    day && isolate(dateLabel(day, language, dayEnd)),
    symbol && isolate(symbol),
    placeOf(paragraph, language),
  ]
  return parts.filter(Boolean).join(phrase('comma', language))
}

/**
 * The printed number, where numbers begin again with what it stands under: 13.1, 7.a. Paragraphs of a preamble have none
 * and are counted.
 */
function placeOf({ number, label: unique }: Cited, language: Language): string {
  const preambular = PREAMBULAR.exec(unique)?.[1]
  if (preambular) return phrase('preambular', language, isolate(preambular))
  const above = unique.endsWith(`.${number}`)
  return phrase('paragraph', language, isolate(above ? unique : (number ?? unique)))
}

function isolate(text: string): string {
  return `${ISOLATE}${text}${END_OF_ISOLATE}`
}
