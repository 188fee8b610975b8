/** What does a reader see who has to show a key first? A field for it, and a way on for those who came from elsewhere. */
import type { Language } from '../../model.js'
import { type Html, html } from './html.js'
import { layout } from './layout.js'
import { say } from './words.js'

type SignIn = { next: string; refused?: boolean; signedIn?: boolean }

export function signInPage({ next, refused, signedIn }: SignIn, language: Language): Html {
  return layout({
    title: `${say('signIn', language)} · ${say('name', language)}`,
    language,
    inLanguage: (lang) => `/sign-in?lang=${lang}`,
    main: html`<section class="nothing">
<h1>${say('signIn', language)}</h1>
${refused && html`<p role="alert">${say('keyRefused', language)}</p>`}
${signedIn ? signOut(language) : form(next, language)}
</section>`,
  })
}

/** A browser does not show its session when it comes from another site; a link of ours it follows with it. */
function form(next: string, language: Language): Html {
  return html`<p>${say('signInHint', language)}</p>
<form class="search" action="/sign-in" method="post">
<input type="password" name="key" dir="ltr" required maxlength="200" autocomplete="current-password" aria-label="${say('key', language)}" placeholder="bayan_…">
<input type="hidden" name="next" value="${next}">
<button>${say('signIn', language)}</button>
</form>
<p class="of"><a href="${next}">${say('signedInAlready', language)}</a></p>`
}

function signOut(language: Language): Html {
  return html`<p>${say('signedIn', language)}</p>
<form class="search" action="/sign-out" method="post"><button>${say('signOut', language)}</button></form>
<p class="of"><a href="/?lang=${language}">${say('home', language)}</a></p>`
}
