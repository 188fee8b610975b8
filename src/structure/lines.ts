/** Which lines does the text have, on which page, and where does each begin and end in it? */
import type { ExtractedPage, Span } from '../model.js'

export type Line = {
  /** Without the blanks around it. */
  text: string
  span: Span
  /** 1, 2, 3 … */
  page: number
  /** True where a blank line or a page break stands before it, or the layout tells that a paragraph ended. */
  gap: boolean
  /** A reader sees no white there. */
  close?: boolean
  /** 0 to 1, where the line was read off a picture. */
  confidence?: number
  /** Where the layout of the file tells. */
  kind?: 'furniture' | 'note'
}

/** What is known of a page beside its lines: places of lines, and how its last line ends. */
export type PageHints = Pick<ExtractedPage, 'furniture' | 'notes' | 'close' | 'ends' | 'confidences'>

export type Layout = {
  text: string
  lines: Line[]
  /** The pages are in the file. */
  paged: boolean
  /** The file tells which lines stand apart. */
  laidOut: boolean
}

/** White stands above the line. */
export function isApart({ gap, close }: Line): boolean {
  return gap && close !== true
}

/** Repaired lines of each page, and what the layout tells of them. */
export type Part = { pages: string[][]; hints?: PageHints[] }

/** A line longer than this may be a whole text without line breaks. */
const RUN_ON_LENGTH = 600
/** Fewer numbers in a row may be chance. */
const RUN_ON_NUMBERS = 3
const NUMBER_INSIDE =
  /(?=\d)(?<=^|[.\u061B;:!?\u061F\p{L}"\u00BB\u201D)]\s*)(\d{1,3})\s*(?:\.(?!\d)|[-\u2013]\s|\))\s*(?=[\p{L}"\u00AB\u201C])/gu

/** @returns the text of the document (lines joined by `\n`) and its lines that are not blank; every span slices its line */
export function layOut({ pages, hints = [] }: Part): Layout {
  const lines: Line[] = []
  let at = 0
  let gap = true
  let close = false
  pages.forEach((page, index) => {
    page.forEach((raw, place) => {
      const text = raw.trim()
      const start = at + raw.length - raw.trimStart().length
      const kind = kindOf(hints[index], place)
      const confidence = hints[index]?.confidences?.[place]
      if (text)
        lines.push({
          text,
          span: [start, start + text.length],
          page: index + 1,
          gap,
          close,
          kind,
          confidence,
        })
      if (kind === undefined) {
        gap = text === ''
        close = gap && hints[index]?.close?.includes(place) === true
      }
      at += raw.length + 1
    })
    gap = hints[index]?.ends !== 'full'
    close = false
  })
  return {
    text: pages.flat().join('\n'),
    lines: lines.flatMap(splitRunOn),
    paged: pages.length > 1,
    laidOut: hints.some(({ ends }) => ends !== undefined),
  }
}

function kindOf(hints: PageHints | undefined, place: number): Line['kind'] {
  if (hints?.furniture?.includes(place)) return 'furniture'
  return hints?.notes?.includes(place) ? 'note' : undefined
}

/** Some hosts drop all line breaks: a long line that holds 1. … 2. … 3. … is cut before each of its numbers. */
function splitRunOn(line: Line): Line[] {
  if (line.text.length < RUN_ON_LENGTH) return [line]
  const cuts = consecutive(
    [...line.text.matchAll(NUMBER_INSIDE)].map((m) => ({ at: m.index, value: Number(m[1]) })),
  )
  if (cuts.length < RUN_ON_NUMBERS) return [line]
  const starts = [...new Set([0, ...cuts])]
  return starts
    .map((start, n) => part(line, start, starts[n + 1] ?? line.text.length))
    .filter((piece) => piece.text)
}

/** The longest run that counts up by one from the first number that has a successor. */
function consecutive(numbers: { at: number; value: number }[]): number[] {
  const first = numbers.findIndex((a, n) => numbers.slice(n + 1).some((b) => b.value === a.value + 1))
  let expected = numbers[first]?.value
  return numbers.slice(Math.max(first, 0)).flatMap(({ at, value }) => {
    if (value !== expected) return []
    expected = value + 1
    return [at]
  })
}

function part(line: Line, from: number, to: number): Line {
  const raw = line.text.slice(from, to)
  const start = line.span[0] + from + raw.length - raw.trimStart().length
  const text = raw.trim()
  return { ...line, text, span: [start, start + text.length], gap: from > 0 || line.gap }
}
