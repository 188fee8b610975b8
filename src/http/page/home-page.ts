/** What does a reader see who has asked nothing yet: what this is, what is here, how to begin? */
import type { Language } from '../../model.js'
import type { Answer, Documents } from '../../search/answer.js'
import type { Facet } from '../../search/facets/facets.js'
import type { Question } from '../../search/parameters.js'
import { factsOf, titleOf } from './hit.js'
import { type Html, html, type Part } from './html.js'
import { layout } from './layout.js'
import { documentLink, searchLink } from './links.js'
import { searchBox } from './search-box.js'
import { count, EXAMPLES, number, say, type Word } from './words.js'

const DOORS: [Facet, Word][] = [
  ['body', 'body'],
  ['year', 'year'],
  ['type', 'type'],
  ['language', 'documentLanguage'],
]
const VALUES = 8

/** What has to be counted for the page. */
export const COUNTED: Facet[] = DOORS.map(([facet]) => facet)

export function homePage(answer: Answer, latest: Documents, question: Question, language: Language): Html {
  return layout({
    title: `${say('name', language)} · ${say('tagline', language)}`,
    language,
    inLanguage: (lang) => searchLink(question, { lang }),
    main: html`<section class="hero">
<h1>${say('tagline', language)}</h1>
<p>${say('describe', language)}</p>
${searchBox(question, language)}
${answer.total.paragraphs === 0 ? emptyPart(language) : examplesPart(question, language)}
</section>
${answer.total.paragraphs > 0 && collectionPart(answer, latest, question, language)}`,
  })
}

function examplesPart(question: Question, language: Language): Html {
  const links = EXAMPLES.map(
    (q) => html`<a class="chip" href="${searchLink(question, { q })}"><bdi>${q}</bdi></a>`,
  )
  return html`<p class="examples"><span class="of">${say('examples', language)}</span> ${links}</p>`
}

function emptyPart(language: Language): Html {
  return html`<div class="nothing"><p class="big">${say('empty', language)}</p><p>${say('emptyHint', language)}</p></div>`
}

function collectionPart(answer: Answer, latest: Documents, question: Question, language: Language): Html {
  const { documents, paragraphs } = answer.total
  return html`<section class="collection">
<h2>${say('collection', language)} <a class="of" href="${searchLink(question, { sort: 'newest' })}">${count('documents', documents, language)} · ${count('results', paragraphs, language)}</a></h2>
<div class="doors">${DOORS.map(([facet, name]) => doorPart(facet, name, answer, question, language))}</div>
<h2>${say('latest', language)}</h2>
<ul class="latest">${latest.documents.map((document) => latestPart(document, question, language))}</ul>
</section>`
}

function doorPart(facet: Facet, name: Word, answer: Answer, question: Question, language: Language): Part {
  const buckets = answer.facets[facet]?.buckets.slice(0, VALUES) ?? []
  if (buckets.length === 0) return null
  const rows = buckets.map(
    ({ value, label, documents }) =>
      html`<li><a class="value" href="${searchLink(question, { [facet]: [value] })}"><bdi>${label}</bdi><span class="count">${number(documents, language)}</span></a></li>`,
  )
  return html`<section><h3>${say(name, language)}</h3><ul>${rows}</ul></section>`
}

function latestPart(document: Documents['documents'][number], { lang }: Question, language: Language): Html {
  return html`<li><a dir="auto" lang="${document.language}" href="${documentLink(document.key, { lang })}">${titleOf(document)}</a>
<div class="facts">${factsOf(document, language)}<span>${count('results', document.paragraphs, language)}</span></div></li>`
}
