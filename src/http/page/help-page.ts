/** How does one ask? The query language by examples, in three languages, each a link that tries it. */
import { LANGUAGES, type Language } from '../../model.js'
import { directionOf } from '../../search/hits/response.js'
import { readQuestion } from '../../search/request.js'
import help from './help.json' with { type: 'json' }
import { type Html, html } from './html.js'
import { layout } from './layout.js'
import { explainLink, helpLink, searchLink } from './links.js'
import { searchBox } from './search-box.js'
import { say } from './words.js'

export function helpPage(lang: Language | undefined, language: Language): Html {
  const question = { ...readQuestion({}), lang }
  const words = help[language]
  return layout({
    title: `${words.title} · ${say('name', language)}`,
    language,
    inLanguage: helpLink,
    box: searchBox(question, language),
    main: html`<article class="document help">
<h1>${words.title}</h1>
<p>${words.intro}</p>
<p><a href="${explainLink('', lang)}">${say('explainQuery', language)}</a></p>
<dl>${help.ways.map((way) => wayPart(way, lang, language))}</dl>
<h2>${words.fieldsTitle}</h2>
<p>${words.fieldsIntro}</p>
<dl>${help.fields.map((field) => fieldPart(field, lang, language))}</dl>
<h2>${words.rulesTitle}</h2>
<ul class="rules">${words.rules.map((rule) => html`<li>${rule}</li>`)}</ul>
</article>`,
  })
}

type Way = (typeof help.ways)[number]

function wayPart(way: Way, lang: Language | undefined, language: Language): Html {
  const examples = [language, ...LANGUAGES.filter((one) => one !== language)].map((one) => way.examples[one])
  return html`<div><dt>${way.meaning[language]}</dt><dd>${[...new Set(examples)].map((q) => exampleLink(q, lang))}</dd></div>`
}

function fieldPart(
  field: (typeof help.fields)[number],
  lang: Language | undefined,
  language: Language,
): Html {
  const names = LANGUAGES.map(
    (one) => html`<bdi class="field" dir="${directionOf(one)}">${field.names[one]}:</bdi> `,
  )
  return html`<div><dt>${names}</dt><dd>${field.meaning[language]} ${exampleLink(field.example[language], lang)}</dd></div>`
}

function exampleLink(q: string, lang: Language | undefined): Html {
  return html`<a class="chip" href="${searchLink({ ...readQuestion({}), lang }, { q })}"><bdi>${q}</bdi></a> `
}
