/**
 * What does a file of Word 97 to 2003 (.doc) say? Its paragraphs with the numbers that Word prints, its tables as rows,
 * text boxes and notes at the end. Read from the format itself: the libraries at hand give no list numbers, and take
 * complex-script colours for deletions, which loses Arabic text.
 */
import { openCompound } from './doc/compound.js'
import { type Layout, layoutOf } from './doc/layout.js'
import { listItem, readTables, spaceIn } from './doc/lists.js'
import { readText } from './doc/pieces.js'
import { paragraphProperties, unseen } from './doc/properties.js'
import { type Parts, readNotes, readStory } from './doc/story.js'
import type { Extractor } from './extractor.js'
import { createSheet, filled } from './sheet.js'
import { type SpaceStyle, withStyleSpace } from './white.js'
import { numbererOf } from './word/numbering.js'

/** @throws BayanError FILE_DAMAGED, FILE_LOCKED, FORMAT_UNKNOWN */
export const doc: Extractor = async (file) => {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  const layout = layoutOf(openCompound(bytes), file.name)
  const parts = partsOf(layout)
  const { text, footnotes, headers, comments, endnotes, boxes } = layout.lengths
  const endnotesFrom = text + footnotes + headers + comments
  const sheet = createSheet()
  readStory(parts, sheet, 0, text)
  readStory(parts, sheet, endnotesFrom + endnotes, endnotesFrom + endnotes + boxes)
  const notes = readNotes(parts, text, text + footnotes, 1)
  const ends = readNotes(parts, endnotesFrom, endnotesFrom + endnotes, notes.length + 1)
  sheet.pages.at(-1)?.lines.push(...[...notes, ...ends].flat())
  return { format: 'doc', pages: filled(sheet.pages), paged: sheet.paged(), warnings: [] }
}

function partsOf(layout: Layout): Parts {
  const text = readText(layout)
  const hidden = new Uint8Array(text.characters.length)
  for (const [from, to] of unseen(layout))
    for (const [first, last] of text.within(from, to)) hidden.fill(1, first, last)
  const properties = paragraphProperties(layout)
  const spaces = new Map<string, SpaceStyle>()
  const numberOf = numbererOf(readTables(layout, spaces))
  return {
    characters: text.characters,
    hidden,
    propertiesAt: (position) => properties(text.offsetOf(position)),
    spaceOf: ({ style, modifiers }) => ({
      style: String(style),
      ...withStyleSpace(spaces, String(style), spaceIn(modifiers)),
    }),
    numberOf: ({ style, modifiers }) => numberOf({ ...listItem(modifiers), style: String(style) }),
  }
}
