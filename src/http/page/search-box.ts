/** Where does one type? The box, with everything that was chosen kept in hidden fields. */
import type { Language } from '../../model.js'
import type { Question } from '../../search/parameters.js'
import { type Html, html } from './html.js'
import { helpLink, parameters } from './links.js'
import { say, type Word } from './words.js'

export function searchBox(question: Question, language: Language, label: Word = 'searchLabel'): Html {
  return html`<form class="search" action="/" method="get" role="search">
<input type="search" name="q" value="${question.q}" dir="auto" maxlength="512" autocomplete="off" enterkeyhint="search" accesskey="/" aria-label="${say(label, language)}" placeholder="${say(label === 'searchLabel' ? 'placeholder' : label, language)}">
${hidden(question, ['q', 'page'])}
<button>${say('search', language)}</button>
<a class="help" href="${helpLink(question.lang)}" aria-label="${say('help', language)}" title="${say('help', language)}">?</a>
</form>`
}

/** @param without names of fields that the form has itself */
export function hidden(question: Question, without: string[]): Html[] {
  return [...parameters(question)]
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
}
