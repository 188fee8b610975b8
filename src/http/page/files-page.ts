/** What does an operator see of the files: what waits, what failed and why, and a place to drop more? Works without script. */
import type { FilesPage, FilesQuestion } from '../../elastic/file-pages.js'
import type { FileRow } from '../../elastic/listing.js'
import type { Language } from '../../model.js'
import type { Sent } from '../receive.js'
import { type Html, html, type Part } from './html.js'
import { layout } from './layout.js'
import { documentLink } from './links.js'
import { reasonPart } from './reason.js'
import { count, number, say, type Word } from './words.js'

export type FilesAsked = FilesQuestion & { lang?: Language }
export type FilesView = {
  listed: FilesPage
  /** How many files of each outcome there are, whatever was chosen. */
  all: Record<string, number>
  asked: FilesAsked
  /** Files that were just sent and not accepted. */
  refused: Sent[]
  /** The reader may send, retry and withdraw. */
  mayChange: boolean
}

const RENEW_SECONDS = 3
const UNDONE = ['waiting', 'working']
/** Documents of one file that are linked to; a set of resolutions has many. */
const MOST_LINKS = 5

export function filesPage(view: FilesView, language: Language): Html {
  const { all, asked, refused, mayChange, listed } = view
  const undone = UNDONE.reduce((sum, outcome) => sum + (all[outcome] ?? 0), 0)
  return layout({
    title: `${say('files', language)} · ${say('name', language)}`,
    language,
    inLanguage: (lang) => filesLink({ ...asked, lang }),
    refresh:
      undone > 0 && refused.length === 0 ? { seconds: RENEW_SECONDS, to: filesLink(asked) } : undefined,
    main: html`<section class="files" aria-labelledby="files-title">
<h1 id="files-title">${say('files', language)}</h1>
${mayChange && sendForm(language)}
${refusedPart(refused, language)}
${undone > 0 && progressPart(all, undone, language)}
${outcomesPart(view, language)}
${findForm(asked, language)}
${listed.total === 0 ? html`<p class="nothing">${say('noFiles', language)}</p>` : listPart(view, language)}
${pagesPart(view, language)}
</section>`,
  })
}

/** @returns the address of a page of files; what is usual is left out */
export function filesLink({ outcome, path, page, lang }: Partial<FilesAsked>): string {
  const query = new URLSearchParams({
    ...(outcome && { outcome }),
    ...(path && { path }),
    ...(page && page > 1 && { page: String(page) }),
    ...(lang && { lang }),
  }).toString()
  return query ? `/files?${query}` : '/files'
}

/** A field for files takes what is dropped on it; it fills the frame that says so. */
function sendForm(language: Language): Html {
  return html`<form class="send" action="/files?lang=${language}" method="post" enctype="multipart/form-data">
<label class="drop"><span><strong>${say('addFiles', language)}</strong> ${say('addFilesHint', language)}</span>
<input type="file" name="file" multiple required></label>
<button>${say('send', language)}</button>
</form>`
}

function refusedPart(refused: Sent[], language: Language): Part {
  if (refused.length === 0) return null
  return html`<div class="note" role="alert"><p>${say('refused', language)}</p>
<ul>${refused.map(({ code, message }) => html`<li>${reasonPart({ code: code ?? '', message }, language)}</li>`)}</ul></div>`
}

function progressPart(all: Record<string, number>, undone: number, language: Language): Html {
  const { withdrawn = 0, ...rest } = all
  const total = Object.values(rest).reduce((sum, one) => sum + one, 0)
  return html`<div class="progress" role="status">
<progress value="${total - undone}" max="${total}" aria-label="${say('progress', language)}"></progress>
<span>${number(total - undone, language)} / ${number(total, language)} · ${say('renewing', language)}</span>
</div>`
}

function outcomesPart({ all, asked, mayChange }: FilesView, language: Language): Html {
  const total = Object.values(all).reduce((sum, one) => sum + one, 0)
  const chips = [[undefined, total] as const, ...Object.entries(all)].map(([outcome, n]) => {
    const chosen = outcome === asked.outcome && html` aria-current="true"`
    const link = filesLink({ ...asked, outcome, page: 1 })
    return html`<li><a class="chip" href="${link}"${chosen}>${outcome ? outcomeName(outcome, language) : say('allOutcomes', language)} <span class="count">${number(n, language)}</span></a></li>`
  })
  const retry = html`<li><form action="/files/retry?lang=${language}" method="post"><button class="plain">${say('retryAll', language)}</button></form></li>`
  return html`<ul class="outcomes">${chips}${mayChange && (all.failed ?? 0) > 0 && retry}</ul>`
}

function findForm({ outcome, path, lang }: FilesAsked, language: Language): Html {
  return html`<form class="search" action="/files" method="get" role="search">
<input type="search" name="path" value="${path}" dir="auto" maxlength="500" aria-label="${say('findFile', language)}" placeholder="${say('findFile', language)}">
${outcome && html`<input type="hidden" name="outcome" value="${outcome}">`}${lang && html`<input type="hidden" name="lang" value="${lang}">`}
<button>${say('search', language)}</button>
</form>`
}

function listPart({ listed, mayChange }: FilesView, language: Language): Html {
  return html`<p class="of">${count('files', listed.total, language)}</p>
<ol class="file-list">${listed.files.map((row) => rowPart(row, mayChange, language))}</ol>`
}

function rowPart(row: FileRow, mayChange: boolean, language: Language): Html {
  const { path, outcome, documents } = row
  const paragraphs = documents.reduce((sum, document) => sum + document.paragraphs, 0)
  const links = documents
    .slice(0, MOST_LINKS)
    .map(({ key }) => html`<a href="${documentLink(key)}"><bdi dir="ltr">${key}</bdi></a>`)
  return html`<li class="file ${outcome}">
<p class="path"><bdi>${path}</bdi></p><p class="badge">${outcomeName(outcome, language)}</p>
<div class="facts">${paragraphs > 0 && html`<span>${count('results', paragraphs, language)}</span>`}${links}</div>
${whyPart(row, language)}${mayChange && actions(row, language)}
</li>`
}

function whyPart({ code, message, of }: FileRow, language: Language): Part {
  if (code) return reasonPart({ code, message }, language)
  return of ? html`<p class="why">${say('sameAs', language)} <bdi>${of}</bdi></p>` : null
}

function actions({ id, sha256, outcome, upload }: FileRow, language: Language): Html {
  const button = (what: string, word: Word) =>
    html`<form action="/files/${id}/${what}?lang=${language}" method="post"><button class="plain">${say(word, language)}</button></form>`
  const isFailed = outcome === 'failed' && sha256 !== ''
  return html`<div class="actions">${isFailed && button('retry', 'again')}${upload && outcome !== 'withdrawn' && button('withdraw', 'withdraw')}</div>`
}

function pagesPart({ listed, asked }: FilesView, language: Language): Part {
  const { number: current, last } = listed.page
  if (last < 2) return null
  const link = (to: number, word: Word, rel: string) =>
    to >= 1 &&
    to <= last &&
    html`<a href="${filesLink({ ...asked, page: to })}" rel="${rel}">${say(word, language)}</a>`
  return html`<nav class="pages" aria-label="${say('pages', language)}">${link(current - 1, 'previous', 'prev')}
<span aria-current="page">${number(current, language)} / ${number(last, language)}</span>
${link(current + 1, 'next', 'next')}</nav>`
}

function outcomeName(outcome: string, language: Language): string {
  return say(`outcome_${outcome}` as Word, language) ?? outcome
}
