/** What is known beforehand, made ready for the parsers at the first use. */
import { once, remembered } from '../arabic/once.js'
import { ordinalNames, withDigits } from '../arabic/ordinals.js'
import { type Finder, type Found, finders } from '../arabic/phrases.js'
import type { Stretch } from '../arabic/word-bounds.js'
import bodies from '../reference/bodies.json' with { type: 'json' }
import calendar from '../reference/calendar.json' with { type: 'json' }
import countries from '../reference/countries.json' with { type: 'json' }
import cover from '../reference/cover.json' with { type: 'json' }
import places from '../reference/places.json' with { type: 'json' }

type Names = { ar: string[]; en: string[]; fr: string[] }
export type Body = (typeof bodies.bodies)[number]
/** A city: its English name, and the state it lies in. */
export type City = { name: string; country: string }
const PHRASE_LISTS = [
  'meetings',
  'convening',
  'subjects',
  'openEnds',
  'subjectStops',
  'subjectEnds',
  'requests',
  'themes',
  'notInTitle',
  'otherDates',
  'placeWords',
  'resolutionWords',
  'speakers',
  'titles',
  'convened',
  'chairs',
  'summits',
  'visits',
  'seats',
  'posted',
  'agencies',
  'adoptions',
  'issuing',
  'declaring',
  'blames',
  'holding',
] as const
type PhraseList = (typeof PHRASE_LISTS)[number]

/** Every list of names in one reading of a text: the parsers ask for many of them. */
const found = once(() =>
  finders({
    types: cover.types.flatMap((type) => named(type.names, type)),
    qualifiers: cover.qualifiers.flatMap((one) => named(one.names, one)),
    bodies: bodies.bodies.flatMap((body) => named(body.names, body)),
    organisations: bodies.organisations.flatMap((one) => named(one.names, one.code)),
    kinds: cover.kinds.flatMap((kind) => named(kind.names, kind.value)),
    levels: cover.levels.flatMap((level) => named(level.names, level.value)),
    venues: cover.venues.flatMap((venue) => named(venue.names, venue)),
    ordinals: ordinalNames(),
    countries: countries.flatMap((state) => named(state.names, state.id)),
    cities: [...capitals(), ...cities()],
    weekdays: calendar.weekdays.flatMap(({ n, ...names }) => named(names, n)),
    ...phraseLists(),
  }),
)

function phraseLists(): Record<PhraseList, (readonly [string, true])[]> {
  const lists = PHRASE_LISTS.map((list) => [list, named(cover[list], true)])
  return Object.fromEntries(lists)
}

export const findType = (text: string) => found().types(text)
/** Words that make another kind of document of the one that was named before. */
export const findQualifier = (text: string) => found().qualifiers(text)
export const findOrganisation = (text: string) => found().organisations(text)
export const findKind = (text: string) => found().kinds(text)
export const findLevel = (text: string) => found().levels(text)
export const findVenue = (text: string) => found().venues(text)
export const findCountry = (text: string) => found().countries(text)
export const findCity = (text: string) => found().cities(text)
export const findWeekday = (text: string) => found().weekdays(text)

/** @returns where words of a list of `cover.json` stand */
export function findPhrase(list: PhraseList): Finder<true> {
  return found()[list]
}

export const findOrdinal = remembered((text) => withDigits(text, found().ordinals(text)))
export const findBody = remembered((text) => throughOrdinals(text, found().bodies))

/** No name of a body is longer. */
const NAME_LETTERS = 80

/** Also where an ordinal stands within the name: "the Islamic Conference, the twentieth, of Foreign Ministers" in Arabic. */
function throughOrdinals<T>(text: string, find: Finder<T>): Found<T>[] {
  const all = [...find(text)]
  for (const { start, end } of findOrdinal(text)) {
    const gap = end - start + 1
    const near = Math.max(0, start - NAME_LETTERS)
    const without = text.slice(near, start) + text.slice(end + 1, end + NAME_LETTERS)
    const across = find(without).find((hit) => near + hit.start < start && near + hit.end > start)
    const hit = across && { value: across.value, start: near + across.start, end: near + across.end + gap }
    const isWithin = (other: Stretch) =>
      hit && other.start < hit.end && hit.start < other.end && other.end - other.start >= gap + NAME_LETTERS
    if (hit && !all.some(isWithin)) all.push(hit)
  }
  return all.sort((a, b) => a.start - b.start)
}

/** English name of the capital, for the states whose name is also that of their capital. */
export function capitalOf(country: string): string | undefined {
  return countries.find((state) => state.id === country)?.capitals?.en[0]
}

/** The city of that English name. */
export function cityNamed(name: string): City | undefined {
  return [...capitals(), ...cities()].find(([, city]) => city.name === name)?.[1]
}

function named<T>(names: Names, value: T): (readonly [string, T])[] {
  return Object.values(names)
    .flat()
    .map((name) => [name, value] as const)
}

function capitals(): (readonly [string, City])[] {
  return countries.flatMap((state) => {
    const name = state.capitals?.en[0]
    return name && state.capitals ? named(state.capitals, { name, country: state.id }) : []
  })
}

function cities(): (readonly [string, City])[] {
  return places.flatMap((place) =>
    'country' in place && place.country ? named(place.names, { name: place.id, country: place.country }) : [],
  )
}
