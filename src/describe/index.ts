/**
 * Which meeting, body, date, place is this? Runs the parsers in order, each with what the earlier ones read, and gives the
 * document its key. A value that nobody could read is absent, never guessed.
 */
import type { Description, Language, Paragraph, Span, Warning } from '../model.js'
import { body, level, organisation } from './body.js'
import { date } from './date.js'
import { hijri, hijriOf } from './hijri.js'
import { documentKey, meetingKey } from './identity.js'
import { languageOf } from './language.js'
import type { Facts, Parser, Sheet } from './parser.js'
import { place } from './place.js'
import { findPhrase } from './reference.js'
import { kind, name, ordinal, requestedBy } from './session.js'
import { symbol } from './symbol.js'
import { subject, title } from './title.js'
import { type } from './type.js'
import { viewOf } from './view.js'

/** In this order: what stands below may use what stands above. A new parser is one file and one line here. */
const PARSERS: Parser[] = [
  symbol,
  type,
  title,
  subject,
  body,
  organisation,
  kind,
  level,
  ordinal,
  name,
  requestedBy,
  hijri,
  date,
  place,
]

/** Among these first paragraphs the one that says who met is looked for. */
const OPENING_PARAGRAPHS = 3
/** So far the sentence goes that says who met. */
const OPENING_LETTERS = 3000
/** A symbol in a running head stands on the first pages. */
const FURNITURE_LINES = 50

export type Described = { language: Language; key: string; description: Description; warnings: Warning[] }

/**
 * @param cover lines of the cover that repeat nothing
 * @param furniture lines of the page, such as running heads
 */
export function describe(text: string, cover: Span[], furniture: Span[], paragraphs: Paragraph[]): Described {
  const sheet = sheetOf(text, cover, furniture, paragraphs)
  const facts: Facts = {}
  for (const parse of PARSERS) Object.assign(facts, parse(sheet, facts))
  return {
    language: sheet.language,
    key: documentKey(facts, sheet.language, text),
    description: assemble(facts),
    warnings: facts.warnings ?? [],
  }
}

function sheetOf(text: string, cover: Span[], furniture: Span[], paragraphs: Paragraph[]): Sheet {
  const first = openingOf(text, paragraphs)
  const opening = first ? beginningOf(first.spans) : []
  const closing = paragraphs.filter((paragraph) => paragraph.role === 'signature')
  return {
    text,
    language: languageOf(text),
    cover: viewOf(text, cover),
    opening: viewOf(text, opening),
    openingIsNumbered: first?.number !== undefined,
    closing: viewOf(
      text,
      closing.flatMap((paragraph) => paragraph.spans),
    ),
    furniture: viewOf(text, furniture.slice(0, FURNITURE_LINES)),
  }
}

/** A paragraph that begins the count, or stands before it; never a clause of a preamble. */
function openingOf(text: string, paragraphs: Paragraph[]): Paragraph | undefined {
  const first = paragraphs
    .filter(
      ({ role, number }) =>
        role === 'body' || (role === 'operative' && (number === undefined || number === '1')),
    )
    .slice(0, OPENING_PARAGRAPHS)
  return (
    first.find((one) => findPhrase('convening')(viewOf(text, beginningOf(one.spans)).text).length > 0) ??
    first[0]
  )
}

function beginningOf(spans: Span[]): Span[] {
  const from = spans[0]?.[0] ?? 0
  return spans
    .filter(([start]) => start - from < OPENING_LETTERS)
    .map(([start, end]) => [start, Math.min(end, from + OPENING_LETTERS)])
}

function assemble(facts: Facts): Description {
  const { type, symbol, title, subject, organisation, date, dateEnd, weekday, city, country, venue } = facts
  const { body, kind, level, ordinal, name, requestedBy } = facts
  const key = meetingKey(facts)
  const computed = date?.value.length === 10 ? hijriOf(date.value) : undefined
  return defined({
    type,
    symbol,
    title,
    subject,
    organisation,
    meeting: key ? { key, ...defined({ body, kind, level, ordinal, name, requestedBy }) } : undefined,
    date,
    dateEnd,
    weekday,
    hijri: facts.hijri || computed ? defined({ printed: facts.hijri, computed }) : undefined,
    place: city || country || venue ? defined({ city, country, venue }) : undefined,
  })
}

/** Without the entries that hold nothing. */
function defined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T
}
