/** What does a reader see who asked something? */
import type { Language } from '../../model.js'
import type { Answer } from '../../search/answer.js'
import { phrase } from '../../search/labels.js'
import { asksForText, readingOf } from '../../search/language/reading.js'
import type { Question } from '../../search/parameters.js'
import type { ExportFormat } from '../export-formats.js'
import { diagnosisPart, suggestionPart } from './diagnosis-part.js'
import { chosenPart, facetsPart } from './facets.js'
import { groupPart, hitPart } from './hit.js'
import { type Html, html, type Part } from './html.js'
import { layout } from './layout.js'
import { explainLink, exportLink, helpLink, isFiltered, searchLink, unfiltered } from './links.js'
import { searchBox } from './search-box.js'
import { count, number, say, type Word } from './words.js'

/** Pages before and after the current one that have a link. */
const NEIGHBOURS = 2

export function resultsPage(answer: Answer, question: Question, language: Language): Html {
  return layout({
    title: `${question.q || say('allParagraphs', language)} · ${say('name', language)}`,
    language,
    inLanguage: (lang) => searchLink(question, { lang, page: question.page }),
    box: searchBox(question, language),
    main: html`<div class="columns">
<section class="results" aria-labelledby="results-title">
${headPart(answer, question, language)}
${chosenPart(answer, question, language)}
${notesPart(answer, question, language)}
${suggestionPart(answer, question, language)}
${question.q !== '' && html`<p class="of explain-link"><a href="${explainLink(question.q, question.lang)}">${say('explainQuery', language)}</a></p>`}
${answer.total.paragraphs === 0 ? nothingPart(answer, question, language) : hitsPart(answer, question, language)}
${pagesPart(answer, question, language)}
${answer.total.paragraphs > 0 && takeAwayPart(question, language)}
</section>
${facetsPart(answer, question, language)}
</div>`,
  })
}

function headPart({ total }: Answer, question: Question, language: Language): Html {
  const heading = html`<h1 id="results-title">${count('results', total.paragraphs, language)}</h1>`
  if (total.paragraphs === 0) return html`<div class="head">${heading}</div>`
  return html`<div class="head">
${heading}<span class="of">${say('in', language)} ${count('documents', total.documents, language, 'in')}</span>
<a class="to-facets" href="#facets">${say('filters', language)}</a>
<nav class="sort" aria-label="${say('sort', language)}">${sortLinks(question, language)}</nav>
<nav class="sort view" aria-label="${say('view', language)}">${viewLinks(question, language)}</nav>
</div>`
}

/** Paragraph by paragraph or by document; and where all the words have to stand. */
function viewLinks(question: Question, language: Language): Part[] {
  const link = (changes: Partial<Question>, chosen: boolean, text: Word) =>
    html`<a href="${searchLink(question, changes)}"${chosen && html` aria-current="true"`}>${say(text, language)}</a>`
  const { group, scope, q } = question
  return [
    link({ group: 'none' }, group === 'none', 'byParagraph'),
    link({ group: 'document' }, group === 'document', 'byDocument'),
    q !== '' &&
      link({ scope: scope === 'document' ? 'paragraph' : 'document' }, scope === 'document', 'wholeDocument'),
  ]
}

/** Without words, as where only fields were typed, there is nothing to be close to: such an answer is the newest first. */
function sortLinks(question: Question, language: Language): Html[] {
  const ranked = asksForText(readingOf(question.q))
  const orders = ranked ? (['relevance', 'newest', 'oldest'] as const) : (['newest', 'oldest'] as const)
  const current = ranked || question.sort !== 'relevance' ? question.sort : 'newest'
  return orders.map((sort) => {
    const chosen = sort === current && html` aria-current="true"`
    return html`<a href="${searchLink(question, { sort })}"${chosen}>${say(sort, language)}</a>`
  })
}

