/** How was the question read: its parts, the stems that are looked for, how many paragraphs hold each. */
import type { Language } from '../../model.js'
import { NONE } from '../../search/facets/facets.js'
import type { Explained, Forms, Part as Read } from '../../search/help/explain.js'
import { label, phrase } from '../../search/labels.js'
import type { Value } from '../../search/language/tree.js'
import { readQuestion } from '../../search/request.js'
import { type Html, html, type Part } from './html.js'
import { layout } from './layout.js'
import { explainLink, helpLink, searchLink } from './links.js'
import { searchBox } from './search-box.js'
import { count, say, type Word } from './words.js'

const KINDS: Record<Read['kind'], Word> = {
  word: 'asWord',
  phrase: 'asPhrase',
  prefix: 'asPrefix',
  field: 'asField',
  any: 'asAny',
}

export function explainPage(explained: Explained, lang: Language | undefined, language: Language): Html {
  const { text, notes, parts, synonyms } = explained
  const question = { ...readQuestion({}), q: text, lang }
  return layout({
    title: `${say('explainQuery', language)} · ${say('name', language)}`,
    language,
    inLanguage: (other) => explainLink(text, other),
    box: searchBox(question, language),
    main: html`<article class="document help explain">
<h1>${say('explainQuery', language)}</h1>
<form action="/explain" method="get">
<input name="q" value="${text}" dir="auto" maxlength="512" aria-label="${say('searchLabel', language)}">
${lang && html`<input type="hidden" name="lang" value="${lang}">`}
<button>${say('show', language)}</button>
</form>
${notes.map((note) => html`<p class="note">${note}</p>`)}
${parts.length > 0 && html`<p>${say('allRequired', language)}</p>`}
${tree(parts, language)}
${synonyms.map((one) => html`<p>${say('alsoNamed', language)} (${label('language', one.language, language)})${phrase('of', language)}${tokens(one.stems)}</p>`)}
<p><a class="button" href="${searchLink(question)}">${say('search', language)}</a> <a href="${helpLink(lang)}">${say('help', language)}</a></p>
</article>`,
  })
}

function tree(parts: Read[], language: Language): Html {
  return html`<ul class="parts">${parts.map((part) => partRow(part, language))}</ul>`
}

function partRow(part: Read, language: Language): Html {
  const { kind, text, wanted, paragraphs, slop, forms = [], of = [] } = part
  return html`<li><strong><bdi>${text}</bdi></strong>
<span class="badge">${slop === undefined ? say(KINDS[kind], language) : `${say('asNear', language)} ~${slop}`}</span>${!wanted && html` <span class="badge excluded">${say('exclude', language)}</span>`}
<span class="of">${count('results', paragraphs, language)}</span>
${forms.map((one) => formsRow(one, language))}${valuesRow(part)}
${of.map((some) => tree(some, language))}</li>`
}

function formsRow({ language: of, typed, stems }: Forms, language: Language): Html {
  const name = label('language', of, language)
  const stem = stems.length > 0 ? tokens(stems) : say('passedOver', language)
  return html`<div class="forms">${name}${phrase('of', language)}${say('asTyped', language)} ${tokens(typed)} · ${say('stems', language)} ${stem}</div>`
}

/** Codes as the index has them; they are the same in each language. */
function valuesRow({ field, values = [] }: Read): Part {
  if (!field) return null
  return html`<div class="forms" dir="ltr"><code>${field}</code> ${values.map((value) => html`<code>${written(value)}</code> `)}</div>`
}

/** As one may type it. */
function written(value: Value): string {
  if ('is' in value) return value.is
  if ('startsWith' in value) return `${value.startsWith}*`
  if ('verb' in value) return `${value.verb}|${value.object}`
  if ('number' in value) return value.number
  if ('none' in value) return NONE
  const { from = '', to = '' } = value
  return from === to ? from : `${from}..${to}`
}

/** Without the mark by which the index keeps a listed word apart from the rest of another. */
function tokens(words: string[]): Html[] {
  return words.map((word) => html`<code dir="auto">${word.replace(/^[^\p{L}\p{N}]+/u, '')}</code> `)
}
