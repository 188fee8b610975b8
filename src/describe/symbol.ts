/**
 * Which symbol is printed on the document? Stray blanks, dots and doubled slashes are mended, the parts stay in their
 * order. Symbols are evidence, never the identity: one document can bear two, and two documents the same.
 */
import { comparableText } from '../arabic/comparable.js'
import type { Read } from '../model.js'
import type { Facts, Sheet } from './parser.js'
import { series } from './reference.js'
import { symbolParts } from './symbol-parts.js'
import { read, type View } from './view.js'

const PART = '[a-z0-9](?:[a-z0-9.()&]|\\s?-\\s?)*'
/** Organisation or body, then at least two more parts; the last may have a blank inside ("SG. REP6", "RES. FINAL"). */
const OIC = new RegExp(
  `(?<![\\p{L}\\d/])(?:oic|oci|icfm|cfm|summit|is|ex-com|comcec|comcec-fc)\\s*/+(?:\\s*${PART}\\s*/+)+\\s*${PART}(?:\\.\\s(?:final|rep\\d*))?`,
  'u',
)
/** The session before the name, and no slash but one. */
const OLD_OIC = /(?<![\p{L}\d/])\d{1,2}-icfm-[a-z]+-[a-z]+\/[a-z]+/u
const UN_RESOLUTION =
  /(?<![\p{L}\d/])(?:[sae]|a\/hrc)\s*\/\s*res\s*\/\s*(?:\d{1,2}\s*\/\s*)?\d{1,4}[a-z]?(?:\s*\(\s*(?:(?:19|20)\d\d|[ivxl]+)\s*\))?/u
const UN_DOCUMENT = /(?<![\p{L}\d/])[sae]\s*\/\s*(?:(?:19|20)\d\d|\d{2})\s*\/\s*\d{1,4}(?!\d)/u
/** "217 A (III)", in Arabic with the letter's name and "d-3": the first resolutions of the General Assembly. */
const EARLY_UN =
  /(?<!\d)(\d{1,3}) ?(a|b|c|d|\u0627\u0644\u0641|\u0628\u0627\u0621?|\u062C\u064A\u0645)? ?\( ?(?:\u062F ?- ?(\d{1,2})|([ivxl]{1,7})) ?\)/u
const EARLY_LETTERS: Record<string, string> = {
  '\u0627\u0644\u0641': 'A',
  '\u0628\u0627': 'B',
  '\u0628\u0627\u0621': 'B',
  '\u062C\u064A\u0645': 'C',
}
const ROMAN = ' I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')
/** "6/39 - ORG", "1/6-C(IS)", "2/8- A.F (IS)" behind the word resolution. */
const OIC_RESOLUTION =
  /(?:\u0642\u0631\u0627\u0631|resolution)s?\s*(?:\u0627\u0644\u0631\u0642\u0645|\u0631\u0642\u0645|no\.?|n\u00B0|n\u00BA)?\s*:?\s*(\d{1,3})\s*\/\s*(\d{1,2})\s*-?\s*(\p{L}{1,4}(?:[. ]{1,2}\p{L})?)(?!\p{L})\s*(\(\s*(?:is|\u0642 ?[.-]? ?\u0627)\s*\))?/u

export function symbol(sheet: Sheet): Facts {
  for (const view of [sheet.cover, sheet.furniture]) {
    const found = printed(view)
    if (!found) continue
    const parts = symbolParts(found.value)
    return {
      symbol: found,
      ...(parts.series && { series: parts.series }),
      ...(parts.item && { item: parts.item }),
    }
  }
  return resolutionNumber(sheet.cover)
}

function printed(view: View): Read<string> | undefined {
  for (const pattern of [UN_RESOLUTION, OIC, OLD_OIC, UN_DOCUMENT]) {
    const match = pattern.exec(view.text)
    if (match) return read(view, normalised(match[0]), match.index, match.index + match[0].length)
  }
  const early = EARLY_UN.exec(view.text)
  if (!early) return undefined
  const [whole, number = '', letter = '', session, roman] = early
  const value = `A/RES/${number}${EARLY_LETTERS[letter] ?? letter.toUpperCase()}(${roman?.toUpperCase() ?? ROMAN[Number(session)]})`
  return read(view, value, early.index, early.index + whole.length)
}

/** A year keeps the blank before its bracket, as the United Nations print it. */
function normalised(printedSymbol: string): string {
  return printedSymbol
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/\/{2,}/g, '/')
    .replace(/\.(?=\/|$)/g, '')
    .replace(/\((\d{4})\)$/, ' ($1)')
}

/** A resolution without a symbol has its number: "6/39-ORG" stands for it. */
function resolutionNumber(view: View): Facts {
  const match = OIC_RESOLUTION.exec(view.text)
  const [whole = '', item = '', session = '', name = '', summit] = match ?? []
  const code = series.find((one) => one.names.some((other) => letters(other) === letters(name)))?.code
  if (!match || !code) return {}
  const [start, end] = [match.index + whole.indexOf(item), match.index + whole.trimEnd().length]
  const value = `${Number(item)}/${Number(session)}-${code}${summit ? '(IS)' : ''}`
  const ordinal = read(view, Number(session), start, end)
  return { symbol: read(view, value, start, end), item: String(Number(item)), series: code, ordinal }
}

function letters(name: string): string {
  return comparableText(name).replace(/\P{L}/gu, '')
}
