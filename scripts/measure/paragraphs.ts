/** What should be read of each paragraph, and what is: its bounds, number, role, section, and what it states, cites and names. */
import type { Paragraph } from '../../src/model.js'
import type { RawParagraph, RawStatement } from './gold.js'
import { citationKeys, distinct, nameKeys, values, withoutRemark } from './names.js'

export const STRUCTURE = [
  'documents',
  'paragraphs',
  'spans',
  'numbers',
  'labels',
  'roles',
  'sections',
] as const
export const CONTENT = [
  'statements', 'verbs', 'strengths', 'subjects', 'addressees', 'cites', 'countries', 'places', 'organisations', 'dates',
] as const // biome-ignore format: one list
export type ContentName = (typeof CONTENT)[number]
export type Pair = [expected: string[], found: string[]]

type Described = Pick<Paragraph, 'statements' | 'cites' | 'countries' | 'places' | 'organisations' | 'dates'>

/** Not measured where the reader lists only what stands in the text proper. */
const APART = new Set(['cover', 'heading', 'signature', 'note'])

/** Each paragraph that a reader noted with the one that was read: the same text, else the same number, else the same beginning. */
export function align(gold: RawParagraph[], found: Paragraph[]): (Paragraph | undefined)[] {
  const free = new Set(found)
  const give = (test: (paragraph: Paragraph) => boolean) => {
    const match = [...free].find(test)
    if (match) free.delete(match)
    return match
  }
  const same = gold.map(({ text }) => give((one) => spaced(one.text) === spaced(text)))
  const begins = (text: string) => spaced(text).slice(0, 40)
  return gold.map(
    ({ text }, at) =>
      same[at] ??
      give((one) => begins(one.text) === begins(text)) ??
      give((one) => spaced(text).includes(begins(one.text))),
  )
}

/** Those that the reader would have listed. */
export function listed(gold: RawParagraph[], found: Paragraph[]): Paragraph[] {
  const roles = new Set(gold.flatMap(({ role }) => (role ? [role] : [])))
  return found.filter(({ role }) => (APART.has(role) ? roles.has(role) : true))
}

/** Bounds are right where the whole text is. */
export function bounds(gold: RawParagraph[], found: Paragraph[]): Pair {
  return [gold.map(({ text }) => spaced(text)), found.map(({ text }) => spaced(text))]
}

/** @returns for each fact of structure that the reader noted: what it should be and what it is */
export function structureOf(gold: RawParagraph, found: Paragraph | undefined): Partial<Record<string, Pair>> {
  const one = (value: string | undefined) => (value === undefined ? [] : [value])
  return {
    ...(gold.raw_char_spans && { spans: [[String(gold.raw_char_spans.at(-1)?.[1])], one(end(found))] }),
    ...(gold.number !== undefined && {
      numbers: [gold.number === null ? [] : [String(gold.number)], one(found?.number)],
    }),
    ...(gold.label && { labels: [[gold.label], one(found?.label)] }),
    ...(gold.role && { roles: [[gold.role], one(found?.role)] }),
    ...(gold.section && { sections: [[gold.section.join(' > ')], one(found?.section.join(' > '))] }),
  } as Partial<Record<string, Pair>>
}

/** @returns for each list that the reader made: what it should hold and what it holds */
export function contentOf(
  gold: RawParagraph,
  found: Described | undefined,
): Partial<Record<ContentName, Pair>> {
  const { statements, cited, dates, entities } = gold
  const said = found?.statements ?? []
  const names = (kind: 'countries' | 'places' | 'organisations'): Pair => [
    nameKeys(gold, kind),
    distinct(values(found?.[kind] ?? [])),
  ]
  return {
    ...(statements && {
      statements: [statements.map(({ category }) => category), said.map(({ category }) => category)],
      ...given(statements, 'surface', 'verbs', (at) => said[at]?.verb.raw),
      ...given(statements, 'strength', 'strengths', (at) => said[at]?.strength),
      ...given(statements, 'subject', 'subjects', (at) => said[at]?.subject),
      ...given(statements, 'addressee', 'addressees', (at) => said[at]?.addressees.join('؛ ')),
    }),
    ...(cited && {
      cites: [
        distinct(cited.flatMap((one) => citationKeys(typeof one === 'string' ? one : one.id))),
        distinct(values(found?.cites ?? [])),
      ],
    }),
    ...((entities || gold.countries) && { countries: names('countries') }),
    ...((entities || gold.places) && { places: names('places') }),
    ...((entities || gold.organisations) && { organisations: names('organisations') }),
    ...(dates && {
      dates: [
        distinct(dates.map((one) => withoutRemark(typeof one === 'string' ? one : one.iso))),
        distinct(values(found?.dates ?? [])),
      ],
    }),
  }
}

/** The facts of single statements, which can be compared only where all of them were found. */
function given(
  gold: RawStatement[],
  key: 'surface' | 'strength' | 'subject' | 'addressee',
  field: ContentName,
  read: (at: number) => string | number | undefined,
): Partial<Record<ContentName, Pair>> {
  const noted = gold.flatMap((one, at) => (one[key] === undefined ? [] : [{ value: one[key], at }]))
  if (noted.length === 0) return {}
  const list = (value: string | number | null | undefined, at: number) =>
    value === null || value === undefined || value === '' ? [] : [`${at + 1} ${surface(String(value), key)}`]
  return {
    [field]: [
      noted.flatMap(({ value, at }) => list(value, at)),
      noted.flatMap(({ at }) => list(read(at), at)),
    ],
  }
}

/** A reader copies more or less of what stands around a verb: its first word decides. */
function surface(value: string, key: string): string {
  return key === 'surface'
    ? (value.replace(/^(?:كما|مع|as well as|also) /, '').split(/\s+/)[0] ?? '')
    : spaced(value)
}

function end(found: Paragraph | undefined): string | undefined {
  const last = found?.spans.at(-1)?.[1]
  return last === undefined ? undefined : String(last)
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
