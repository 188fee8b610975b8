/** Each error that a page can show says in the reader's language what happened and what to do. */
import { expect, test } from 'vitest'
import { ERRORS } from '../../src/errors.js'
import { html, render } from '../../src/http/page/html.js'
import { reasonPart } from '../../src/http/page/reason.js'
import list from '../../src/http/page/reasons.json' with { type: 'json' }

/** Only commands and the log give them, or the sign-in page has words of its own. */
const NEVER_ON_PAGES = [
  'FOLDER_EMPTIED',
  'FOLDER_EMPTY',
  'KEY_REFUSED',
  'KEY_UNKNOWN',
  'ROUTE_WITHOUT_SCOPE',
  'ENGINES_MISSING',
  'ENGINE_START_FAILED',
  'WORKERS_MISSING',
  'WORK_OLD',
  'REINDEX_LOSES',
  'ROLLBACK_MISSING',
  'ID_TOO_LONG',
  'ABORTED',
  'SETTING_INVALID',
  'USAGE',
]

test('every code is there in Arabic and French', () => {
  const there = Object.keys(list.reasons)
  expect([...there, ...NEVER_ON_PAGES].sort()).toEqual(Object.keys(ERRORS).sort())
  for (const { ar, fr } of Object.values(list.reasons)) {
    expect(ar).toMatch(/^\p{Script=Arabic}.*\.$/u)
    expect(fr).toMatch(/^\p{Lu}.*\.$/u)
  }
})

test.each([
  ['ar', /تالف.*<p lang="en" dir="ltr">It is cut short\. <code>FILE_DAMAGED<\/code>/s],
  ['fr', /endommagé.*It is cut short\./s],
  ['en', /<div class="why"><p lang="en" dir="ltr">It is cut short\./],
] as const)('%s', (language, expected) => {
  const error = { code: 'FILE_DAMAGED', message: 'It is cut short.' }
  expect(render(html`${reasonPart(error, language)}`)).toMatch(expected)
})
