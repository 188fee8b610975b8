/** What does a reader see when there is no answer? What happened, in their language, and what to do. */
import type { Language } from '../../model.js'
import { readQuestion } from '../../search/request.js'
import { type Html, html } from './html.js'
import { layout } from './layout.js'
import { reasonPart } from './reason.js'
import { searchBox } from './search-box.js'
import { say, type Word } from './words.js'

type Shown = { code: string; message: string; id?: string }

export function errorPage(error: Shown, status: number, language: Language): Html {
  return layout({
    title: `${say('errorTitle', language)} · ${say('name', language)}`,
    language,
    inLanguage: (lang) => `/?lang=${lang}`,
    box: searchBox({ ...readQuestion({}), lang: language }, language),
    main: html`<section class="nothing">
<h1>${say(summary(status), language)}</h1>
${reasonPart(error, language)}
<p><a class="button" href="/?lang=${language}">${say('home', language)}</a></p>
</section>`,
  })
}

function summary(status: number): Word {
  if (status === 503) return 'away'
  if (status === 404) return 'notFound'
  if (status === 403) return 'forbidden'
  if (status === 429) return 'tooOften'
  return status < 500 ? 'wrong' : 'failed'
}
