/** What can a program ask here? The same description that programs read, for a person: routes, parameters, examples. */
import type { Language } from '../../model.js'
import { type Html, html, type Part } from './html.js'
import { layout } from './layout.js'
import { say } from './words.js'

/** As much of OpenAPI as the page shows. */
export type Described = {
  info: { description?: string }
  paths?: Record<string, Record<string, Operation>>
}
type Operation = {
  summary?: string
  description?: string
  parameters?: Parameter[]
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>
  'x-example'?: string
}
type Parameter = { name: string; description?: string; required?: boolean; schema?: Schema }
type Schema = {
  type?: string
  enum?: unknown[]
  default?: unknown
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}

/** The description itself is in English, as are all its names. */
export function apiPage(api: Described, language: Language): Html {
  return layout({
    title: `API · ${say('name', language)}`,
    language,
    inLanguage: (lang) => `/api?lang=${lang}`,
    main: html`<section class="api" lang="en" dir="ltr">
<h1>API</h1>
<p>${api.info.description} Every answer is JSON; every error has a code and a sentence that says what to do. The same for programs: <a href="/openapi.json">openapi.json</a>.</p>
${Object.entries(api.paths ?? {}).map(([path, item]) => Object.entries(item).map(([method, operation]) => operationPart(path, method, operation)))}
</section>`,
  })
}

function operationPart(path: string, method: string, operation: Operation): Html {
  const { summary, parameters = [], responses = {} } = operation
  const example = operation['x-example']
  return html`<section>
<h2><code>${method.toUpperCase()} ${path}</code></h2>
<p>${summary} ${operation.description}</p>
${example && html`<pre tabindex="0">curl ${shell(example)}</pre>`}
${parameters.length > 0 && html`<table><thead><tr><th>parameter</th><th>meaning</th><th>if not given</th></tr></thead><tbody>${parameters.map(parameterPart)}</tbody></table>`}
${answerPart(responses)}
</section>`
}

function parameterPart({ name, description, schema, required }: Parameter): Html {
  const usual = schema?.default
  const shown = required ? 'must be given' : typeof usual === 'object' ? '' : String(usual ?? '')
  return html`<tr><td><code>${name}</code></td><td>${description}</td><td>${shown}</td></tr>`
}

/** The fields of the answer, as far as one needs them to read it. */
function answerPart(responses: NonNullable<Operation['responses']>): Part {
  const schema = (responses['200'] ?? responses['202'])?.content?.['application/json']?.schema
  if (!schema?.properties) return null
  return html`<details><summary>Answer</summary><pre tabindex="0">${outline(schema)}</pre></details>`
}

function outline(schema: Schema, indent = '  '): string {
  if (schema.type === 'array') return `[${outline(schema.items ?? {}, indent)}]`
  if (!schema.properties) return String(schema.enum?.join(' | ') ?? schema.type ?? 'any')
  const required = new Set(schema.required)
  const lines = Object.entries(schema.properties).map(
    ([name, each]) => `${indent}${name}${required.has(name) ? '' : '?'}: ${outline(each, `${indent}  `)}`,
  )
  return `{\n${lines.join('\n')}\n${indent.slice(2)}}`
}

function shell(example: string): string {
  return example.startsWith('/') ? `'http://127.0.0.1:3000${example}'` : example
}
