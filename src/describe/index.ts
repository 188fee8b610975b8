/**
 * Which meeting, body, date, place is this? Runs the parsers in order, each with what the earlier ones read, and gives the
 * document its key. A value that nobody could read is absent, never guessed.
 */
import type { Description, Language, Paragraph, Read, Span, Warning } from '../model.js'
import { body, level, organisation } from './body.js'
import { date } from './date.js'
import { hijri, hijriOf } from './hijri.js'
import { citedAs, documentKey, meetingKey } from './identity.js'
import type { Facts, Parser, Sheet } from './parser.js'
import { place } from './place.js'
import { kind, name, ordinal, requestedBy } from './session.js'
import { sheetOf } from './sheet.js'
import { symbol } from './symbol.js'
import { subject, title } from './title.js'
import { type } from './type.js'
import { derived } from './view.js'

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

/** What the cover of a set says of each of its documents. */
export type Container = { facts: Facts; key: string; title: string; symbol?: string; position: number }

/** A set of resolutions was adopted by one meeting: these facts of its cover hold for each of them. */
const SHARED: (keyof Facts)[] = [
  'organisation',
  'body',
  'kind',
  'level',
  'ordinal',
  'name',
  'date',
  'dateEnd',
  'weekday',
  'hijri',
  'city',
  'country',
  'venue',
]

/** What the cover of a set says. @param front what stands before the first of its documents */
export function describeFront({ text, cover, paragraphs }: Front): Omit<Container, 'position'> {
  const below = paragraphs.filter(({ role }) => role !== 'cover').flatMap(({ spans }) => spans)
  const sheet = sheetOf(text, [...cover.map((line) => line.span), ...below], [], [])
  const facts = parsed(sheet, {})
  const { title, symbol } = facts
  return {
    facts,
    key: documentKey(facts, sheet.language, text),
    title: title?.value ?? symbol?.value ?? '',
    ...(symbol && { symbol: symbol.value }),
  }
}

type Front = { text: string; cover: { span: Span }[]; paragraphs: Paragraph[] }

export type Described = {
  language: Language
  key: string
  /** Own meeting, as citations name it. */
  own?: string
  description: Description
  warnings: Warning[]
}

/**
 * @param cover lines of the cover that repeat nothing
 * @param furniture lines of the page, such as running heads
 * @param container the set that the document belongs to, if any
 */
export function describe(
  text: string,
  cover: Span[],
  furniture: Span[],
  paragraphs: Paragraph[],
  container?: Container,
): Described {
  const sheet = sheetOf(text, cover, furniture, paragraphs)
  const read = parsed(sheet, shared(container?.facts ?? {}))
  const facts = read.type ? read : { ...read, ...ofSet(container) }
  return {
    language: sheet.language,
    key: documentKey(facts, sheet.language, text),
    own: citedAs(facts),
    description: { ...(container && { container: placeIn(container) }), ...assemble(facts) },
    warnings: facts.warnings ?? [],
  }
}

/** A document that does not say its kind is of the kind of its set. */
function ofSet(container: Container | undefined): Facts {
  const { type } = container?.facts ?? {}
  return type ? { type: derived(type.value, { raw: type.raw }) } : {}
}

/** What the cover of the set says stays as it is; its evidence lies in another text. */
function shared(facts: Facts): Facts {
  const known = SHARED.flatMap((name) => {
    const fact = facts[name] as Read<unknown> | undefined
    if (!fact) return []
    const { span: _, ...rest } = fact
    return [[name, rest]]
  })
  return Object.fromEntries(known)
}

function placeIn({ key, title, symbol, position }: Container): Description['container'] {
  return { key, title, ...(symbol && { symbol }), position }
}

/** Runs the parsers; what is known already goes before what they read. */
function parsed(sheet: Sheet, known: Facts): Facts {
  const facts: Facts = { ...known }
  for (const parse of PARSERS) Object.assign(facts, parse(sheet, facts), known)
  return facts
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
