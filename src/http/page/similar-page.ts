/** What else says nearly this? The paragraph itself, then those like it. */
import type { Language } from '../../model.js'
import type { Similar, SimilarHit } from '../../search/help/similar.js'
import { readQuestion } from '../../search/request.js'
import { factsOf, hitPart, marked, titleOf } from './hit.js'
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
  const place = documentLink(paragraph.document.key, { lang, label: paragraph.paragraph.label })
  return layout({
    title: `${say('similar', language)} · ${say('name', language)}`,
    language,
    inLanguage: (other) => similarLink(paragraph.id, other),
    box: searchBox({ ...readQuestion({}), lang }, language),
    main: html`<section class="results" aria-labelledby="results-title">
<h1 id="results-title">${say('similar', language)}</h1>
<blockquote class="text" lang="${paragraph.language}" dir="${paragraph.dir}">${marked(paragraph.segments)}</blockquote>
<p class="facts"><span><a href="${place}" dir="auto">${titleOf(paragraph.document)}</a></span>${factsOf(paragraph.document, language)}</p>
${similar.length === 0 && html`<p class="note">${say('noneSimilar', language)}</p>`}
<ol class="hits">${similar.map((hit) => hitPart(hit, { q: '', lang }, language, likenessOf(hit, language)))}</ol>
</section>`,
  })
}

function likenessOf({ nearlySame, sameDocument }: SimilarHit, language: Language): string[] {
  return [nearlySame && say('nearlySame', language), sameDocument && say('sameDocument', language)].filter(
    (badge) => badge !== false,
  )
}
