/** What is known beforehand, made ready for the parsers at the first use. */
import { once, remembered } from '../arabic/once.js'
import { ordinalFinder } from '../arabic/ordinals.js'
import { type Finder, finder } from '../arabic/phrases.js'
import bodies from '../reference/bodies.json' with { type: 'json' }
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
] as const
type PhraseList = (typeof PHRASE_LISTS)[number]

export const findType = once(() => remembered(finder(cover.types.flatMap((type) => named(type.names, type)))))
/** Words that make another kind of document of the one that was named before. */
export const findQualifier = once(() =>
  remembered(finder(cover.qualifiers.flatMap((one) => named(one.names, one)))),
)
export const findBody = once(() =>
  remembered(throughOrdinals(finder(bodies.bodies.flatMap((body) => named(body.names, body))))),
)
export const findOrganisation = once(() =>
  remembered(finder(bodies.organisations.flatMap((one) => named(one.names, one.code)))),
)
export const findKind = once(() =>
  remembered(finder(cover.kinds.flatMap((kind) => named(kind.names, kind.value)))),
)
export const findLevel = once(() =>
  remembered(finder(cover.levels.flatMap((level) => named(level.names, level.value)))),
)
export const findVenue = once(() =>
  remembered(finder(cover.venues.flatMap((venue) => named(venue.names, venue)))),
)
export const findOrdinal = once(() => remembered(ordinalFinder()))
export const findCountry = once(() =>
  remembered(finder(countries.flatMap((state) => named(state.names, state.id)))),
)
export const findCity = once(() => remembered(finder([...capitals(), ...cities()])))

/** No name of a body is longer. */
const NAME_LETTERS = 80

const phraseFinders = once(
  () =>
    Object.fromEntries(
      PHRASE_LISTS.map((list) => [
        list,
        remembered(
          finder(
            Object.values(cover[list])
              .flat()
              .map((phrase) => [phrase, true as const] as const),
          ),
        ),
      ]),
    ) as Record<PhraseList, Finder<true>>,
)

/** Also where an ordinal stands within the name: "the Islamic Conference, the twentieth, of Foreign Ministers" in Arabic. */
function throughOrdinals<T>(find: Finder<T>): Finder<T> {
  return (text) => {
    const found = find(text)
    for (const { start, end } of findOrdinal()(text)) {
      const gap = end - start + 1
      const near = Math.max(0, start - NAME_LETTERS)
      const without = text.slice(near, start) + text.slice(end + 1, end + NAME_LETTERS)
      const across = find(without).find((hit) => near + hit.start < start && near + hit.end > start)
      const hit = across && { value: across.value, start: near + across.start, end: near + across.end + gap }
      if (
        hit &&
        !found.some(
          (other) =>
            other.start < hit.end && hit.start < other.end && other.end - other.start >= gap + NAME_LETTERS,
        )
      )
        found.push(hit)
    }
    return found.sort((a, b) => a.start - b.start)
  }
}

/** @returns where words of a list of `cover.json` stand */
export function findPhrase(list: PhraseList): Finder<true> {
  return phraseFinders()[list]
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
