/** How does one found paragraph look: where it stands, what it says, how to cite it? */
import type { Language } from '../../model.js'
import type { DocumentHead, Hit } from '../../search/answer.js'
import type { Segment } from '../../search/highlight.js'
import { dateLabel, label } from '../../search/labels.js'
import type { Question } from '../../search/request.js'
import { directionOf } from '../../search/response.js'
import { type Html, html, type Part } from './html.js'
import { documentLink } from './links.js'
import { say } from './words.js'

export function hitPart(hit: Hit, { q, lang }: Question, language: Language): Html {
  const { document, paragraph } = hit
  const link = documentLink(document.key, { q, lang, label: paragraph.label })
  return html`<li class="hit">
<article>
<a class="number" href="${link}" aria-label="${say('paragraph', language)} ${paragraph.label}"><bdi>${shortNumber(hit)}</bdi></a>
<h2 class="of" dir="auto"><a href="${link}">${titleOf(document)}</a></h2>
<p class="text" lang="${hit.language}" dir="${hit.dir}">${marked(hit.segments)}</p>
<div class="facts">${factsOf(document, language)}${badges(hit, language)}</div>
${citationPart(hit, language, ['ar', 'en', 'fr'])}
</article>
</li>`
}

/** @returns the text with `<mark>` around what matched */
export function marked(segments: Segment[]): Html[] {
  return segments.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : html`${text}`))
}

export function titleOf({ title, symbol, key }: DocumentHead): string {
  return title ?? symbol ?? key
}

/** What is known of a document, each in its own isolate, so that Latin symbols keep their order. */
export function factsOf(
  { body, date, dateEnd, city, hostCountry, symbol, type }: DocumentHead,
  language: Language,
): Html[] {
  const place = city
    ? label('city', city, language)
    : hostCountry && label('hostCountry', hostCountry, language)
  const facts = [
    type && label('type', type, language),
    body && label('body', body, language),
    date && dateLabel(date, language, dateEnd),
    place,
  ]
  const plain = facts.filter((fact) => fact).map((fact) => html`<span><bdi>${fact}</bdi></span>`)
  return symbol ? [...plain, html`<span><bdi class="symbol" dir="ltr">${symbol}</bdi></span>`] : plain
}

/** Lines to copy, each whole at one click, first the one in the language of the reader. */
export function citationPart({ citation }: Hit, first: Language, others: Language[] = []): Html {
  const lines = [first, ...others.filter((other) => other !== first)].map(
    (one) => html`<p class="citation" lang="${one}" dir="${directionOf(one)}">${citation[one]}</p>`,
  )
  return html`<details class="cite"><summary>${say('cite', first)}</summary>${lines}</details>`
}

function shortNumber({ paragraph }: Hit): string {
  return paragraph.number ?? '¶'
}

/** Only what is unusual is said: that a word stands in another form, or that some are missing. */
function badges({ matched }: Hit, language: Language): Part {
  const unusual = matched.filter((how) => how !== 'exact')
  return unusual.map((how) => html`<span class="badge">${say(how, language)}</span>`)
}
