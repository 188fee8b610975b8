/** Where does a link of the page lead? Every state of the page is an address, so that it works without script. */
import { FACETS, type Facet } from '../../search/facets/facets.js'
import type { Question } from '../../search/parameters.js'
import { readQuestion } from '../../search/request.js'
import type { ExportFormat } from '../export-formats.js'

/** What a question is when nothing was asked; these values need not stand in an address. */
const NOTHING = readQuestion({})

/** Names of the parameters that narrow the answer without being words. */
export const FILTERS = [...FACETS, 'document', 'from', 'to'] as const

/** @param changes any of them leads back to the first page, unless `page` is among them */
export function searchLink(question: Question, changes: Partial<Question> = {}): string {
  const query = parameters({ ...question, page: 1, ...changes }).toString()
  return query ? `/?${query}` : '/'
}

/** The page with the values of a facet that are called like `find`. */
export function facetLink(facet: Facet, question: Question, find = ''): string {
  const query = parameters({ ...question, page: 1, size: NOTHING.size })
  if (find) query.set('find', find)
  return `/facets/${facet}${query.size > 0 ? `?${query}` : ''}`
}

/** All the answers, as a file. */
export function exportLink(question: Question, format: ExportFormat): string {
  const query = parameters({ ...question, page: 1, size: NOTHING.size, group: 'none' })
  query.set('format', format)
  return `/api/export?${query}`
}

/** How a question was read. */
export function explainLink(q: string, lang?: string): string {
  const query = new URLSearchParams({ ...(q && { q }), ...(lang && { lang }) }).toString()
  return query ? `/explain?${query}` : '/explain'
}

/** The paragraphs that are like this one. */
export function similarLink(id: string, lang?: string): string {
  return `/similar/${encodeURIComponent(id)}${lang ? `?lang=${lang}` : ''}`
}

/** The page on the query language. */
export function helpLink(lang?: string): string {
  return lang ? `/help?lang=${lang}` : '/help'
}

/** @returns names and values as they stand in an address, without those that say nothing */
export function parameters(question: Question): URLSearchParams {
  const found = new URLSearchParams()
  for (const [name, value] of Object.entries(question)) {
    const usual = NOTHING[name as keyof Question]
    for (const one of [value].flat()) if (one !== undefined && one !== usual) found.append(name, String(one))
  }
  return found
}

/** @returns the question with `value` chosen, or no longer chosen where it was */
export function toggled(question: Question, facet: Facet, value: string): Partial<Question> {
  const values = question[facet]
  return { [facet]: values.includes(value) ? values.filter((one) => one !== value) : [...values, value] }
}

/** @returns the question without any filter */
export function unfiltered(question: Question): Question {
  const { q, lang, match, words, scope, group } = question
  return { ...NOTHING, from: undefined, to: undefined, q, lang, match, words, scope, group }
}

export function isFiltered(question: Question): boolean {
  return FILTERS.some((name) => (question[name]?.length ?? 0) > 0)
}

/** Name of the place of a paragraph on the page of its document; spaces may not stand in one. */
export function anchor(label: string): string {
  return `p-${label.replace(/\s+/g, '_')}`
}

/** @param q words to mark there @param beside language of the version next to it */
export function documentLink(
  key: string,
  { q, label, lang, beside }: { q?: string; label?: string; lang?: string; beside?: string } = {},
): string {
  const asked = { ...(q && { q }), ...(lang && { lang }), ...(beside && { beside }) }
  const query = new URLSearchParams(asked).toString()
  const place = label === undefined ? '' : `#${encodeURIComponent(anchor(label))}`
  return `/d/${encodeURIComponent(key)}${query && `?${query}`}${place}`
}
