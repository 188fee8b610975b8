/**
 * Where did the meeting sit? A line of the cover that holds a place and little else goes first, then a place behind "in" or
 * "at", then the sentence that says who met. Places of the subject are not the place of the meeting. The state is derived
 * from the city where it is not printed.
 */
import { comparableText } from '../arabic/comparable.js'
import type { Found } from '../arabic/phrases.js'
import type { Read } from '../model.js'
import ambiguous from '../reference/ambiguous.json' with { type: 'json' }
import { isPlaceOrDate, isPublished } from './cover-lines.js'
import { readDates } from './dates.js'
import { convenedAt, convening, type Facts, overlaps, type Parser } from './parser.js'
import {
  type City,
  capitalOf,
  cityNamed,
  findBody,
  findCity,
  findCountry,
  findOrganisation,
  findPhrase,
  findVenue,
} from './reference.js'
import { derived, read, type View } from './view.js'

/** From the city to the state printed behind it: "Tashkent, Republic of Uzbekistan". */
const COUNTRY_REACH = 30
/** "in the city of": what may stand between the preposition and the city. */
const PREPOSITION_REACH = 12
/** From "in" to a state: "in the". */
const IN_REACH = 6
/** From "visit" to its state on a cover, which names the visitor first; the words and letters that mean "to". */
const TITLE_REACH = 160
const TO_STATE = /(?:\u0627\u0644\u064A |to (?:the )?|en |au |aux )..$|\u0644\u0644.{0,2}$/u
/** From "visit" to the state. */
const VISIT_REACH = 30
const AMMAN = ambiguous.muscatOrAmman
/** The Arabic "in" is written onto the word. */
const IN_PARTICLE = '\u0628'

export const place: Parser = (sheet, known): Facts => {
  const onCover = fromLines(sheet.cover, known) ?? afterPreposition(withoutNews(sheet.cover), known)
  const opening = convening(sheet, known)
  const venue = venueIn(sheet.cover) ?? venueIn(meetingPart(opening))
  const found =
    onCover ??
    visitOnCover(sheet.cover) ??
    afterVerb(opening) ??
    afterPreposition(sheet.closing, known) ??
    ofVenue(venue) ??
    fromLines(sheet.cover, known, true)
  return { ...found, ...(venue && { venue: venue.read }) }
}

/** The cover with its datelines blank: agencies print where they sit. */
function withoutNews(view: View): View {
  const text = view.lines
    .filter(([start]) => isPublished(view, { start }))
    .reduce((all, [start, end]) => all.slice(0, start) + ' '.repeat(end - start) + all.slice(end), view.text)
  return { ...view, text }
}

/** Lines that hold a place and little else; "between Egypt and Malaysia" is none. @param news whether datelines of agencies count */
function fromLines(view: View, known: Facts, news = false): Facts | undefined {
  for (const [start, end] of view.lines) {
    if (isPublished(view, { start }) !== news) continue
    const inTitle = overlaps(view.span(start, end), known.title?.span)
    if (inTitle || !isPlaceOrDate(view.text.slice(start, end))) continue
    const days = [...readDates(view.text).gregorian, ...readDates(view.text).hijri]
    const [city] = cities(view).filter(
      (hit) =>
        hit.start >= start &&
        hit.end <= end &&
        !days.some((day) => day.start <= hit.start && hit.end <= day.end),
    )
    if (city) return located(view, city)
    const states = findCountry(view.text).filter((hit) => hit.start >= start && hit.end <= end)
    const parties = states.some(({ value }) => value !== states[0]?.value)
    if (states[0] && !parties) return stateAlone(view, states as [Found<string>])
  }
  return undefined
}

/** A state that is named twice on the line ("Kuwait, State of Kuwait") has a capital of its name. */
function stateAlone(view: View, [first, ...more]: [Found<string>, ...Found<string>[]]): Facts {
  const second = more.find((hit) => hit.value === first.value)
  const capital = second && capitalOf(first.value)
  const country = read(view, first.value, (second ?? first).start, (second ?? first).end)
  return { country, ...(capital && { city: read(view, capital, first.start, first.end) }) }
}

/** Behind "in" or "at", or before its own state. */
function afterPreposition(view: View, known: Facts): Facts | undefined {
  const words = findPhrase('placeWords')(view.text)
  const isIn = (city: Found<City>) =>
    view.text.charAt(city.start - 1) === IN_PARTICLE ||
    words.some((word) => word.end <= city.start && city.start - word.end < PREPOSITION_REACH)
  const city = cities(view).find(
    (hit) =>
      !overlaps(view.span(hit.start, hit.end), known.subject?.span) && (isIn(hit) || stateBehind(view, hit)),
  )
  return city && located(view, city)
}

/** Behind the verb of meeting, before what the meeting was about. */
function afterVerb(view: View): Facts | undefined {
  const part = meetingPart(view)
  const verb = convenedAt(part)
  if (!verb) return undefined
  const behind = { ...part, text: ' '.repeat(verb.end) + part.text.slice(verb.end) }
  return (
    named(behind, verb.end) ??
    visited(part) ??
    afterPreposition(behind, {}) ??
    stateOf(behind) ??
    afterPreposition(part, {})
  )
}

