/** A table of votes and notes, for files that measure how these are read. */
import type { Document } from '../../src/model.js'
import { plain } from './score.js'

/** `notes` are called as "[1]" at the ends of the first numbered paragraphs. */
export type Extras = { rows: string[][]; notes: string[] }

export const EXTRAS: Extras = {
  rows: [
    ['الدولة', 'مؤيد', 'معارض', 'ممتنع'],
    ['المملكة العربية السعودية', '12', '3', '1'],
    ['تركيا', '7', '0', '2'],
    ['جمهورية كوت ديفوار', '25', '1', '0'],
    ['المجموع', '44', '4', '3'],
  ],
  notes: [
    'تحفظت المملكة الأردنية الهاشمية على هذه الفقرة.',
    'انظر الوثيقة A/RES/69/160 وما تلاها من قرارات.',
  ],
}
const NUMBERED = /^\d+[.-]/
const CALL = /\[(\d)\]$/

/** The paragraphs with the calls of the notes, each where it belongs. */
export function withCalls(paragraphs: string[], { notes }: Extras): string[] {
  const called = paragraphs.filter((text) => NUMBERED.test(text)).slice(0, notes.length)
  return paragraphs.map((text) => (called.includes(text) ? `${text}[${called.indexOf(text) + 1}]` : text))
}

/** @param call writes the call of a note in the language of the producer */
export function markCalls(
  text: string,
  extras: Extras | undefined,
  call: (number: string, note: string) => string,
): string {
  return extras
    ? text.replace(CALL, (_, number) => call(number, extras.notes[Number(number) - 1] ?? ''))
    : text
}

/** How many of the rows are lines with their cells in order, how many notes are notes, how many calls stand in the text? */
export function extrasFound({ rows, notes }: Extras, documents: Document[]): string {
  const lines = documents.flatMap(({ text }) => text.split('\n').map(cellsOf))
  const paragraphs = documents.flatMap((document) => document.paragraphs)
  const whole = rows.filter((row) => lines.includes(row.map(plain).join('|')))
  const marked = notes.map((note, at) => `[${at + 1}] ${plain(note)}`)
  const found = marked.filter((note) =>
    paragraphs.some(({ role, text }) => role === 'note' && plain(text) === note),
  )
  const calls = notes.filter((_, at) =>
    paragraphs.some(({ role, text }) => role !== 'note' && text.includes(`[${at + 1}]`)),
  )
  return `rows ${whole.length}/${rows.length}, notes ${found.length}/${notes.length}, calls ${calls.length}/${notes.length}`
}

function cellsOf(line: string): string {
  return line.split('\t').map(plain).join('|')
}
