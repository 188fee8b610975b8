/** What a paragraph states, cites and names, as links: each leads to the other paragraphs that do the same. */
import type { Language } from '../../model.js'
import type { DocumentParagraph } from '../../search/answer.js'
import type { Noted } from '../../search/hits/noted.js'
import { directionOf } from '../../search/hits/response.js'
import type { Question } from '../../search/parameters.js'
import { readQuestion } from '../../search/request.js'
import { type Html, html, type Part } from './html.js'
import { searchLink } from './links.js'
import { OWN_NAMES, say } from './words.js'

type Asked = { lang?: Language }

export function notedPart(
  { noted, counterparts, paragraph }: DocumentParagraph,
  asked: Asked,
  language: Language,
): Part {
  if (paragraph.role === 'cover') return null
  const said = [...statements(noted, asked), ...cites(noted, asked)]
  const named = names(noted, asked)
  if (said.length + named.length + counterparts.length === 0) return null
  const other = counterparts.map(
    (one) =>
      html`<li><a href="${one.permalink}${asked.lang ? `?lang=${asked.lang}` : ''}" hreflang="${one.language}" title="${say('counterpart', language)}">${OWN_NAMES[one.language as Language]} <bdi>${one.label}</bdi></a></li>`,
  )
  return html`<div class="noted" lang="${language}" dir="${directionOf(language)}">
${list('says', said, language)}${list('names', named, language)}${other.length > 0 && html`<ul class="others">${other}</ul>`}
</div>`
}

function list(name: 'says' | 'names', items: Html[], language: Language): Part {
  return items.length > 0 ? html`<ul class="${name}" aria-label="${say(name, language)}">${items}</ul>` : null
}

/** The verb as it stands in the text is its title; its objects follow it. */
function statements({ statements: all }: Noted, asked: Asked): Html[] {
  const merged = new Map<string, (typeof all)[number]>()
  for (const one of all) {
    const before = merged.get(one.value)
    const objects = [...(before?.objects ?? []), ...one.objects]
    merged.set(one.value, {
      ...one,
      verb: before ? `${before.verb}, ${one.verb}` : one.verb,
      objects: distinct(objects),
    })
  }
  return [...merged.values()].map(
    ({ value, label, verb, objects }) =>
      html`<li class="verb"><a href="${link(asked, { verb: [value] })}" title="${verb}">${label}</a>${objects.map(
        (object) =>
          html` <a class="object" href="${link(asked, { verbObject: [object.value] })}">${object.label}</a>`,
      )}</li>`,
  )
}

function cites({ cites: all }: Noted, asked: Asked): Html[] {
  return distinct(all).map(({ value, label, year, permalink }) => {
    const words = html`<bdi>${label}</bdi>${year && ` (${year})`}`
    const read =
      permalink && html` <a class="read" href="${permalink}${asked.lang ? `?lang=${asked.lang}` : ''}">↗</a>`
    return html`<li class="cited"><a href="${link(asked, { cites: [value] })}">${words}</a>${read}</li>`
  })
}

function names({ countries, places, organisations }: Noted, asked: Asked): Html[] {
  const of = (filter: 'country' | 'place' | 'organisation', all: { value: string; label: string }[]) =>
    all.map(({ value, label }) => html`<li><a href="${link(asked, { [filter]: [value] })}">${label}</a></li>`)
  return [...of('country', countries), ...of('place', places), ...of('organisation', organisations)]
}

function distinct<T extends { value: string }>(all: T[]): T[] {
  return [...new Map(all.map((one) => [one.value, one])).values()]
}

function link({ lang }: Asked, filters: Partial<Question>): string {
  return searchLink({ ...readQuestion({}), lang }, filters)
}
