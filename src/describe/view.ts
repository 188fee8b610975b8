/** How do the parsers see a part of a document: comparable letters, with the way back to its text. */
import { comparableText, placesOf } from '../arabic/comparable.js'
import type { Read, Span } from '../model.js'

export type View = {
  /** Comparable letters of all lines, one space between two lines. */
  text: string
  /** Where each line lies in `text`. */
  lines: Span[]
  /** Where a stretch of `text` lies in the document. */
  span(start: number, end: number): Span
  /** What is printed there. */
  raw(start: number, end: number): string
}

/** @param spans lines of the document, in the order in which they are read */
export function viewOf(document: string, spans: Span[]): View {
  const printed = spans.map(([start, end]) => document.slice(start, end))
  const parts = printed.map(comparableText)
  const starts: number[] = []
  let length = 0
  for (const part of parts) {
    starts.push(length)
    length += part.length + 1
  }
  const places: number[][] = []
  const offset = (at: number, isEnd: boolean): number => {
    const found = starts.findLastIndex((start) => (isEnd ? start < at : start <= at))
    const line = Math.max(found, 0)
    const known = places[line] ?? placesOf(printed[line] ?? '')
    places[line] = known
    return (spans[line]?.[0] ?? 0) + (known[at - (starts[line] ?? 0)] ?? 0)
  }
  const span = (start: number, end: number): Span => [offset(start, false), offset(end, true)]
  return {
    text: parts.join(' '),
    lines: parts.map((part, n) => [starts[n] ?? 0, (starts[n] ?? 0) + part.length]),
    span,
    raw: (start, end) => document.slice(...span(start, end)),
  }
}

/** A value with the stretch of the view that says it. */
export function read<T>(view: View, value: T, start: number, end: number): Read<T> {
  return { value, raw: view.raw(start, end), span: view.span(start, end) }
}

export function derived<T>(value: T, from: { raw?: string; span?: Span } | undefined): Read<T> {
  return { value, ...(from?.raw && { raw: from.raw }), ...(from?.span && { span: from.span }), derived: true }
}
