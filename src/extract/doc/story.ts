/** Which lines does a part of the text of a Word 97-2003 file make? Its marks of paragraphs, cells, fields and notes are characters. */
import { createSheet, noteLines, type Sheet } from '../sheet.js'
import type { Space } from '../white.js'
import { MODIFIER, type Paragraph } from './properties.js'

export type Parts = {
  characters: string
  /** 1 for each character that a reader does not see. */
  hidden: Uint8Array
  propertiesAt(position: number): Paragraph
  numberOf(paragraph: Paragraph): string
  spaceOf(paragraph: Paragraph): Space & { style: string }
}

const [NOTE, CELL, LINE, PAGE, COLUMN, PARAGRAPH] = ['\x02', '\x07', '\x0B', '\x0C', '\x0E', '\r']
const [FIELD, RESULT, FIELD_END] = ['\x13', '\x14', '\x15']
const HYPHEN = '\x1E'

/** The notes in a part of the text: a note goes from its mark to the next one. @param first number of the first one */
export function readNotes(parts: Parts, from: number, to: number, first: number): string[][] {
  const marks: number[] = []
  for (let at = from; at < Math.min(to, parts.characters.length); at++)
    if (parts.characters[at] === NOTE) marks.push(at)
  return marks.map((mark, index) => {
    const sheet = createSheet()
    readStory(parts, sheet, mark + 1, marks[index + 1] ?? to)
    return noteLines(
      first + index,
      sheet.pages.flatMap(({ lines }) => lines),
    )
  })
}

export function readStory(parts: Parts, sheet: Sheet, from: number, to: number): void {
  const fields: boolean[] = [] // open ones; true where the result has begun
  const end = (position: number, properties: Paragraph) => {
    if (has(properties, MODIFIER.inTable)) sheet.inCell()
    if (has(properties, MODIFIER.pageBreakBefore)) turnBefore(sheet)
    const number = parts.numberOf(properties)
    sheet.end(number, parts.spaceOf(properties))
    if (parts.characters[position] === PAGE) sheet.turnPage()
  }
  const cell = (position: number) => {
    const properties = parts.propertiesAt(position)
    if (has(properties, MODIFIER.rowEnd)) {
      sheet.take()
      sheet.endRow()
    } else {
      end(position, properties)
      sheet.endCell()
    }
  }
  sheet.begin()
  for (let at = from; at < Math.min(to, parts.characters.length); at++) {
    const sign = parts.characters[at] as string
    if (parts.hidden[at]) continue
    if (sign === FIELD) fields.push(false)
    else if (sign === RESULT) fields.splice(-1, 1, true)
    else if (sign === FIELD_END) fields.pop()
    else if (fields.includes(false)) continue
    else if (sign === CELL || sign === PARAGRAPH || sign === PAGE) {
      if (sign === CELL) cell(at)
      else end(at, parts.propertiesAt(at))
      sheet.begin()
    } else if (sign === LINE || sign === COLUMN) sheet.write('\n')
    else if (sign === HYPHEN) sheet.write('-')
    else if (sign >= ' ' || sign === '\t') sheet.write(sign)
  }
  if (sheet.text() === '') sheet.take()
  else sheet.end()
  sheet.endRow()
}

/** That the page ends before a paragraph is known only at the end of the paragraph. */
function turnBefore(sheet: Sheet): void {
  const text = sheet.take()
  sheet.turnPage()
  sheet.begin(text)
}

function has({ modifiers }: Paragraph, name: number): boolean {
  return modifiers.some((modifier) => modifier.name === name && modifier.value === 1)
}
