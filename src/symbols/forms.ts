/**
 * In which form do all spellings of one symbol meet? Whatever is printed on a document and whatever a reader types goes
 * through here, so that OIC/EX-COM /2016/FC. and "oic ex-com 2016 fc" are one.
 */
import { item, itemForms, seriesOf } from './items.js'
import { league } from './league.js'
import { session } from './sessions.js'
import { readTokens, type Written } from './tokens.js'
import { unitedNations } from './united-nations.js'

export type Forms = {
  /** Names one document, or one in several languages. */
  full: string
  /** Says less than `full`: without the year, the series, the organ. */
  loose: string[]
}

/** What an index holds so that a symbol is found by its forms, and by its parts where it is misspelt. */
export const indexed = {
  full: (form: string) => form,
  loose: (form: string) => `~${form}`,
  part: (part: string) => `#${part}`,
}

/** @returns one value for each form and each part, to be held by the document */
export function valuesOf({ full, loose }: Forms): string[] {
  return [indexed.full(full), ...loose.map(indexed.loose), ...partsOf(full).map(indexed.part)]
}

/** Letters and numbers apart, as they stand in a form. */
export function partsOf(full: string): string[] {
  return [...new Set(full.split(/[^A-Z0-9]+/).filter((part) => part !== ''))]
}

/** In this order; the first that can read it does. */
const READERS: ((written: Written) => Forms | undefined)[] = [item, session, league, unitedNations]

/** @returns nothing where the text is no symbol */
export function formsOf(text: string): Forms | undefined {
  const written = readTokens(text)
  for (const read of READERS) {
    const forms = read(written)
    if (forms) return forms
  }
  return undefined
}

/** Keys tell the session, series and number of a resolution where its symbol does not. */
const OIC_ITEM = /^oic-(cfm|summit)-(?:extraordinary-)?(\d{1,2})-res-([a-z]+)-(\d{1,3})\.\w+$/
const COUNCIL_ITEM = /^un-sc-res-(\d{1,4})\.\w+$/

/** @param key of a document @returns nothing where it says no number */
export function formsOfKey(key: string): Forms | undefined {
  const council = COUNCIL_ITEM.exec(key)
  if (council) return formsOf(`S/RES/${council[1]}`)
  const [, body, meeting = '', series = '', number = ''] = OIC_ITEM.exec(key) ?? []
  const code = seriesOf(series)
  return code ? itemForms(number, meeting, code, body === 'summit') : undefined
}
