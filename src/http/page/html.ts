/**
 * The only maker of tags. Whatever is put into the template is escaped, unless it came out of it: no text
 * reaches a browser on any other way. Put values into quoted attributes and between tags, nowhere else.
 */
const SAFE = Symbol('safe')

/** Text in which every tag was written by us. */
export type Html = { readonly [SAFE]: string }

/** `false`, `null` and `undefined` put in nothing, so that a part can depend on a condition. */
export type Part = Html | string | number | false | null | undefined | Part[]

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function html(tags: TemplateStringsArray, ...parts: Part[]): Html {
  return { [SAFE]: tags.map((tag, at) => tag + (at < parts.length ? safe(parts[at]) : '')).join('') }
}

export function render(page: Html): string {
  return `<!doctype html>\n${page[SAFE]}`
}

function safe(part: Part): string {
  if (part === false || part === null || part === undefined) return ''
  if (Array.isArray(part)) return part.map(safe).join('')
  if (typeof part === 'object') return part[SAFE]
  return String(part).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
}
