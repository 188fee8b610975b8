/** What can be chosen, how often does it occur, and what has been chosen? Every value is a link. */
import type { Language } from '../../model.js'
import type { Answer, Bucket, FacetCounts } from '../../search/answer.js'
import { bucketLabel } from '../../search/facets/facet-response.js'
import { FACETS, type Facet, NONE, split } from '../../search/facets/facets.js'
import type { Question } from '../../search/parameters.js'
import { histogramPart } from './histogram.js'
import { type Html, html, type Part } from './html.js'
import { FILTERS, facetLink, isFiltered, searchLink, toggled, unfiltered } from './links.js'
import { hidden } from './search-box.js'
import { number, say, type Word } from './words.js'

/** Values that stand open; the others unfold. */
const OPEN = 6
/** Facets that stand open; the others unfold, unless something is chosen in them. */
const MAIN: ReadonlySet<Facet> = new Set(['body', 'year', 'type', 'country', 'verb', 'language'])
/** Meetings are shown beneath their bodies, months in the drawing. */
const ELSEWHERE: ReadonlySet<Facet> = new Set(['meeting', 'month'])

export const NAMES: Record<(typeof FILTERS)[number], Word> = {
  body: 'body',
  meeting: 'meeting',
  type: 'type',
  year: 'year',
  month: 'month',
  hijriYear: 'hijriYear',
  issuer: 'issuer',
  hostCountry: 'hostCountry',
  verb: 'verb',
  verbObject: 'verbObject',
  country: 'country',
  place: 'placeNamed',
  organisation: 'organisation',
  cites: 'cites',
  language: 'documentLanguage',
  quality: 'quality',
  document: 'document',
  role: 'role',
  from: 'from',
  to: 'to',
}

export function facetsPart(answer: Answer, question: Question, language: Language): Html {
  const shown = FACETS.filter((facet) => !ELSEWHERE.has(facet) || question[facet].length > 0)
  return html`<aside class="facets" id="facets" aria-labelledby="facets-title">
<h2 id="facets-title">${say('filters', language)}</h2>
${histogramPart(answer, question, language)}
${shown.map((facet) => facetPart(facet, answer, question, language))}
<form class="dates" action="/" method="get">
<h3>${say('dates', language)}</h3>
${hidden(question, ['from', 'to', 'page'])}
${dateField('from', question, language)}${dateField('to', question, language)}
<button>${say('apply', language)}</button>
</form>
</aside>`
}

/** What narrows the answer now, each with a link that gives it up. */
export function chosenPart(answer: Answer, question: Question, language: Language): Part {
  if (!isFiltered(question)) return null
  const chips = FILTERS.flatMap((name) =>
    [question[name] ?? []].flat().map((value) => {
      const values = [question[name] ?? []].flat().filter((one) => one !== value)
      const left = name === 'from' || name === 'to' ? undefined : values
      const excluded = value.startsWith('-') && name !== 'from' && name !== 'to'
      const text = valueLabel(name, excluded ? value.slice(1) : value, answer, language)
      return html`<li><a class="chip${excluded ? ' excluded' : ''}" href="${searchLink(question, { [name]: left })}"><span class="of">${say(excluded ? 'exclude' : NAMES[name], language)}</span> <bdi>${text}</bdi> <span class="visually-hidden">(${say('remove', language)})</span></a></li>`
    }),
  )
  return html`<ul class="chips" aria-label="${say('chosen', language)}">${chips}
<li><a class="clear" href="${searchLink(unfiltered(question))}">${say('clear', language)}</a></li></ul>`
}

function facetPart(facet: Facet, answer: Answer, question: Question, language: Language): Part {
  const counts = answer.facets[facet]
  if (!counts) return null
  const buckets = withNone(counts, facet, question, language)
  const [only] = buckets
  const parted = buckets.length > 1 || (only?.children?.length ?? 0) > 1
  if (!parted && !only?.selected) return null
  const rows = buckets.map((bucket) => bucketPart(facet, bucket, question, language))
  const name = say(NAMES[facet], language)
  const rest = rows.slice(OPEN)
  const asked: Question = answer.query.relaxed ? { ...question, words: 'most' } : question
  const find = counts.other > 0 && findLink(facet, asked, language)
  const more = html`<details><summary>${say('more', language)} (${number(rest.length, language)})</summary><ul>${rest}</ul>${find}</details>`
  const list = html`<ul>${rows.slice(0, OPEN)}</ul>${rest.length > 0 && more}`
  if (MAIN.has(facet) || question[facet].length > 0) return html`<section><h3>${name}</h3>${list}</section>`
  return html`<details class="facet"><summary><h3>${name}</h3></summary>${list}</details>`
}

function withNone(
  { buckets, none }: FacetCounts,
  facet: Facet,
  question: Question,
  language: Language,
): Bucket[] {
  const selected = question[facet].includes(NONE)
  if (none === 0 && !selected) return buckets
  return [
    ...buckets,
    { value: NONE, label: say('withoutValue', language), count: none, documents: 0, selected },
  ]
}

/** Of a value, and of what stands beneath it. */
export function bucketPart(facet: Facet, bucket: Bucket, question: Question, language: Language): Html {
  const { value, label, count, selected, children = [] } = bucket
  const { unwanted } = split(question[facet])
  const chosen = selected && html` aria-current="true"`
  const link = searchLink(question, toggled(question, facet, value))
  const without = searchLink(question, {
    [facet]: [...question[facet].filter((one) => one !== value), `-${value}`],
  })
  const exclude = html`<a class="exclude" href="${without}" title="${say('exclude', language)}" aria-label="${say('exclude', language)} ${label}">−</a>`
  const beneath = children.map((child) => bucketPart('meeting', child, question, language))
  const meetings = html`<details class="beneath"${children.some((child) => child.selected) && html` open`}><summary>${say('meetings', language)} (${number(children.length, language)})</summary><ul>${beneath}</ul></details>`
  return html`<li><span class="row"><a class="value" href="${link}"${chosen}><bdi>${label}</bdi><span class="count">${number(count, language)}</span></a>${!selected && !unwanted.includes(value) && exclude}</span>${children.length > 0 && meetings}</li>`
}

function findLink(facet: Facet, question: Question, language: Language): Html {
  return html`<a class="find" href="${facetLink(facet, question)}">${say('findValue', language)}</a>`
}

function dateField(name: 'from' | 'to', question: Question, language: Language): Html {
  return html`<label>${say(name, language)} <input name="${name}" value="${question[name]}" dir="ltr" inputmode="numeric" size="10" placeholder="2016-12" pattern="[0-9]{4}(-[0-9]{2}){0,2}" title="${say('dateHint', language)}"></label>`
}

/** @param value as chosen; one that nothing has is not among the counted ones, but has its name all the same */
export function valueLabel(
  name: (typeof FILTERS)[number],
  value: string,
  answer: Answer,
  language: Language,
): string {
  if (value === NONE) return say('withoutValue', language)
  if (value.startsWith('-')) return `\u2212 ${valueLabel(name, value.slice(1), answer, language)}`
  const counted = answer.facets[name]?.buckets.find((bucket) => bucket.value === value)
  const facet = FACETS.find((one) => one === name)
  return counted?.label ?? (facet ? bucketLabel(facet, value, new Map(), language) : value)
}
