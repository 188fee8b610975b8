/**
 * How is a value of the index shown to a reader? Codes to words in Arabic, English and French, all of them
 * from data; a code without words is shown as it is. Also dates, and the name of a meeting.
 */
import type { DocumentFacets } from '../fields.js'
import type { Language } from '../model.js'
import bodies from '../reference/bodies.json' with { type: 'json' }
import countries from '../reference/countries.json' with { type: 'json' }
import labels from '../reference/labels.json' with { type: 'json' }
import places from '../reference/places.json' with { type: 'json' }

type Words = Record<Language, string>
type Names = Record<Language, string[]>
export type Kind =
  | 'body'
  | 'type'
  | 'language'
  | 'meetingKind'
  | 'role'
  | 'hostCountry'
  | 'city'
  | 'organisation'
export type Phrase = keyof typeof labels.phrase

const NAMES: Partial<Record<Kind, Map<string, Names>>> = {
  body: namesOf(bodies.bodies.map(({ code, names }) => ({ id: code, names }))),
  organisation: namesOf(bodies.organisations.map(({ code, names }) => ({ id: code, names }))),
  hostCountry: namesOf(countries),
  city: namesOf(places),
}

/** @returns what a reader reads for `value`, or `value` itself */
export function label(kind: Kind, value: string, language: Language): string {
  const words = (labels as unknown as Record<string, Record<string, Words>>)[kind]?.[value]
  return words?.[language] ?? NAMES[kind]?.get(value)?.[language][0] ?? value
}

/** @param n is put in the place of `{n}` */
export function phrase(name: Phrase, language: Language, n = ''): string {
  return labels.phrase[name][language].replace('{n}', () => n)
}

/** For example "Executive Committee, emergency, Jeddah, 22 December 2016"; a session has its number and year. */
export function meetingLabel(meeting: Partial<DocumentFacets>, language: Language): string {
  const { body, meetingKind, meetingOrdinal, city, day } = meeting
  const parts = [
    body && label('body', body, language),
    meetingOrdinal && phrase('session', language, String(meetingOrdinal)),
    meetingKind && meetingKind !== 'ordinary' && label('meetingKind', meetingKind, language),
    city && label('city', city, language),
    day && (meetingOrdinal ? day.slice(0, 4) : dateLabel(day, language)),
  ]
  return parts.filter(Boolean).join(phrase('comma', language)) || (meeting.meeting ?? '')
}

/**
 * @param first `2016-12-22`, `2016-12` or `2016`
 * @param last last day, where there are several
 */
export function dateLabel(first: string, language: Language, last = first): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', ...PARTS[first.length] })
  const [from, to] = [new Date(first), new Date(last)]
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime()) || from > to) return first
  return format.formatRange(from, to)
}

const LOCALES = { ar: 'ar-u-nu-latn-ca-gregory', en: 'en-GB', fr: 'fr' }
/** How exact a date is shows in its length. */
const PARTS: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
}

function namesOf(entries: { id: string; names: Names }[]): Map<string, Names> {
  return new Map(entries.map(({ id, names }) => [id, names]))
}
