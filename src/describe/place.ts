/**
 * Where did the meeting sit? A line of the cover that holds a place and little else goes first, then a place behind "in" or
 * "at", then the sentence that says who met. Places of the subject are not the place of the meeting. The state is derived
 * from the city where it is not printed.
 */
import type { Found } from '../arabic/phrases.js'
import type { Stretch } from '../arabic/word-bounds.js'
import type { Read } from '../model.js'
import { cities, located, stateBehind } from './cities.js'
import { isPlaceOrDate, isPublished } from './cover-lines.js'
import { readDates } from './dates.js'
import { convenedAt, convening, type Facts, isOfEvent, overlaps, type Parser } from './parser.js'
import { type City, capitalOf, cityNamed, findCountry, findPhrase, findVenue } from './reference.js'
import { derived, read, type View } from './view.js'

/** "in the city of": what may stand between the preposition and the city. */
const PREPOSITION_REACH = 12
/** From "in" to a state: "in the". */
const IN_REACH = 6
/** From "visit" to its state, before which the visitor may be named; the words and letters that mean "to". */
const VISIT_REACH = 160
const TO_STATE =
  /(?:\u0627\u0644\u064A |to (?:the )?|visited (?:the )?|en |au |aux |a |dans le )..$|\u0644\u0644.{0,2}$/u
const ARTICLE_LETTERS = 2
/** The Arabic "in" is written onto the word. */
const IN_PARTICLE = '\u0628'

export const place: Parser = (sheet, known): Facts => {
  const cover = withoutNews(sheet.cover)
  const onCover = fromLines(sheet.cover, known) ?? afterPreposition(cover, known) ?? besideDate(cover, known)
  const opening = convening(sheet, known)
  const venue = venueIn(sheet.cover) ?? venueIn(meetingPart(opening))
  const found =
    onCover ??
    visited(sheet.cover) ??
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
  const city = ownCities(view, known).find((hit) => isIn(hit) || stateBehind(view, hit))
  return city && located(view, city)
}

/** "Session of Peace, Istanbul (4-8 August 1991)": right before or behind the day, on a cover of one line. */
function besideDate(view: View, known: Facts): Facts | undefined {
  const { gregorian, hijri } = readDates(view.text)
  const city = ownCities(view, known).find((hit) =>
    [...gregorian, ...hijri].some((day) => touches(view, hit, day) || touches(view, day, hit)),
  )
  return city && located(view, city)
}

function touches({ text }: View, { end }: Stretch, { start }: Stretch): boolean {
  return end <= start && !/[\p{L}\p{N}]/u.test(text.slice(end, start))
}

/** Cities that are not what the text is about. */
function ownCities(view: View, known: Facts): Found<City>[] {
  const others = [known.subject?.span, ...(isOfEvent(view, known) ? [known.title?.span] : [])]
  return cities(view).filter((hit) => {
    const span = view.span(hit.start, hit.end)
    return !others.some((other) => overlaps(span, other))
  })
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

/** "The Riyadh Conference was held": the city right behind the word for a meeting. */
function named(view: View, from: number): Facts | undefined {
  const word = findPhrase('meetings')(view.text).find(({ start }) => start >= from && start - from <= 1)
  const city = word && cities(view).find(({ start }) => start - word.end === 1)
  return city && located(view, city)
}

/** "The visit of the King to the United Arab Emirates": the state that was visited, and its city where one is named behind. */
function visited(view: View): Facts | undefined {
  const [visit] = findPhrase('visits')(view.text)
  const state =
    visit &&
    findCountry(view.text).find(
      ({ start }) =>
        start >= visit.end && start - visit.end <= VISIT_REACH && isTo(view.text, visit.end, start),
    )
  if (!state) return undefined
  const city = cities(view).find((hit) => hit.start > state.end && hit.value.country === state.value)
  const country = read(view, state.value, state.start, state.end)
  return { country, ...(city && { city: read(view, city.value.name, city.start, city.end) }) }
}

/** The state stands behind "to", or right behind the visit. */
function isTo(text: string, visit: number, state: number): boolean {
  return state - visit <= 1 || TO_STATE.test(text.slice(0, state + ARTICLE_LETTERS))
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

/** The first line alone says who writes. */
function venueIn(view: View): { read: Read<string>; city: string } | undefined {
  const letterhead = view.lines[0]?.[1] ?? 0
  const hit = findVenue(view.text).find(({ start, end }) => start > 0 || end < letterhead)
  return hit && { read: read(view, hit.value.value, hit.start, hit.end), city: hit.value.city }
}

function ofVenue(venue: { read: Read<string>; city: string } | undefined): Facts | undefined {
  const city = venue && cityNamed(venue.city)
  return city && { city: derived(city.name, venue.read), country: derived(city.country, venue.read) }
}
