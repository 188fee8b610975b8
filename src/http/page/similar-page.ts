/** What else says nearly this? The paragraph itself, then those like it. */
import type { Language } from '../../model.js'
import type { Similar, SimilarHit } from '../../search/help/similar.js'
import { readQuestion } from '../../search/request.js'
import { citationPart, factsOf, marked, titleOf } from './hit.js'
import { type Html, html } from './html.js'
import { layout } from './layout.js'
import { documentLink, similarLink } from './links.js'
import { searchBox } from './search-box.js'
import { say } from './words.js'

export function similarPage(
  { paragraph, similar }: Similar,
  lang: Language | undefined,
  language: Language,
): Html {
  return layout({
    title: `${say('similar', language)} · ${say('name', language)}`,
    language,
    inLanguage: (other) => similarLink(paragraph.id, other),
    box: searchBox({ ...readQuestion({}), lang }, language),
    main: html`<section class="results" aria-labelledby="results-title">
<h1 id="results-title">${say('similar', language)}</h1>
<blockquote class="text" lang="${paragraph.language}" dir="${paragraph.dir}">${marked(paragraph.segments)}</blockquote>
<p class="facts"><a href="${place(paragraph, lang)}" dir="auto">${titleOf(paragraph.document)}</a>${factsOf(paragraph.document, language)}</p>
${similar.length === 0 && html`<p class="note">${say('noneSimilar', language)}</p>`}
<ol class="hits">${similar.map((hit) => similarPart(hit, lang, language))}</ol>
</section>`,
  })
}

function similarPart(hit: SimilarHit, lang: Language | undefined, language: Language): Html {
  const { document, paragraph, nearlySame, sameDocument } = hit
  return html`<li class="hit">
<article>
<a class="number" href="${place(hit, lang)}" aria-label="${say('paragraph', language)} ${paragraph.label}"><bdi>${paragraph.number ?? '¶'}</bdi></a>
<h2 class="of" dir="auto"><a href="${place(hit, lang)}">${titleOf(document)}</a></h2>
<p class="text" lang="${hit.language}" dir="${hit.dir}">${marked(hit.segments)}</p>
<div class="facts">${factsOf(document, language)}${nearlySame && html`<span class="badge">${say('nearlySame', language)}</span>`}${sameDocument && html`<span class="badge">${say('sameDocument', language)}</span>`}</div>
<p class="offer"><a href="${similarLink(hit.id, lang)}">${say('similar', language)}</a></p>
${citationPart(hit, language, ['ar', 'en', 'fr'])}
</article>
</li>`
}

function place(
  { document, paragraph }: SimilarHit | Similar['paragraph'],
  lang: Language | undefined,
): string {
  return documentLink(document.key, { lang, label: paragraph.label })
}
