/** Which session or meeting of the body: ordinary or not, the how many-th, under which name, asked for by whom? */
import type { Found } from '../arabic/phrases.js'
import { countWords } from '../arabic/word-bounds.js'
import type { Language, MeetingKind, Span } from '../model.js'
import { symbolParts } from '../symbols/parts.js'
import { bodyList } from '../symbols/tables.js'
import { hasDate, isTheme } from './cover-lines.js'
import { convenedAt, convening, type Facts, overlaps, type Parser } from './parser.js'
import { findBody, findCountry, findKind, findOrdinal, findPhrase } from './reference.js'
import { derived, read, type View } from './view.js'

/** "Forty-third session", "the session, the Forty-third": at most so many words between. */
const WORDS_BETWEEN = 3
/** "(New York)" is no theme. */
const THEME_WORDS = 4
/** Behind "session" and at most two adjectives. */
const BRACKETED_ORDINAL = /^(?: \p{L}+){0,2} ?\( ?(\d{1,3}) ?\)/u
/** From "at the request of" to the state. */
const REQUEST_REACH = 60

/** Words of another meeting, in the subject, do not count. */
export const kind: Parser = (sheet, known): Facts => {
  for (const view of [sheet.cover, convening(sheet, known)]) {
    const hit = beforeSubject(view, findKind(view.text), known).find(
      (found) => isNearMeeting(view, found) && !isOfOther(view, found, known),
    )
    if (hit) return { kind: read(view, hit.value as MeetingKind, hit.start, hit.end) }
  }
  return {}
}

export const ordinal: Parser = (sheet, known): Facts => {
  if (known.ordinal) return {}
  for (const view of [sheet.cover, convening(sheet, known)]) {
    const hits = beforeSubject(view, findOrdinal(view.text), known).filter(
      (found) => isNearMeeting(view, found) && !isOfOther(view, found, known),
    )
    const hit = view === sheet.opening ? ofMeeting(view, hits, sheet.language) : hits[0]
    if (hit) return { ordinal: read(view, hit.value, hit.start, hit.end) }
    const bracketed = inBracketsBehind(view)
    if (bracketed) return { ordinal: bracketed }
  }
  const session = known.symbol && symbolParts(known.symbol.value).session
  return session ? { ordinal: derived(session, known.symbol) } : {}
}

/**
 * "In implementation of the Eleventh Conference, the Twelfth was held", "the Council held its 46th session": the ordinal that
 * belongs to the verb stands right before it, or behind where the verb says who held it, as Arabic always does.
 */
function ofMeeting<T>(view: View, hits: Found<T>[], language: Language): Found<T> | undefined {
  const verb = convenedAt(view)
  if (!verb) return hits[0]
  const before = hits.findLast(({ end }) => end <= verb.start)
  const behind = hits.find(({ start }) => start >= verb.end)
  const held = findPhrase('holding')(view.text).some(({ start }) => start === verb.start)
  return held || language === 'ar' ? (behind ?? before) : (before ?? behind)
}

/** "The ordinary session (33)". */
function inBracketsBehind(view: View): Facts['ordinal'] {
  for (const { end } of findPhrase('meetings')(view.text)) {
    const match = BRACKETED_ORDINAL.exec(view.text.slice(end, end + REQUEST_REACH))
    if (match) return read(view, Number(match[1]), end + match[0].indexOf('('), end + match[0].length)
  }
  return undefined
}

/** A theme in brackets, in quotation marks or on a line of its own: "(Session of Youth, Peace and Development)". */
export const name: Parser = ({ cover }): Facts => {
  const bracketed = findPhrase('themes')(cover.text).flatMap((theme): Span[] => {
    const before = /[("]\s*"?\s*$/.test(cover.text.slice(0, theme.start))
    const length = cover.text.slice(theme.end).search(/[)"]/)
    return before && length > 0 ? [[theme.start, theme.end + length]] : []
  })
  const [start, end] = bracketed[0] ??
    cover.lines.find((line) => isTheme(cover, line)) ??
    inBrackets(cover) ?? [0, 0]
  const value = cover.raw(start, end).replace(/\s+/g, ' ').trim()
  return end > start ? { name: read(cover, value, start, end) } : {}
}

/** A line of words in brackets that are no second date, draft mark or the like. */
function inBrackets(cover: View): Span | undefined {
  const line = cover.lines.find(([start, end]) => {
    const text = cover.text.slice(start, end)
    const words = countWords(text)
    return (
      /^\(.*\)$/.test(text) &&
      words >= THEME_WORDS &&
      !hasDate(text) &&
      findPhrase('notInTitle')(text).length === 0
    )
  })
  return line && [line[0] + 1, line[1] - 1]
}

export const requestedBy: Parser = (sheet, known): Facts => {
  for (const view of [sheet.cover, convening(sheet, known)]) {
    const [request] = findPhrase('requests')(view.text)
    const state = request && findCountry(view.text).find((hit) => hit.start >= request.end)
    if (state && state.start - request.end < REQUEST_REACH) {
      return { requestedBy: read(view, state.value, request.start, state.end) }
    }
  }
  return {}
}

/**
 * "On the sidelines of the 72nd session of the General Assembly", "decided by the 3rd Extraordinary Summit": the body right
 * behind is another one. "Chairman of the 38th session" says who presides.
 */
function isOfOther<T>(view: View, hit: Found<T>, known: Facts): boolean {
  if (isSummits(view, hit, known) || isChairs(view, hit)) return true
  const behind = findBody(view.text).find((body) => body.start >= hit.end)
  return (
    behind !== undefined &&
    known.body !== undefined &&
    behind.value.code !== known.body.value &&
    countWords(view.text.slice(hit.end, behind.start)) <= WORDS_BETWEEN
  )
}

function isSummits<T>(view: View, hit: Found<T>, { body }: Facts): boolean {
  if (!body || bodyList.find((one) => one.code === body.value)?.level === 'summit') return false
  return findPhrase('summits')(view.text).some((word) => isClose(view, hit.end, word.start))
}

function isChairs<T>(view: View, hit: Found<T>): boolean {
  return findPhrase('chairs')(view.text).some((word) => isClose(view, word.end, hit.start, 2))
}

function isClose(view: View, from: number, to: number, words = WORDS_BETWEEN): boolean {
  return from <= to && countWords(view.text.slice(from, to)) <= words
}

function beforeSubject<T>(view: View, hits: Found<T>[], known: Facts): Found<T>[] {
  return hits.filter((hit) => !overlaps(view.span(hit.start, hit.end), known.subject?.span))
}

function isNearMeeting<T>(view: View, hit: Found<T>): boolean {
  const meetings = [...findPhrase('meetings')(view.text), ...findBody(view.text)]
  return meetings.some((meeting) => {
    const [from, to] = meeting.start < hit.start ? [meeting.end, hit.start] : [hit.end, meeting.start]
    return from >= to || countWords(view.text.slice(from, to)) <= WORDS_BETWEEN
  })
}
