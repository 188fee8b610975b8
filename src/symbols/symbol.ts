/**
 * Which symbol is printed here, however it is spelled? Stray blanks, dots and doubled slashes are mended; the parts stay in their
 * order. Symbols are evidence, never the identity: one document can bear two, and two documents the same.
 */
import { ROMAN } from './tables.js'

/** Offsets into the comparable text that was searched. */
export type FoundSymbol = { value: string; start: number; end: number }

const PART = '[a-z0-9](?:[a-z0-9.()&]|\\s?-\\s?)*'
/** Organisation or body, then at least two more parts; the last may have a blank inside ("SG. REP6", "RES. FINAL"). */
const OIC = new RegExp(
  `(?<![\\p{L}\\d/])(?:oic|oci|icfm|cfm|summit|is|ex-com|comcec|comcec-fc)\\s*/+(?:\\s*${PART}\\s*/+)+\\s*${PART}(?:(?:(?<=\\.)|\\.)\\s(?:final|rep\\d*)(?![\\p{L}\\d]))?`,
  'u',
)
/** The session before the name, and no slash but one. */
const OLD_OIC = /(?<![\p{L}\d/])\d{1,2}-icfm-[a-z]+-[a-z]+\/[a-z]+/u
const UN_RESOLUTION =
  /(?<![\p{L}\d/])(?:[sae]|a\/hrc)\s*\/\s*res\s*\/\s*(?:(?:\d{1,2}|es-\d{1,2})\s*\/\s*)?\d{1,4}[a-z]?(?:\s*\(\s*(?:(?:19|20)\d\d|[ivxl]+)\s*\))?/u
/** Statements of the President of the Council. */
const UN_STATEMENT = /(?<![\p{L}\d/])s\s*\/\s*prst\s*\/\s*(?:19|20)\d\d\s*\/\s*\d{1,3}(?!\d)/u
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
/** "Resolution 2254 (2015)": the Security Council alone counts its resolutions through and prints the year. */
const COUNCIL =
  /(?:(?:\u0627\u0644)?\u0642\u0631\u0627\u0631|resolution)\s*(?:\u0627\u0644\u0631\u0642\u0645|\u0631\u0642\u0645|no\.?|n\u00B0|n\u00BA)?\s*:?\s*\(?(\d{1,4})\)?\s*\(\s*((?:19|20)\d\d)\s*\)/u

/** The symbol that stands first, if any. A resolution number of the OIC is none: see `number.ts`. */
export function findSymbol(text: string): FoundSymbol | undefined {
  for (const pattern of [UN_RESOLUTION, UN_STATEMENT, OIC, OLD_OIC, UN_DOCUMENT]) {
    const match = pattern.exec(text)
    if (match) return { value: normalised(match[0]), start: match.index, end: match.index + match[0].length }
  }
  const early = EARLY_UN.exec(text)
  if (!early) return undefined
  const [whole, number = '', letter = '', session, roman] = early
  const value = `A/RES/${number}${EARLY_LETTERS[letter] ?? letter.toUpperCase()}(${roman?.toUpperCase() ?? ROMAN[Number(session) - 1]})`
  return { value, start: early.index, end: early.index + whole.length }
}

/** "Resolution 664 (1990)" with no symbol beside it. */
export function findCouncilResolution(text: string): FoundSymbol | undefined {
  const match = COUNCIL.exec(text)
  if (!match) return undefined
  const [whole, number, year] = match
  return { value: `S/RES/${number} (${year})`, start: match.index, end: match.index + whole.length }
}

/** A year keeps the blank before its bracket, as the United Nations print it. */
function normalised(printed: string): string {
  return printed
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/\/{2,}/g, '/')
    .replace(/\.(?=\/|$)/g, '')
    .replace(/\((\d{4})\)$/, ' ($1)')
}
