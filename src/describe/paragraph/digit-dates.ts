/** Dates in digits alone (24/7/2015, 30-07-2015, 1438/4/21) and years without a day ("in 2012", "the 1967 borders"). */
import {
  DAY_LENGTH,
  type Found,
  HIJRI_YEARS,
  isDash,
  isDay,
  isoDates,
  type Tools,
  YEARS,
} from './date-parts.js'
import type { Word } from './words.js'

const SEPARATORS = new Set(['/', '-', '.', '\u2013', '\u2014'])
/** A higher number before a name is no year. */
const LAST_NAMED = 2060

/** 24/7/2015, 30-07-2015, 1438/4/21; the mark after it tells a Hijri date from others where the year does not. */
export function numericDate(words: readonly Word[], at: number, { sets }: Tools): Found | undefined {
  if (!SEPARATORS.has(words[at + 1]?.form.text ?? '')) return undefined
  const [one, sep, two, again, three] = words.slice(at, at + 5).map((word) => word.form)
  if (!one || !two || !three || sep?.text !== again?.text) return undefined
  const [day, month, year] =
    one.value > YEARS[0] ? [three.value, two.value, one.value] : [one.value, two.value, three.value]
  if (!isDay(day) || !(month >= 1 && month <= 12) || !(year >= YEARS[0] && year <= YEARS[1])) return undefined
  const hijri = year <= HIJRI_YEARS[1] || sets.hijri.has(words[at + 5]?.form.text ?? '')
  return { from: at, to: at + 5, ...isoDates(year, { n: month, hijri }, { first: day, from: at }) }
}

/** "27-28/5/2015": a day and a dash right before the date, which has other marks. */
export function numericDates(words: readonly Word[], at: number, tools: Tools): Found | undefined {
  const [first, dash, last] = words.slice(at, at + 3).map((word) => word.form)
  const tight = words[at]?.end === words[at + 1]?.start && words[at + 1]?.end === words[at + 2]?.start
  const ranged = tight && isDash(dash?.text) && words[at + 3]?.form.text !== dash?.text
  const end = ranged ? numericDate(words, at + 2, tools) : undefined
  const [value = ''] = end?.values ?? []
  if (!end || !first || !last || !(isDay(first.value) && first.value < last.value)) return undefined
  const day = String(first.value).padStart(2, '0')
  return { ...end, from: at, values: [`${value.slice(0, DAY_LENGTH - 2)}${day}/${value}`] }
}

/** "The 1967 borders", "the 2002 Arab Peace Initiative". */
export function yearBefore(words: readonly Word[], at: number, { sets }: Tools): Found | undefined {
  const year = words[at]?.form.value ?? Number.NaN
  const next = words[at + 1]?.form
  const named = next?.capital && sets.yearArticle.has(words[at - 1]?.form.text ?? '')
  if (!next || !(year >= 1800 && year <= LAST_NAMED) || !(named || sets.yearBefore.has(next.text)))
    return undefined
  return { from: at, to: at + 1, values: [String(year)] }
}

/** "in 2012", "the years 2008 and 2009"; not "resolution 2014 (2011)", where nothing says that a year follows. */
export function yearOnly(words: readonly Word[], at: number, { sets }: Tools): Found | undefined {
  const year = words[at + 1]?.form.value ?? Number.NaN
  if (!(year >= 1800 && year <= YEARS[1]) || opensBracket(words, at + 2)) return undefined
  const link = words[at + 2]?.form.text ?? ''
  const second = words[at + 3]?.form.value ?? Number.NaN
  const pair =
    second > year && second <= YEARS[1] && (sets.and.has(link) || isDash(link) || sets.to.has(link))
  if (!pair) return { from: at, to: at + 2, values: [String(year)] }
  const values = sets.and.has(link) ? [String(year), String(second)] : [`${year}/${second}`]
  return { from: at, to: at + 4, values }
}

/** A bracket that holds something: that of a lost footnote is empty. */
function opensBracket(words: readonly Word[], at: number): boolean {
  return words[at]?.form.text === '(' && words[at + 1]?.form.text !== ')'
}
