/**
 * How is a value of the index shown to a reader? Codes to words in Arabic, English and French, all of them
 * from data; a code without words is shown as it is. Also dates, and the name of a meeting.
 */
import type { DocumentFacets } from '../fields.js'
import type { Language } from '../model.js'
import bodies from '../reference/bodies.json' with { type: 'json' }
import calendar from '../reference/calendar.json' with { type: 'json' }
import countries from '../reference/countries.json' with { type: 'json' }
import instruments from '../reference/instruments.json' with { type: 'json' }
import labels from '../reference/labels.json' with { type: 'json' }
import organisations from '../reference/organisations.json' with { type: 'json' }
import persons from '../reference/persons.json' with { type: 'json' }
import places from '../reference/places.json' with { type: 'json' }

type Words = Record<Language, string>
type Names = Record<Language, string[]>
export type Kind =
  | 'body'
  | 'type'
  | 'language'
  | 'meetingKind'
  | 'role'
  | 'quality'
  | 'issuer'
  | 'hostCountry'
  | 'city'
  | 'verb'
  | 'country'
  | 'place'
  | 'organisation'
  | 'cites'
export type Phrase = keyof typeof labels.phrase

const COUNTRIES = namesOf(countries)
const PLACES = namesOf([...capitals(), ...places])
/** Whoever acts in an office is mentioned like the office itself. */
const ORGANISATIONS = namesOf([...persons, ...organisations])

const NAMES: Partial<Record<Kind, Map<string, Names>>> = {
  body: namesOf(bodies.bodies.map(({ code, names }) => ({ id: code, names }))),
  issuer: namesOf(bodies.organisations.map(({ code, names }) => ({ id: code, names }))),
  hostCountry: COUNTRIES,
  city: PLACES,
  country: COUNTRIES,
  place: PLACES,
  organisation: ORGANISATIONS,
  cites: namesOf(instruments),
}
/** Between a verb and its object. */
const PAIR = '|'
/** What an object can be. */
const OBJECTS: Kind[] = ['country', 'organisation', 'place']

/** @returns what a reader reads for `value`, or `value` itself */
export function label(kind: Kind, value: string, language: Language): string {
  const words = (labels as unknown as Record<string, Record<string, Words>>)[kind]?.[value]
  return words?.[language] ?? NAMES[kind]?.get(value)?.[language][0] ?? value
}

/** @returns all that the value is called, in every language */
export function namesOfValue(kind: Kind, value: string): string[] {
  const words = (labels as unknown as Record<string, Record<string, Words>>)[kind]?.[value]
  const names = NAMES[kind]?.get(value)
  return [...Object.values(words ?? {}), ...Object.values(names ?? {}).flat()]
}

/** @param pair `CONDEMN|SY` @returns "Condemns: Syria" */
export function pairLabel(pair: string, language: Language): string {
  const [verb = '', object = ''] = pair.split(PAIR)
  return `${label('verb', verb, language)}${phrase('of', language)}${objectLabel(object, language)}`
}

/** @param object a country, an organisation or a person, or a place */
export function objectLabel(object: string, language: Language): string {
  const kind = OBJECTS.find((one) => NAMES[one]?.has(object))
  return kind ? label(kind, object, language) : object
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
  const key = `${language} ${first} ${last}`
  const known = DATES.get(key)
  if (known !== undefined) return known
  const [from, to] = [new Date(first), new Date(last)]
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime()) || from > to) return first
  const label = formatOf(language, first.length).formatRange(from, to)
  if (DATES.size >= MOST_DATES) DATES.clear()
  DATES.set(key, label)
  return label
}

/** Dates are few and repeat; to word them took half of the time that an answer took. */
const DATES = new Map<string, string>()
const MOST_DATES = 10_000

/** Making one takes a hundred times as long as using it. */
function formatOf(language: Language, length: number): Intl.DateTimeFormat {
  const key = `${language} ${length}`
  const known = FORMATS.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', ...PARTS[length] })
  FORMATS.set(key, format)
  return format
}

const FORMATS = new Map<string, Intl.DateTimeFormat>()

/** @param day `1438-03-23`, as precise as it is known */
export function hijriLabel(day: string, language: Language): string {
  const [year = '', month, date] = day.split('-')
  const names = calendar.hijriMonths.find(({ n }) => n === Number(month))?.[language]
  return [date && String(Number(date)), names?.[0], phrase('hijri', language, year)].filter(Boolean).join(' ')
}

const LOCALES = { ar: 'ar-u-nu-latn-ca-gregory', en: 'en-GB', fr: 'fr' }
/** How exact a date is shows in its length. */
const PARTS: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
}

/** Each capital, by the English name under which it is known in the index. */
export function capitals(): { id: string; names: Names }[] {
  return countries.flatMap(({ capitals: names }) =>
    names?.en[0] === undefined ? [] : [{ id: names.en[0], names }],
  )
}

function namesOf(entries: { id: string; names: Names }[]): Map<string, Names> {
  return new Map(entries.map(({ id, names }) => [id, names]))
}
