/** What do the parts of a symbol mean? OIC/CFM-43/2016/POL/RES/FINAL, in any order; S/RES/2254 (2015); A/RES/69/160. */
import { bodyList, ROMAN, series, types } from './tables.js'

export type SymbolParts = {
  organisation?: string
  body?: string
  session?: number
  year?: number
  type?: (typeof types)[number]['value']
  series?: string
  /** Number of a resolution of the United Nations or the League of Arab States. */
  item?: string
}

const YEAR = /^(?:19|20)\d\d$/
const OIC_PREFIX = /^(?:OIC|OCI)\//
/** Body, and its session behind a dash: "EX-COM", "CFM-43", "SUM-1". The year of "/2016/" is no session. */
const BODY_SESSION = /^([A-Z]+(?:-[A-Z]+)*?)(?:-(\d{1,2}))?(?:-(?:FC|RES))?$/
/** "34-2007" and the older "18-89". */
const SESSION_YEAR = /^(\d{1,2})-(\d{4}|\d{2})$/
const UN_RESOLUTION = /^(S|A|E|A\/HRC)\/RES\/(?:(\d{1,2})\/)?(\d{1,4}[A-Z]?)(?: ?\(([^)]+)\))?/
const UN_DOCUMENT = /^(S|A|E)\/(\d{2,4})\/(?:[A-Z.]+\/)?(\d+)/
const LEAGUE_RESOLUTION = /^LAS\/RES\/(\d+)$/
/** Two-digit years belong to the time before 2000 from here on. */
const CENTURY_TURN = 60

export function symbolParts(symbol: string): SymbolParts {
  const league = LEAGUE_RESOLUTION.exec(symbol)?.[1]
  if (league) return { organisation: 'LAS', type: 'resolution', item: league }
  return unitedNations(symbol) ?? oic(symbol)
}

function unitedNations(symbol: string): SymbolParts | undefined {
  const resolution = UN_RESOLUTION.exec(symbol)
  if (resolution) {
    const [, head = '', session, item = '', bracket = ''] = resolution
    const roman = ROMAN.indexOf(bracket) + 1
    const known = Number(session ?? 0) || roman
    return {
      ...unitedNationsBody(head),
      type: 'resolution',
      item,
      ...(known > 0 && { session: known }),
      ...(YEAR.test(bracket) && { year: Number(bracket) }),
    }
  }
  const document = UN_DOCUMENT.exec(symbol)
  if (!document) return undefined
  const [, head = '', second = '', item = ''] = document
  return {
    ...unitedNationsBody(head),
    item,
    ...(YEAR.test(second) ? { year: Number(second) } : { session: Number(second) }),
  }
}

function unitedNationsBody(head: string): SymbolParts {
  const body = bodyOf(head === 'A/HRC' ? 'HRC' : head)
  return { organisation: 'UN', ...(body && { body: body.code }) }
}

function oic(symbol: string): SymbolParts {
  const found: SymbolParts = OIC_PREFIX.test(symbol) ? { organisation: 'OIC' } : {}
  return symbol.replace(OIC_PREFIX, '').split('/').reduce(addPart, found)
}

function addPart(found: SymbolParts, part: string): SymbolParts {
  if (YEAR.test(part)) return { ...found, year: Number(part) }
  const both = SESSION_YEAR.exec(part)
  if (both) return { ...found, session: Number(both[1]), year: fullYear(both[2] ?? '') }
  const [, name = '', session] = BODY_SESSION.exec(part) ?? []
  const body = found.body || name.length < 2 ? undefined : bodyOf(name)
  if (body)
    return {
      ...found,
      organisation: body.organisation,
      body: body.code,
      ...(session && { session: Number(session) }),
    }
  const pieces = part.replace(/\d+$/, '').split(/[-.]/)
  const type = types.find((one) => one.symbols.some((code) => pieces.includes(code)))
  if (type && !found.type) return { ...found, type: type.value }
  const code = series.find((one) => one.names.includes(part))?.code
  return code && !found.series ? { ...found, series: code } : found
}

function bodyOf(code: string) {
  return bodyList.find((body) => body.symbols.includes(code))
}

function fullYear(digits: string): number {
  if (digits.length === 4) return Number(digits)
  return Number(digits) + (Number(digits) >= CENTURY_TURN ? 1900 : 2000)
}
