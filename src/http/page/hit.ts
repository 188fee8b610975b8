/** How does one found paragraph look: where it stands, what it says, how to cite it? */
import { LANGUAGES, type Language } from '../../model.js'
import type { DocumentHead, Group, Hit, Repeats } from '../../search/answer.js'
import type { Segment } from '../../search/hits/highlight.js'
import { directionOf } from '../../search/hits/response.js'
import { dateLabel, label } from '../../search/labels.js'
import type { Question } from '../../search/parameters.js'
import { type Html, html, type Part } from './html.js'
import { documentLink, searchLink, similarLink } from './links.js'
import { count, OWN_NAMES, say } from './words.js'

type Asked = Pick<Question, 'q' | 'lang'>

/** @param badges what is said of it besides its facts */
export function hitPart(
  hit: Hit,
  question: Asked,
  language: Language,
  badges = unusual(hit, language),
): Html {
  const { document } = hit
  const link = paragraphLink(hit, question)
  return html`<li class="hit">
<article>
${numberPart(hit, link, language)}
<h2 class="of" dir="auto"><a href="${link}">${titleOf(document)}</a></h2>
${textPart(hit)}
<div class="facts">${factsOf(document, language)}${badges.map((text) => html`<span class="badge">${text}</span>`)}</div>
${offersPart(hit, question, language)}
${similarPart(hit, question, language)}
${citationPart(hit, language, LANGUAGES)}
</article>
</li>`
}

/** A document with its best paragraphs, and a link to the others of it that answer too. */
export function groupPart({ document, hits, more }: Group, question: Question, language: Language): Html {
  const all = searchLink(question, { document: [document.key], group: 'none' })
  const paragraphs = hits.map(
    (hit) => html`<li>${numberPart(hit, paragraphLink(hit, question), language)}<div>${textPart(hit)}
${citationPart(hit, language, LANGUAGES)}</div></li>`,
  )
  return html`<li class="hit group">
<article>
<h2 dir="auto"><a href="${documentLink(document.key, question)}">${titleOf(document)}</a></h2>
<div class="facts">${factsOf(document, language)}</div>
${hits[0] && versionsPart(hits[0], question, language)}
<ul class="best">${paragraphs}</ul>
${more > 0 && html`<p><a href="${all}">${say('moreInDocument', language)} ${count('results', more, language)}</a></p>`}
</article>
</li>`
}

/** Leads to the paragraphs that are like this one. */
export function similarPart({ id }: { id: string }, { lang }: { lang?: Language }, language: Language): Html {
  return html`<p class="offer"><a href="${similarLink(id, lang)}">${say('similar', language)}</a></p>`
}

function paragraphLink({ document, paragraph }: Hit, { q, lang }: Asked): string {
  return documentLink(document.key, { q, lang, label: paragraph.label })
}

function numberPart(hit: Hit, link: string, language: Language): Html {
  const { label } = hit.paragraph
  return html`<a class="number" href="${link}" aria-label="${say('paragraph', language)} ${label}"><bdi>${shortNumber(hit)}</bdi></a>`
}

function textPart(hit: Hit): Html {
  return html`<p class="text" lang="${hit.language}" dir="${hit.dir}">${marked(hit.segments)}</p>`
}

/** The document in other languages, and the documents that say the same. */
function offersPart(hit: Hit, question: Asked, language: Language): Part {
  return [versionsPart(hit, question, language), hit.same && samePart(hit.same, question, language)]
}

function versionsPart({ versions = [] }: Hit, { lang }: Asked, language: Language): Part {
  if (versions.length === 0) return null
  const links = versions.map(
    (version) =>
      html` <a href="${documentLink(version.key, { lang })}" lang="${version.language}" hreflang="${version.language}">${OWN_NAMES[version.language as Language]}</a>`,
  )
  return html`<p class="offer">${say('otherLanguages', language)}${links}</p>`
}

function samePart({ count: others, paragraphs }: Repeats, { lang }: Asked, language: Language): Html {
  const links = paragraphs.map(({ key, label, title, symbol, date }) => {
    const place = [symbol ?? title ?? key, date?.slice(0, 4)].filter(Boolean).join(' · ')
    return html`<li><a href="${documentLink(key, { lang, label })}"><bdi>${place}</bdi></a></li>`
  })
  return html`<details class="same"><summary>${say('sameIn', language)} ${count('documents', others, language, 'in')}</summary><ul>${links}${others > paragraphs.length && html`<li>…</li>`}</ul></details>`
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
export function citationPart({ citation }: Hit, first: Language, others: readonly Language[] = []): Html {
  const lines = [first, ...others.filter((other) => other !== first)].map(
    (one) => html`<p class="citation" lang="${one}" dir="${directionOf(one)}">${citation[one]}</p>`,
  )
  return html`<details class="cite"><summary>${say('cite', first)}</summary>${lines}</details>`
}

function shortNumber({ paragraph }: Hit): string {
  return paragraph.number ?? '¶'
}

/** Only what is unusual is said: that a word stands in another form, or that some are missing. */
function unusual({ matched }: Hit, language: Language): string[] {
  return matched.filter((how) => how !== 'exact').map((how) => say(how, language))
}
