/** Which values does a long facet have? All that are called like what is typed, each a link back to the answer. */
import type { Language } from '../../model.js'
import type { FacetCounts } from '../../search/answer.js'
import type { Facet } from '../../search/facets/facets.js'
import type { Question } from '../../search/parameters.js'
import { bucketPart, NAMES } from './facets.js'
import { type Html, html } from './html.js'
import { layout } from './layout.js'
import { facetLink, searchLink } from './links.js'
import { hidden, searchBox } from './search-box.js'
import { say } from './words.js'

export function facetPage(
  facet: Facet,
  counts: FacetCounts,
  { find, ...question }: Question & { find: string },
  language: Language,
): Html {
  const name = say(NAMES[facet], language)
  const rows = counts.buckets.map((bucket) => bucketPart(facet, bucket, question, language))
  return layout({
    title: `${name} · ${say('name', language)}`,
    language,
    inLanguage: (lang) => facetLink(facet, { ...question, lang }, find),
    box: searchBox(question, language),
    main: html`<section class="values facets">
<p><a href="${searchLink(question)}">${say('backToResults', language)}</a></p>
<h1>${name}</h1>
<form class="search" action="/facets/${facet}" method="get">
<input type="search" name="find" value="${find}" dir="auto" maxlength="100" autocomplete="off" aria-label="${say('findValue', language)}" placeholder="${say('findValue', language)}">
${hidden(question, ['page', 'size'])}
<button>${say('search', language)}</button>
</form>
${rows.length > 0 ? html`<ul>${rows}</ul>` : html`<p class="of">${say('noValue', language)}</p>`}
${counts.other > 0 && html`<p class="of">${say('moreValues', language)}</p>`}
</section>`,
  })
}
