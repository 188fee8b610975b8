/** What does one page say? From glyphs to lines in reading order; an empty line stands where a paragraph ends. */
import { cellsOf, type Group, groupsOf } from './cells.js'
import { type Cluster, clustersOf, type Overnamed } from './clusters.js'
import { blocksOf } from './columns.js'
import { endsOfParagraphs } from './ends.js'
import type { Glyph } from './glyphs.js'
import { markNotes, notesAmong, withCalls } from './notes.js'
import { type Direction, kindOf, readingOrder } from './order.js'
import { type Row, rowsOf } from './rows.js'
import type { Rule } from './rules.js'
import { type Spaces, spacesOf } from './spaces.js'
import { closeBelow } from './spacing.js'
import { itemsOf, withNamesGuessed, withoutNamelessSpaces } from './words.js'

/** `text` is empty for the white between two paragraphs. Lengths are points, `y` from the top. */
export type PageLine = {
  text: string
  y: number
  size: number
  kind?: 'furniture' | 'note'
  confidence?: number
  /** A paragraph ends here, and the next one stands below it without white. */
  close?: true
}

const STOP = /^[.\u060C\u061B:]$/u
const NUMBER_SIGN = /^[.)-]$/
const NUMBER = /^\p{Nd}{1,3}$/u
const ARABIC_LETTER = /^(?=\p{L})\p{Script=Arabic}/u
/** Fewer are chance; so many times as many decide. */
const FEW_STOPS = 2
const MOSTLY = 3

/**
 * @param glyphs of the upright page; text at an angle follows after the upright text
 * @param rules straight lines that are drawn on it
 */
export function linesOfPage(glyphs: Glyph[], overnamed?: Overnamed, rules: Rule[] = []): PageLine[] {
  const angles = [...new Set(glyphs.map(({ angle }) => angle))].sort(
    (one, two) => Math.abs(one) - Math.abs(two),
  )
  return angles.flatMap((angle) =>
    linesAt(
      glyphs.filter((glyph) => glyph.angle === angle).map(upright),
      angle === 0 ? rules : [],
      overnamed,
    ),
  )
}

function linesAt(glyphs: Glyph[], rules: Rule[], overnamed?: Overnamed): PageLine[] {
  const clusters = clustersOf(glyphs, overnamed)
  const raw = rowsOf(clusters)
  const { written } = spacesOf(raw)
  const rows = withNamesGuessed(written ? raw : rowsOf(withoutNamelessSpaces(clusters)))
  const spaces = spacesOf(rows, rules)
  const lines = linesOfRows(rows, spaces)
  const notes = notesAmong(lines, rows)
  if (notes.size === 0) return lines
  return markNotes(
    linesOfRows(
      rows.map((row) => withCalls(row, notes)),
      spaces,
    ),
    notes,
  )
}

function linesOfRows(rows: Row[], spaces: Spaces): PageLine[] {
  return blocksOf(rows, directionOf(rows), spaces.rules).flatMap((block) => linesOfBlock(block, spaces))
}

function linesOfBlock(rows: Row[], spaces: Spaces): PageLine[] {
  const setFromLeft = isSetFromTheLeft(rows)
  const direction = directionOf(rows, setFromLeft)
  const ends = endsOfParagraphs(rows, direction, spaces)
  const isClose = closeBelow(rows, ends)
  const mixed = rows.some(({ clusters }) =>
    clusters.some(({ text }) => kindOf({ text, space: false }) === 'right'),
  )
  const read = (row: Row) =>
    readingOrder(itemsOf(row.clusters, spaces), setFromLeft ? 'ltr' : directionOfRow(row, direction), mixed)
  return groupsOf(rows, spaces.rules ?? []).flatMap((group, at, groups) => {
    const last = group.rows.at(-1) as Row
    const line = { text: readGroup(group, direction, read), y: last.y, size: last.size }
    const isEnded = ends[rows.indexOf(last)] || isTable(group) || isTable(groups[at + 1])
    if (!isEnded) return [line]
    const close = isClose(rows.indexOf(last))
    return [line, { ...line, text: '', ...(close && { close }) }]
  })
}

function isTable(group: Group | undefined): boolean {
  return group !== undefined && group.borders.length > 0
}

function readGroup(group: Group, direction: Direction, read: (row: Row) => string): string {
  if (!isTable(group)) return read(group.rows[0] as Row)
  const cells = cellsOf(group).map((lines) => lines.map(read).join(' '))
  return (direction === 'rtl' ? cells.reverse() : cells).join('\t')
}

function directionOf(rows: Row[], setFromLeft = isSetFromTheLeft(rows)): Direction {
  const kinds = rows.flatMap(({ clusters }) => clusters.map(({ text }) => kindOf({ text, space: false })))
  const count = (wanted: string) => kinds.filter((kind) => kind === wanted).length
  return count('right') > count('left') && !setFromLeft ? 'rtl' : 'ltr'
}

/** Arabic in paragraphs that run from the left has its full stops on the right and the numbers of its paragraphs on the left. */
function isSetFromTheLeft(rows: Row[]): boolean {
  const fromTheLeft = rows.filter(
    ({ clusters }) => endsInStop(clusters.toReversed()) || beginsWithNumber(clusters),
  ).length
  const fromTheRight = rows.filter(
    ({ clusters }) => endsInStop(clusters) || beginsWithNumber(clusters.toReversed()),
  ).length
  return fromTheLeft >= FEW_STOPS && fromTheLeft >= MOSTLY * fromTheRight
}

/** With its sign behind it and Arabic beyond: "3- " on the left, " -3" on the right. */
function beginsWithNumber(clusters: Cluster[]): boolean {
  const words = clusters.slice(clusters.findIndex(({ text }) => text.trim() !== ''))
  const sign = words.findIndex(({ text }) => !NUMBER.test(text))
  const next = words.slice(sign + 1).find(({ text }) => text.trim() !== '')
  return (
    sign > 0 &&
    NUMBER_SIGN.test(words[sign]?.text ?? '') &&
    words[sign + 1]?.text.trim() === '' &&
    ARABIC_LETTER.test(next?.text ?? '')
  )
}

/** @param clusters from one end of the line */
function endsInStop(clusters: Cluster[]): boolean {
  const first = clusters.findIndex(({ text }) => text.trim() !== '')
  return STOP.test(clusters[first]?.text ?? '') && ARABIC_LETTER.test(clusters[first + 1]?.text ?? '')
}

/**
 * Among Arabic lines one of Latin alone is still read from the right where a sign stands before its
 * first word: ".info@oic-oci.org" is the end of a sentence.
 */
function directionOfRow(row: Row, block: Direction): Direction {
  if (block === 'ltr') return directionOf([row])
  const kinds = row.clusters.map(({ text }) => kindOf({ text, space: text.trim() === '' }))
  const first = kinds.find((kind) => kind !== 'space')
  return kinds.includes('left') && !kinds.includes('right') && first === 'left' ? 'ltr' : 'rtl'
}

/** Turns the page so that text written at the glyph's angle lies flat. */
function upright(glyph: Glyph): Glyph {
  if (glyph.angle === 0) return glyph
  const turn = (-glyph.angle * Math.PI) / 180
  const width = glyph.x1 - glyph.x0
  const x0 = glyph.x0 * Math.cos(turn) - glyph.y * Math.sin(turn)
  const y = glyph.x0 * Math.sin(turn) + glyph.y * Math.cos(turn)
  return { ...glyph, x0, x1: x0 + width, y }
}
