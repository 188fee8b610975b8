/** What should be read of a document as a whole, and what is: pairs of values, one for each fact that the reader noted. */
import type { Document } from '../../src/model.js'
import type { RawDocument } from './gold.js'
import { bodyCode, kinds, levelOf } from './names.js'

export const FACTS = [
  'language', 'symbol', 'type', 'organisation', 'body', 'kind', 'level', 'ordinal', 'name', 'meeting', 'key', 'title', 'subject',
  'date', 'dateEnd', 'weekday', 'hijri', 'city', 'country', 'venue', 'requestedBy', 'paragraphCount',
] as const // biome-ignore format: one list
export type FactName = (typeof FACTS)[number]
type Value = string | number | null | undefined

/** Expected: `undefined` where the reader says nothing of it, `null` where there is nothing to be read. */
export function expectedFacts(gold: RawDocument): Record<FactName, Value[]> {
  const { symbol, meeting_kind: kind, place, weekday, paragraphs } = gold
  return {
    language: [gold.language],
    symbol: [typeof symbol === 'string' ? symbol : orNull(symbol, (one) => one.normalised)],
    type: [gold.type],
    organisation: [orNull(gold.organisation, (one) => (typeof one === 'string' ? one : one.abbr))],
    body: [orNull(gold.body, (one) => bodyCode(english(one)))],
    kind: orNull(kind, (one) => kinds(english(one))) ?? [kind === null ? null : undefined],
    level: [orNull(gold.level, (one) => levelOf(english(one)))],
    ordinal: [gold.ordinal === undefined ? orNull(kind, (one) => one.ordinal) : gold.ordinal],
    name: [gold.name],
    meeting: [gold.meeting],
    key: [gold.key],
    title: [gold.title],
    subject: [orNull(gold.subject, (one) => (typeof one === 'string' ? one : (one.ar ?? one.en ?? one.fr)))],
    date: [gold.date],
    dateEnd: [gold.date_end],
    weekday: [orNull(weekday, (one) => (typeof one === 'number' ? one : one.iso))],
    hijri: [orNull(gold.hijri, (one) => one.printed)],
    city: [orNull(place, (one) => one.city_en)],
    country: [orNull(place, (one) => one.country)],
    venue: [orNull(place, (one) => one.venue)],
    requestedBy: [orNull(gold.requested_by, (one) => one.country)],
    paragraphCount: [paragraphs && gold.paragraph_count],
  }
}

export function foundFacts(document: Document): Record<FactName, Value> {
  const { meeting, place } = document
  return {
    language: document.language,
    symbol: document.symbol?.value,
    type: document.type?.value,
    organisation: document.organisation?.value,
    body: meeting?.body?.value,
    kind: meeting?.kind?.value,
    level: meeting?.level?.value,
    ordinal: meeting?.ordinal?.value,
    name: meeting?.name?.value,
    meeting: meeting?.key,
    key: document.key,
    title: document.title?.value,
    subject: document.subject?.value,
    date: document.date?.value,
    dateEnd: document.dateEnd?.value,
    weekday: document.weekday?.value,
    hijri: document.hijri?.printed?.value,
    city: place?.city?.value,
    country: place?.country?.value,
    venue: place?.venue?.value,
    requestedBy: meeting?.requestedBy?.value,
    paragraphCount: document.paragraphs.filter((paragraph) => paragraph.number !== undefined).length,
  }
}

function orNull<T, U>(value: T | null | undefined, read: (value: T) => U): U | null | undefined {
  return value === null || value === undefined ? (value as null | undefined) : read(value)
}

function english(name: { en?: string; ar?: string; fr?: string } | string): string {
  return typeof name === 'string' ? name : (name.en ?? name.ar ?? name.fr ?? '')
}
