/**
 * What of a very long paragraph is shown? The whole up to a limit; beyond it the stretches with the most different
 * words that were found, cut between words.
 */
import type { Segment } from './highlight.js'

/** UTF-16 units of a paragraph that is shown whole: two screens of a telephone. */
const WHOLE = 2400
const STRETCH = 420
/** Of a stretch, what stands before its first mark. */
const BEFORE = 120
const STRETCHES = 3
const GAP: Segment = { text: ' \u2026 ', hit: false }

type Mark = { start: number; end: number; word: string }
type Stretch = { from: number; to: number }

/** @returns all of it, or its best stretches with `cut` */
export function bestOf(segments: Segment[]): { segments: Segment[]; cut: boolean } {
  const text = segments.map((segment) => segment.text).join('')
  if (text.length <= WHOLE) return { segments, cut: false }
  const marks = marksOf(segments)
  const stretches = marks.length > 0 ? best(marks, text) : [aligned({ from: 0, to: STRETCH * 2 }, text)]
  const shown = stretches.flatMap((stretch, at) => [
    ...(at > 0 || stretch.from > 0 ? [GAP] : []),
    ...slice(segments, stretch),
  ])
  return { segments: stretches.at(-1)?.to === text.length ? shown : [...shown, GAP], cut: true }
}

function marksOf(segments: Segment[]): Mark[] {
  const marks: Mark[] = []
  let at = 0
  for (const { text, hit } of segments) {
    if (hit) marks.push({ start: at, end: at + text.length, word: text })
    at += text.length
  }
  return marks
}

/** Greedy: the richest stretch first, then the richest that does not touch it. */
function best(marks: Mark[], text: string): Stretch[] {
  const chosen: Stretch[] = []
  let left = marks
  while (chosen.length < STRETCHES && left.length > 0) {
    const [first] = left
      .map((mark) => around(mark, left))
      .sort((a, b) => b.words - a.words || a.from - b.from)
    if (!first) break
    chosen.push(aligned(first, text))
    left = left.filter(
      ({ start, end }) => !chosen.some(({ from, to }) => end > from - BEFORE && start < to + BEFORE),
    )
  }
  return chosen.sort((a, b) => a.from - b.from)
}

function around({ start }: Mark, marks: Mark[]): Stretch & { words: number } {
  const from = Math.max(0, start - BEFORE)
  const to = from + STRETCH
  const inside = marks.filter((mark) => mark.start >= start && mark.end <= to)
  return { from, to, words: new Set(inside.map(({ word }) => word)).size }
}

/** Moves the ends to spaces, so that no word and no sign is split; where there are none, to the ends of the text. */
function aligned({ from, to }: Stretch, text: string): Stretch {
  const before = from === 0 ? -1 : text.lastIndexOf(' ', from)
  const after = to >= text.length ? -1 : text.indexOf(' ', to)
  return { from: before + 1, to: after < 0 ? text.length : after }
}

function slice(segments: Segment[], { from, to }: Stretch): Segment[] {
  const shown: Segment[] = []
  let at = 0
  for (const { text, hit } of segments) {
    const part = text.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (part) shown.push({ text: part, hit })
    at += text.length
  }
  return shown
}
