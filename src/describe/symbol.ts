/** Which symbol is printed on the document, or which number has the resolution? The cover goes before running heads. */
import type { Read } from '../model.js'
import { leagueNumber, type ResolutionNumber, resolutionNumbers } from '../symbols/number.js'
import { symbolParts } from '../symbols/parts.js'
import { findCouncilResolution, findSymbol } from '../symbols/symbol.js'
import type { Facts, Sheet } from './parser.js'
import { findPhrase } from './reference.js'
import { read, type View } from './view.js'

/** Letters between the word "resolution" and its number ("the resolution No."). */
const NUMBER_REACH = 14

export function symbol(sheet: Sheet): Facts {
  const own = ownNumber(sheet.cover)
  if (own) return ofResolution(sheet.cover, own)
  for (const view of [sheet.cover, sheet.furniture]) {
    const found = printed(view)
    if (found) return ofSymbol(found)
  }
  for (const view of [sheet.closing, sheet.cover]) {
    const league = leagueNumber(view.text)
    if (league)
      return { symbol: read(view, league.value, league.start, league.end), item: String(league.item) }
  }
  const council = findCouncilResolution(sheet.cover.text)
  const heads = council && sheet.cover.lines.some(([start]) => start === council.start)
  return heads ? ofSymbol(read(sheet.cover, council.value, council.start, council.end)) : {}
}

function printed(view: View): Read<string> | undefined {
  const found = findSymbol(view.text)
  return found && read(view, found.value, found.start, found.end)
}

function ofSymbol(symbol: Read<string>): Facts {
  const parts = symbolParts(symbol.value)
  return {
    symbol,
    ...(parts.series && { series: parts.series }),
    ...(parts.item && { item: parts.item }),
  }
}

/** A resolution without a symbol has its number, behind the word "resolution": "6/39-ORG" stands for it. */
function ownNumber(view: View): ResolutionNumber | undefined {
  const words = findPhrase('resolutionWords')(view.text)
  return resolutionNumbers(view.text).find((number) =>
    words.some(({ end }) => end <= number.start && number.start - end < NUMBER_REACH),
  )
}

function ofResolution(view: View, { value, item, session, series, start, end }: ResolutionNumber): Facts {
  return {
    symbol: read(view, value, start, end),
    item: String(item),
    series,
    ordinal: read(view, session, start, end),
  }
}