/** "Held in Kuwait, State of Kuwait", "in the Kingdom of Saudi Arabia": a state behind "in". */
function stateOf(view: View): Facts | undefined {
  const words = findPhrase('placeWords')(view.text)
  const states = findCountry(view.text)
  const first = states.findIndex((state) =>
    words.some((word) => word.end <= state.start && state.start - word.end < IN_REACH),
  )
  const [state, ...more] = states.slice(Math.max(first, 0))
  return first >= 0 && state ? stateAlone(view, [state, ...more.slice(0, 1)]) : undefined
}

/** "A joint statement at the end of the visit of the King to the United Arab Emirates". */
function visitOnCover(view: View): Facts | undefined {
  const [visit] = findPhrase('visits')(view.text)
  const state =
    visit &&
    findCountry(view.text).find(
      ({ start }) =>
        start >= visit.end &&
        start - visit.end <= TITLE_REACH &&
        TO_STATE.test(view.text.slice(0, start + 2)),
    )
  return state && { country: read(view, state.value, state.start, state.end) }
}

/** "The Riyadh Conference was held": the city right behind the word for a meeting. */
function named(view: View, from: number): Facts | undefined {
  const word = findPhrase('meetings')(view.text).find(({ start }) => start >= from && start - from <= 1)
  const city = word && cities(view).find(({ start }) => start - word.end === 1)
  return city && located(view, city)
}

/** "An official visit to the Kingdom of …": the state, where no city is named. */
function visited(view: View): Facts | undefined {
  const [visit] = findPhrase('visits')(view.text)
  const state = visit && findCountry(view.text).find((hit) => hit.start >= visit.end)
  if (!state || state.start - visit.end > VISIT_REACH) return undefined
  const city = cities(view).find((hit) => hit.start > state.end && hit.value.country === state.value)
  const country = read(view, state.value, state.start, state.end)
  return { country, ...(city && { city: read(view, city.value.name, city.start, city.end) }) }
}

/** The sentence up to its subject. */
function meetingPart(view: View): View {
  const verb = convenedAt(view)
  const stops = findPhrase('subjectStops')(view.text).map(({ start }) => start)
  const about = findPhrase('subjects')(view.text).find(
    (phrase) => verb && phrase.start > verb.end && !isName(view, phrase) && !stops.includes(phrase.start),
  )
  return about ? { ...view, text: view.text.slice(0, about.start) } : view
}

/** "on" in "on 22 December" opens no subject. */
function isName(view: View, phrase: Found<true>): boolean {
  return /^\s*(?:\d|the \d|\p{L}+ \d)/u.test(view.text.slice(phrase.end))
}

function located(view: View, city: Found<City>): Facts {
  const state = stateBehind(view, city)
  const printed = read(view, city.value.name, city.start, city.end)
  const country = state
    ? read(view, state.value, state.start, state.end)
    : derived(city.value.country, printed)
  return { city: printed, country }
}

/** The state of the city, where it is printed behind it. */
function stateBehind(view: View, city: Found<City>): Found<string> | undefined {
  return findCountry(view.text).find(
    (state) =>
      state.start >= city.end && state.start - city.end < COUNTRY_REACH && state.value === city.value.country,
  )
}

/**
 * Cities that are not part of another name (Al-Quds Committee). One that bears the name of a state (Amman and Oman are
 * spelled alike in Arabic) counts only with its own state behind it.
 */
function cities(view: View): Found<City>[] {
  const names = [...findBody(view.text), ...findOrganisation(view.text)]
  const states = findCountry(view.text).filter((state) => !isAmman(view, state))
  const within = (list: Found<unknown>[], city: Found<City>) =>
    list.some((other) => other.start <= city.start && city.end <= other.end)
  return findCity(view.text).filter(
    (city) => !within(names, city) && (!within(states, city) || stateBehind(view, city) !== undefined),
  )
}

/** Arabic writes Oman and Amman alike: beside Jordan, or with its doubled letter, and without its own state the city is meant. */
function isAmman(view: View, state: Found<string>): boolean {
  const { word, country, shadda, beside } = AMMAN
  if (state.value !== country || view.text.slice(state.start, state.end) !== comparableText(word))
    return false
  return view.raw(state.start, state.end).includes(shadda) || view.text.includes(comparableText(beside))
}

function venueIn(view: View): { read: Read<string>; city: string } | undefined {
  const [hit] = findVenue(view.text)
  return hit && { read: read(view, hit.value.value, hit.start, hit.end), city: hit.value.city }
}

function ofVenue(venue: { read: Read<string>; city: string } | undefined): Facts | undefined {
  const city = venue && cityNamed(venue.city)
  return city && { city: derived(city.name, venue.read), country: derived(city.country, venue.read) }
}
