/**
 * What is the document called, and what is it about? The title begins with the kind of document and ends before place and
 * date; its lines are joined by a space. The subject is what follows "to consider", "on", "concerning" in it.
 */
import type { Span } from '../model.js'
import { hasDate, holdsSymbol, isAside, isOrganisation, isPlaceOrDate } from './cover-lines.js'
import type { Facts, Parser, Sheet } from './parser.js'
import { findBody, findCountry, findKind, findOrdinal, findPhrase } from './reference.js'
import { read, type View } from './view.js'

export const title: Parser = (sheet, known): Facts => {
  const { cover } = sheet
  const first = firstLine(cover, known)
  if (first < 0) return {}
  const lines: Span[] = []
  for (const line of cover.lines.slice(first)) {
    if (lines.length > 0 && endsTitle(sheet, lines, line, known)) break
    if (lines.length === 0 || !isAside(cover, line)) lines.push(line)
  }
  const value = lines.map((line) => cover.raw(...line).replace(/\s+/g, ' ')).join(' ')
  return { title: read(cover, value, lines[0]?.[0] ?? 0, lines.at(-1)?.[1] ?? 0) }
}

export const subject: Parser = ({ cover }, known): Facts => {
  const [from, to] = titleIn(cover, known)
  const stops = findPhrase('subjectStops')(cover.text)
  const phrase = findPhrase('subjects')(cover.text).find(
    (hit) =>
      hit.start >= from &&
      hit.end < to &&
      !stops.some((stop) => stop.start <= hit.start && hit.end <= stop.end),
  )
  if (!phrase) return {}
  const ends = findPhrase('subjectEnds')(cover.text).find((hit) => hit.start > phrase.end)?.start ?? to
  const bracket = cover.text.indexOf('(', phrase.end)
  const meeting = meetingLine(cover, phrase.end) ?? to
  const end = trimmed(cover.text, Math.min(to, ends, meeting, bracket < 0 ? to : bracket))
  const start = phrase.end + (/^[\s:]*/.exec(cover.text.slice(phrase.end))?.[0].length ?? 0)
  const value = cover.raw(start, end).replace(/\s+/g, ' ')
  return start < end ? { subject: read(cover, value, start, end) } : {}
}

/** A later line that begins with the session or the body: "… on Al-Quds / Extraordinary Session of the Council". */
function meetingLine({ lines, text }: View, from: number): number | undefined {
  const starts = new Set([...findKind(text), ...findOrdinal(text), ...findBody(text)].map((hit) => hit.start))
  return lines.find(([start]) => start > from && starts.has(start))?.[0]
}

/** The line that names the kind of document; else the first one that is no organisation, symbol, place or day. */
function firstLine(cover: View, known: Facts): number {
  const typed = known.type?.derived ? undefined : known.type?.span
  const withType = cover.lines.findIndex((line) => {
    const [from, to] = cover.span(...line)
    return typed !== undefined && from <= typed[0] && typed[1] <= to
  })
  if (withType >= 0) return withType
  const plain = cover.lines.findIndex((line) => {
    const text = textOf(cover, line)
    return (
      !isOrganisation(text) &&
      !holdsSymbol(cover, line, known) &&
      !isPlaceOrDate(text) &&
      !isAside(cover, line)
    )
  })
  return plain >= 0 ? plain : cover.lines.findIndex((line) => /^".*"$/.test(textOf(cover, line)))
}

function endsTitle({ cover, text }: Sheet, title: Span[], line: Span, known: Facts): boolean {
  if (holdsSymbol(cover, line, known)) return true
  const own = textOf(cover, line)
  if (!isPlaceOrDate(own)) return isComplete(known) && standsApart(cover, text, title, line)
  return hasDate(own) || !goesOnWithSubject(cover, text, title, line)
}

/** "Resolution 2254 (2015)", or a line that names no kind of document: nothing beyond a blank line belongs to it. */
function isComplete(known: Facts): boolean {
  return !known.type || known.type.derived === true || known.item !== undefined
}

/** "… to consider the situation / in the city of Aleppo", "on the cause of / Palestine": the place of the subject, not of the meeting. */
function goesOnWithSubject(cover: View, text: string, title: Span[], line: Span): boolean {
  const own = textOf(cover, line)
  const above = textOf(cover, title.at(-1) ?? line)
  if (findPhrase('openEnds')(above).at(-1)?.end === above.length) return true
  const [subjectWord] = findPhrase('subjects')(cover.text.slice(title[0]?.[0], line[0]))
  const [preposition] = findPhrase('placeWords')(own)
  return (
    subjectWord !== undefined &&
    preposition?.start === 0 &&
    findCountry(own).length === 0 &&
    !standsApart(cover, text, title, line)
  )
}

/** A blank line stands between the title and this line. */
function standsApart(cover: View, text: string, title: Span[], line: Span): boolean {
  const above = cover.span(...(title.at(-1) ?? line))
  return /\n\s*\n/.test(text.slice(above[1], cover.span(...line)[0]))
}

/** Where the title lies in the view. */
function titleIn(cover: View, known: Facts): Span {
  const span = known.title?.span
  const lines = cover.lines.filter((line) => {
    const [from, to] = cover.span(...line)
    return span !== undefined && from >= span[0] && to <= span[1]
  })
  return [lines[0]?.[0] ?? 0, lines.at(-1)?.[1] ?? 0]
}

function textOf(cover: View, [start, end]: Span): string {
  return cover.text.slice(start, end)
}

function trimmed(text: string, end: number): number {
  return text.slice(0, end).replace(/[\s,;:.-]+$/, '').length
}
