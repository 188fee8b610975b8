/** Why did it go wrong, in the language of the reader? A sentence for each code, with the one of the error itself below it. */
import type { Language } from '../../model.js'
import { type Html, html } from './html.js'
import list from './reasons.json' with { type: 'json' }

const REASONS: Record<string, { ar: string; fr: string } | undefined> = list.reasons

/** @param error as on the wire; its message is English and has the particulars */
export function reasonPart({ code, message }: { code: string; message?: string }, language: Language): Html {
  const own = language === 'en' ? undefined : REASONS[code]?.[language]
  return html`<div class="why">${own && html`<p>${own}</p>`}<p lang="en" dir="ltr">${message} <code>${code}</code></p></div>`
}