function notesPart({ query }: Answer, question: Question, language: Language): Part {
  const insist = html` <a href="${searchLink(question, { words: 'all' })}">${say('insist', language)}</a>`
  // That the answer was relaxed is said first.
  return query.notes.map(
    (note, at) =>
      html`<p class="note" role="status">${note}${query.relaxed && at === 0 && [nowherePart(query, language), insist]}</p>`,
  )
}

/** The words for which a relaxed answer had to be one. */
function nowherePart({ diagnosis }: Answer['query'], language: Language): Part {
  const missing = diagnosis?.words.filter(({ everywhere }) => everywhere === 0) ?? []
  return missing.map(
    ({ text }) => html` <strong><bdi>${text}</bdi></strong> ${say('wordNowhere', language)}.`,
  )
}

function hitsPart({ hits, groups }: Answer, question: Question, language: Language): Html {
  const found = groups
    ? groups.map((group) => groupPart(group, question, language))
    : hits.map((hit) => hitPart(hit, question, language))
  return html`<ol class="hits">${found}</ol>`
}

/** All of the answer as a file. */
function takeAwayPart(question: Question, language: Language): Html {
  const forms = { csv: 'asTable', jsonl: 'asLines', citations: 'asCitations' } as const
  const links = Object.entries(forms).map(
    ([format, text]) =>
      html`<li><a href="${exportLink(question, format as ExportFormat)}" download>${say(text, language)}</a></li>`,
  )
  return html`<nav class="take-away" aria-label="${say('takeAway', language)}">
<span>${say('takeAway', language)}</span><ul>${links}</ul>
</nav>`
}

/** What might help, as links that try it. */
function nothingPart(answer: Answer, question: Question, language: Language): Html {
  const { match, scope } = question
  const { words = [], anyWord = 0 } = answer.query.diagnosis ?? {}
  const everyPartIsHere = words.length > 1 && words.every(({ filtered }) => filtered > 0)
  const ways: [boolean, Partial<Question>, Word][] = [
    [isFiltered(question), unfiltered(question), 'clear'],
    [match === 'exact', { match: 'inflected' }, 'forms'],
    [everyPartIsHere && scope === 'paragraph', { scope: 'document' }, 'wholeDocument'],
    [anyWord > 0, { words: 'any' }, 'anyWord'],
  ]
  const links = ways
    .filter(([helps]) => helps)
    .map(
      ([, changes, text]) =>
        html`<li><a class="button" href="${searchLink(question, changes)}">${say(text, language)}</a></li>`,
    )
  return html`<div class="nothing">
<p class="big">${say('nothing', language)}${question.q && html`${phrase('of', language)}<bdi>${question.q}</bdi>`}</p>
<p>${say('nothingHint', language)} <a href="${helpLink(question.lang)}">${say('help', language)}</a></p>
${diagnosisPart(answer, question, language)}
<ul class="ways">${links}</ul>
</div>`
}

function pagesPart({ page }: Answer, question: Question, language: Language): Part {
  if (page.last < 2) return null
  const link = (to: number, text: string, rel: string) =>
    to >= 1 &&
    to <= page.last &&
    html`<a href="${searchLink(question, { page: to })}" rel="${rel}">${text}</a>`
  return html`<nav class="pages" aria-label="${say('pages', language)}">
${link(page.number - 1, say('previous', language), 'prev')}
${numbers(page.number, page.last).map((to) => numberLink(to, page.number, question, language))}
${link(page.number + 1, say('next', language), 'next')}
</nav>`
}

function numberLink(to: number, current: number, question: Question, language: Language): Html {
  if (to === current) return html`<span aria-current="page">${number(to, language)}</span>`
  return html`<a href="${searchLink(question, { page: to })}">${number(to, language)}</a>`
}

function numbers(current: number, last: number): number[] {
  const first = Math.max(1, Math.min(current - NEIGHBOURS, last - 2 * NEIGHBOURS))
  const length = Math.min(2 * NEIGHBOURS + 1, last - first + 1)
  return Array.from({ length }, (_, n) => first + n)
}
