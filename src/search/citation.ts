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

export function citation(paragraph: Cited): Citation {
  return { ar: line(paragraph, 'ar'), en: line(paragraph, 'en'), fr: line(paragraph, 'fr') }
}

/** Issuer, body, "title", city, date, symbol, paragraph: what is known of them, in this order. */
function line(paragraph: Cited, language: Language): string {
  const { issuer, body, title, city, day, dayEnd, symbol, number, label: printed } = paragraph
  const parts = [
    issuer && label('issuer', issuer, language),
    body && label('body', body, language),
    title && phrase('quote', language, isolate(title)),
    city && label('city', city, language),
    day && isolate(dateLabel(day, language, dayEnd)),
    symbol && isolate(symbol),
    phrase('paragraph', language, isolate(number ?? printed)),
  ]
  return parts.filter(Boolean).join(phrase('comma', language))
}

function isolate(text: string): string {
  return `${ISOLATE}${text}${END_OF_ISOLATE}`
}
