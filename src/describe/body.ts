/** Which body met, of which organisation, and at which level? What the cover prints goes before the symbol. */
import type { Found } from '../arabic/phrases.js'
import type { MeetingLevel, Read } from '../model.js'
import { symbolParts } from '../symbols/parts.js'
import { bodyList } from '../symbols/tables.js'
import { isInProse } from './cover-lines.js'
import { convening, type Facts, overlaps, type Parser, type Sheet } from './parser.js'
import { type Body, findBody, findLevel, findOrganisation, findPhrase } from './reference.js'
import { derived, read, type View } from './view.js'

export const body: Parser = (sheet, known): Facts => {
  const bySymbol = known.symbol && symbolParts(known.symbol.value).body
  const onCover = findBody(sheet.cover.text).filter(
    (hit) => !inSymbol(sheet.cover, hit, known) && (!isInProse(sheet.cover, hit) || met(sheet.cover, hit)),
  )
  const hit = onCover.find((found) => found.value.code === bySymbol) ?? onCover[0]
  if (hit) return { body: printed(sheet.cover, hit) }
  if (bySymbol) return { body: derived(bySymbol, known.symbol) }
  const opening = convening(sheet, known)
  const [first] = findBody(opening.text)
  return first ? { body: printed(opening, first) } : {}
}

export const organisation: Parser = (sheet, known): Facts => {
  const onCover = findOrganisation(sheet.cover.text).filter((hit) => !inSymbol(sheet.cover, hit, known))
  const alone = onCover.find((hit) =>
    sheet.cover.lines.some(([start, end]) => hit.start === start && end - hit.end < 2),
  )
  if (alone) return { organisation: read(sheet.cover, alone.value, alone.start, alone.end) }
  const ofBody = bodyList.find((one) => one.code === known.body?.value)?.organisation
  const same = onCover.find((hit) => hit.value === ofBody)
  if (same) return { organisation: read(sheet.cover, same.value, same.start, same.end) }
  if (ofBody) return { organisation: derived(ofBody, known.body) }
  const bySymbol = known.symbol && symbolParts(known.symbol.value).organisation
  if (bySymbol) return { organisation: derived(bySymbol, known.symbol) }
  return firstOf(sheet, known, onCover)
}

/** "The Council concluded its session yesterday." names the body that met, "their support for the Security Council." does not. */
function met({ lines, text }: View, { start, end }: Found<Body>): boolean {
  const [from, to] = lines.find((line) => line[0] <= start && end <= line[1]) ?? [start, end]
  return findPhrase('convening')(text).some((verb) => verb.start >= from && verb.end <= to)
}

/** The level of the body where it has but one; else as printed. */
export const level: Parser = (sheet, known): Facts => {
  const fixed = bodyList.find((one) => one.code === known.body?.value)?.level as MeetingLevel | undefined
  for (const view of [sheet.cover, convening(sheet, known)]) {
    const hit = findLevel(view.text).find((found) => !fixed || found.value === fixed)
    if (hit) return { level: read(view, hit.value as MeetingLevel, hit.start, hit.end) }
  }
  return fixed ? { level: derived(fixed, known.body) } : {}
}

/** In the text only where it stands in the first clause: further on others are named. */
function firstOf(sheet: Sheet, known: Facts, onCover: Found<string>[]): Facts {
  const first = onCover.find((hit) => !isInProse(sheet.cover, hit))
  if (first) return { organisation: read(sheet.cover, first.value, first.start, first.end) }
  const opening = convening(sheet, known)
  const clause = opening.text.search(/[,.;:]/)
  const other = findOrganisation(opening.text).find((hit) => clause < 0 || hit.start < clause)
  return other ? { organisation: read(opening, other.value, other.start, other.end) } : {}
}

/** The "OIC/SUMMIT" of a symbol is no name. */
function inSymbol(view: View, hit: Found<unknown>, known: Facts): boolean {
  return overlaps(view.span(hit.start, hit.end), known.symbol?.span)
}

function printed(view: View, hit: Found<Body>): Read<string> {
  return read(view, hit.value.code, hit.start, hit.end)
}
