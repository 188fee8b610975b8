/** What do all pages have in common: head, name, search box, choice of language. */
import type { Language } from '../../model.js'
import { directionOf } from '../../search/hits/response.js'
import { type Html, html, type Part } from './html.js'
import { OWN_NAMES, say } from './words.js'

export type Page = {
  title: string
  language: Language
  /** Leads to the same page in another language. */
  inLanguage: (language: Language) => string
  /** Left out where the page has a search box of its own. */
  box?: Html
  /** Address that a browser goes to after this many seconds. */
  refresh?: { seconds: number; to: string }
  main: Part
}

export function layout({ title, language, inLanguage, box, refresh, main }: Page): Html {
  return html`<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${refresh && html`<meta http-equiv="refresh" content="${refresh.seconds};url=${refresh.to}">`}
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/page.css">
<script src="/assets/page.js" defer></script>
</head>
<body>
<a class="skip" href="#main">${say('skip', language)}</a>
<header class="top">
<a class="name" href="/?lang=${language}">${say('name', language)}</a>
${box}
<nav class="languages" aria-label="${say('language', language)}">${languages(language, inLanguage)}</nav>
</header>
<main id="main">${main}</main>
</body>
</html>`
}

function languages(current: Language, inLanguage: (language: Language) => string): Html[] {
  return (Object.keys(OWN_NAMES) as Language[]).map((language) => {
    const chosen = language === current && html` aria-current="true"`
    return html`<a href="${inLanguage(language)}" lang="${language}" hreflang="${language}"${chosen}>${OWN_NAMES[language]}</a>`
  })
}
