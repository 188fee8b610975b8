/** How does a whole document look: its facts, then its paragraphs, each with a place that can be linked to? */
import type { Language } from '../../model.js'
import type { DocumentHead, DocumentView, Hit } from '../../search/answer.js'
import { dateLabel, label, phrase } from '../../search/labels.js'
import { readQuestion } from '../../search/request.js'
import { directionOf } from '../../search/response.js'
import { citationPart, marked, titleOf } from './hit.js'
import { type Html, html, type Part } from './html.js'
import { layout } from './layout.js'
import { anchor, documentLink, searchLink } from './links.js'
import { searchBox } from './search-box.js'
import { count, say, type Word } from './words.js'

type Asked = { q: string; lang?: Language }

export function documentPage(view: DocumentView, { q, lang }: Asked, language: Language): Html {
  const { document, paragraphs, total } = view
  const within = { ...readQuestion({ document: document.key }), q, lang }
  return layout({
    title: `${titleOf(document)} · ${say('name', language)}`,
    language,
    inLanguage: (other) => documentLink(document.key, { q, lang: other }),
    box: searchBox(within, language, 'searchHere'),
    main: html`<article class="document" lang="${document.language}" dir="${directionOf(document.language)}">
<header lang="${language}" dir="${directionOf(language)}">
${document.type && html`<p class="kicker">${label('type', document.type, language)}</p>`}
<h1 lang="${document.language}" dir="auto">${titleOf(document)}</h1>
<dl>${facts(document, lang, language)}</dl>
<p class="of">${count('results', total, language)}</p>
</header>
${paragraphs.map((paragraph) => paragraphPart(paragraph, language))}
${paragraphs.length < total && html`<p class="note" lang="${language}">${say('shortened', language)}</p>`}
</article>`,
  })
}

function facts(document: DocumentHead, lang: Language | undefined, language: Language): Part[] {
  const { symbol, issuer, meeting, date, dateEnd, city, hostCountry } = document
  const place = [
    city && label('city', city, language),
    hostCountry && label('hostCountry', hostCountry, language),
  ]
  const everyOne = searchLink({ ...readQuestion({}), lang }, { meeting: meeting ? [meeting.key] : [] })
  return [
    fact('issuer', issuer && label('issuer', issuer, language), language),
    fact('meeting', meeting && html`<a href="${everyOne}">${meeting.label}</a>`, language),
    fact('date', date && dateLabel(date, language, dateEnd), language),
    fact('place', [...new Set(place.filter((part) => part))].join(phrase('comma', language)), language),
    fact('symbol', symbol && html`<bdi class="symbol" dir="ltr">${symbol}</bdi>`, language),
    fact('documentLanguage', label('language', document.language, language), language),
  ]
}

function fact(name: Word, value: Part, language: Language): Part {
  return value ? html`<div><dt>${say(name, language)}</dt><dd>${value}</dd></div>` : null
}

function paragraphPart(hit: Hit, language: Language): Html {
  const { number, label: name, role, page } = hit.paragraph
  const text = html`<p class="text" dir="${hit.dir}">${marked(hit.segments)}</p>`
  const link = html`<a class="number" href="${hit.permalink}" title="${say('permalink', language)}" aria-label="${say('permalink', language)} ${name}"><bdi>${number ?? '¶'}</bdi></a>`
  return html`<section class="paragraph ${role}" id="${anchor(name)}" lang="${hit.language}" dir="${hit.dir}" data-page="${page}">
${link}${text}${number && citationPart(hit, language)}
</section>`
}
