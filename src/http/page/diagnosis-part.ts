/** What may help a reader who found little: another spelling, and why nothing holds everything, each as a link. */
import type { Language } from '../../model.js'
import type { Answer } from '../../search/answer.js'
import type { DiagnosedWord, Diagnosis } from '../../search/help/diagnosis.js'
import { phrase } from '../../search/labels.js'
import type { Question } from '../../search/parameters.js'
import { NAMES, valueLabel } from './facets.js'
import { type Html, html, type Part } from './html.js'
import { searchLink, unfiltered } from './links.js'
import { count, say } from './words.js'

export function suggestionPart({ suggestion }: Answer, question: Question, language: Language): Part {
  if (!suggestion) return null
  const link = searchLink(question, { q: suggestion })
  return html`<p class="note suggestion" role="status">${say('didYouMean', language)} <a href="${link}"><bdi>${suggestion}</bdi></a></p>`
}

/** Words that nothing holds, and what would be found without each part of the question. */
export function diagnosisPart(answer: Answer, question: Question, language: Language): Part {
  const { diagnosis } = answer.query
  if (!diagnosis) return null
  const { words, filters, unfiltered: all } = diagnosis
  const rows = [
    ...words.map((word) => wordRow(word, diagnosis, question, language)),
    ...filters.map((filter) => filterRow(filter, answer, diagnosis, question, language)),
    filters.length > 1 &&
      all > 0 &&
      html`<li>${say('withoutFilters', language)} <a href="${searchLink(unfiltered(question))}">${counted(all, diagnosis, language)}</a></li>`,
  ]
  return html`<section class="diagnosis"><h2>${say('whyNothing', language)}</h2><ul>${rows}</ul></section>`
}

function wordRow(
  { text, everywhere, filtered, without }: DiagnosedWord,
  diagnosis: Diagnosis,
  question: Question,
  language: Language,
): Html {
  const found =
    everywhere === 0
      ? say('wordNowhere', language)
      : `${say('wordFound', language)} ${counted(everywhere, diagnosis, language, 'in')}`
  const here = filtered < everywhere && ` (${say('underFilters', language)} ${filtered})`
  const rest =
    without &&
    without.found > 0 &&
    html` · ${say('withoutWord', language)} <a href="${searchLink(question, { q: without.q })}">${counted(without.found, diagnosis, language)}</a>`
  return html`<li><strong><bdi>${text}</bdi></strong> ${found}${here}${rest}</li>`
}

function filterRow(
  { name, values, without }: Diagnosis['filters'][number],
  answer: Answer,
  diagnosis: Diagnosis,
  question: Question,
  language: Language,
): Part {
  if (without === 0) return null
  const link = searchLink(question, { [name]: name === 'from' || name === 'to' ? undefined : [] })
  const labels = values.map((value) => valueLabel(name, value, answer, language)).join(' · ')
  return html`<li>${say('withoutFilter', language)} ${say(NAMES[name], language)} <bdi>${labels}</bdi>${phrase('of', language)}<a href="${link}">${counted(without, diagnosis, language)}</a></li>`
}

function counted(n: number, { of }: Diagnosis, language: Language, after: 'in' | '' = ''): string {
  return count(of === 'documents' ? 'documents' : 'results', n, language, after)
}
