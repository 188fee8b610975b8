/** Which cities stand in a text, and which state does each lie in? */
import { comparableText } from '../arabic/comparable.js'
import type { Found } from '../arabic/phrases.js'
import ambiguous from '../reference/ambiguous.json' with { type: 'json' }
import type { Facts } from './parser.js'
import { type City, findBody, findCity, findCountry, findOrganisation } from './reference.js'
import { derived, read, type View } from './view.js'

/** From the city to the state printed behind it: "Tashkent, Republic of Uzbekistan". */
const COUNTRY_REACH = 30
const AMMAN = ambiguous.muscatOrAmman

export function located(view: View, city: Found<City>): Facts {
  const state = stateBehind(view, city)
  const printed = read(view, city.value.name, city.start, city.end)
  const country = state
    ? read(view, state.value, state.start, state.end)
    : derived(city.value.country, printed)
  return { city: printed, country }
}

/** The state of the city, where it is printed behind it. */
export function stateBehind(view: View, city: Found<City>): Found<string> | undefined {
  return findCountry(view.text).find(
    (state) =>
      state.start >= city.end && state.start - city.end < COUNTRY_REACH && state.value === city.value.country,
  )
}

/**
 * Cities that are not part of another name (Al-Quds Committee). One that bears the name of a state (Amman and Oman are
 * spelled alike in Arabic) counts only with its own state behind it.
 */
export function cities(view: View): Found<City>[] {
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
