/** How does a whole document look: its facts, then its paragraphs, each with a place that can be linked to? */
import type { Language } from '../../model.js'
import type { DocumentParagraph, DocumentView } from '../../search/answer.js'
import { directionOf } from '../../search/hits/response.js'
import { dateLabel, hijriLabel, label, phrase } from '../../search/labels.js'
import { readQuestion } from '../../search/request.js'
import { citationPart, marked, similarPart, titleOf } from './hit.js'
import { type Html, html, type Part } from './html.js'
import { layout } from './layout.js'
import { anchor, documentLink, searchLink } from './links.js'
import { notedPart } from './noted.js'
import { searchBox } from './search-box.js'
import { count, OWN_NAMES, say, type Word } from './words.js'

type Asked = { q: string; lang?: Language; beside?: Language }

/** @param other version in another language that stands beside it */
export function documentPage(
  view: DocumentView,
  asked: Asked,
  language: Language,
  other?: DocumentView,
): Html {
  const { document, paragraphs, total } = view
  const { q, lang, beside } = asked
  const within = { ...readQuestion({ document: document.key }), q, lang }
  const texts = new Map(other?.paragraphs.map((one) => [one.paragraph.label, one]))
  return layout({
    title: `${titleOf(document)} · ${say('name', language)}`,
    language,
    inLanguage: (chosen) => documentLink(document.key, { q, lang: chosen, beside }),
    box: searchBox(within, language, 'searchHere'),
    main: html`<article class="document${other && ' beside'}" lang="${document.language}" dir="${directionOf(document.language)}">
<header lang="${language}" dir="${directionOf(language)}">
${document.type && html`<p class="kicker">${label('type', document.type, language)}</p>`}
<h1 lang="${document.language}" dir="auto">${titleOf(document)}</h1>
<dl>${facts(view, lang, language)}${relations(view, asked, language)}</dl>
<p class="of">${count('results', total, language)}</p>
${itemsPart(view, lang, language)}
</header>
${paragraphs.map((paragraph) => paragraphPart(paragraph, asked, language, other && texts))}
${paragraphs.length < total && html`<p class="note" lang="${language}">${say('shortened', language)}</p>`}
</article>`,
  })
}

function facts({ document }: DocumentView, lang: Language | undefined, language: Language): Part[] {
  const { symbol, issuer, meeting, date, dateEnd, city, hostCountry, quality } = document
  const place = [
    city && label('city', city, language),
    hostCountry && label('hostCountry', hostCountry, language),
  ]
  const everyOne = searchLink({ ...readQuestion({}), lang }, { meeting: meeting ? [meeting.key] : [] })
  return [
    fact('issuer', issuer && label('issuer', issuer, language), language),
    fact('meeting', meeting && html`<a href="${everyOne}">${meeting.label}</a>`, language),
    fact('date', date && [dateLabel(date, language, dateEnd), hijriPart(document, language)], language),
    fact('place', [...new Set(place.filter((part) => part))].join(phrase('comma', language)), language),
    fact('symbol', symbol && html`<bdi class="symbol" dir="ltr">${symbol}</bdi>`, language),
    fact('documentLanguage', label('language', document.language, language), language),
    fact('quality', quality && quality !== 'clean' && label('quality', quality, language), language),
  ]
}

/** As printed; where it is not, as the calendar has it. */
function hijriPart({ hijri }: DocumentView['document'], language: Language): Part {
  const day = hijri?.printed ?? hijri?.computed
  if (!day) return null
  return html`<br><span class="hijri">${hijriLabel(day, language)}${!hijri?.printed && ` (${say('computed', language)})`}</span>`
}

/** Its other languages, and who cites it. */
function relations({ document, languages, citedBy }: DocumentView, asked: Asked, language: Language): Part[] {
  const { lang } = asked
  const links = languages.map(({ language: other, key }) => {
    const together = asked.beside === other
    const next = documentLink(document.key, { ...asked, beside: together ? undefined : other })
    return html`<span class="version"><a href="${documentLink(key, { lang })}" hreflang="${other}">${OWN_NAMES[other as Language]}</a> <a class="quiet" href="${next}">${say(together ? 'besideEnd' : 'beside', language)}</a></span> `
  })
  const citing =
    citedBy && searchLink({ ...readQuestion({}), lang }, { cites: [citedBy.value], role: ['-cover'] })
  return [
    fact('inLanguages', links.length > 0 && links, language),
    fact(
      'citedBy',
      citedBy && html`<a href="${citing}">${count('results', citedBy.paragraphs, language)}</a>`,
      language,
    ),
  ]
}

function itemsPart({ document, items }: DocumentView, lang: Language | undefined, language: Language): Part {
  if (items.length < 2) return null
  const rows = items.map(
    (item) =>
      html`<li${item.id === document.id && html` aria-current="true"`}><a href="${documentLink(item.key, { lang })}" dir="auto">${item.symbol && html`<bdi>${item.symbol}</bdi> `}${item.title}</a></li>`,
  )
  return html`<details class="items"><summary>${say('items', language)} (${items.length})</summary><ol>${rows}</ol></details>`
}

function fact(name: Word, value: Part, language: Language): Part {
  return value ? html`<div><dt>${say(name, language)}</dt><dd>${value}</dd></div>` : null
}

/** @param texts paragraphs of the version beside it, by label */
function paragraphPart(
  hit: DocumentParagraph,
  { lang, beside }: Asked,
  language: Language,
  texts?: Map<string, DocumentParagraph>,
): Html {
  const { number, label: name, role, page } = hit.paragraph
  // A line of a cover may hold nothing but a symbol.
  const direction = role === 'cover' ? 'auto' : hit.dir
  const text = html`<p class="text" dir="${direction}">${marked(hit.segments)}</p>`
  const link = html`<a class="number" href="${hit.permalink}" title="${say('permalink', language)}" aria-label="${say('permalink', language)} ${name}"><bdi>${number ?? '¶'}</bdi></a>`
  const counterpart = texts?.get(hit.counterparts.find((one) => one.language === beside)?.label ?? '')
  const other =
    counterpart &&
    html`<p class="text other" lang="${counterpart.language}" dir="${counterpart.dir}">${marked(counterpart.segments)}</p>`
  return html`<section class="paragraph ${role}" id="${anchor(name)}" lang="${hit.language}" dir="${hit.dir}" data-page="${page}">
${link}${text}${other}${notedPart(hit, { lang }, language)}${number && [similarPart(hit, { lang }, language), citationPart(hit, language)]}
</section>`
}
