/**
 * When was it said? The years, or the months of one year, as bars, each a link. Drawn as SVG without style or script,
 * so that every browser shows it under our content policy.
 */
import type { Language } from '../../model.js'
import type { Answer, Bucket } from '../../search/answer.js'
import { phrase } from '../../search/labels.js'
import type { Question } from '../../search/parameters.js'
import { html, type Part } from './html.js'
import { searchLink, toggled } from './links.js'
import { count, say } from './words.js'

/** In units of the drawing. */
const HEIGHT = 48
const STEP = 10
const GAP = 2
/** So that a single paragraph among thousands is seen. */
const LEAST = 2
const MOST_YEARS = 60
/** Two bars tell nothing that the list of years does not. */
const FEWEST = 3

export function histogramPart(answer: Answer, question: Question, language: Language): Part {
  const { month, year } = answer.facets
  const months = month && month.buckets.length > 1 ? [...month.buckets].reverse() : undefined
  const bars = months ?? everyYear(year?.buckets ?? [])
  if (bars.length < FEWEST) return null
  const facet = months ? ('month' as const) : ('year' as const)
  const most = Math.max(...bars.map((bar) => bar.count))
  const first = bars[0]?.label ?? ''
  const last = bars.at(-1)?.label ?? ''
  return html`<figure class="histogram" aria-label="${say('overTime', language)}">
<svg viewBox="0 0 ${bars.length * STEP} ${HEIGHT}" preserveAspectRatio="none" role="group">
${bars.map((bar, at) => barPart(bar, at, most, searchLink(question, toggled(question, facet, bar.value)), language))}
</svg>
<figcaption><bdi>${first}</bdi><bdi>${last}</bdi></figcaption>
</figure>`
}

function barPart(bar: Bucket, at: number, most: number, link: string, language: Language): Part {
  if (bar.count === 0) return null
  const height = Math.max(LEAST, Math.round((bar.count / most) * HEIGHT))
  const title = `${bar.label}${phrase('of', language)}${count('results', bar.count, language)}, ${count('documents', bar.documents, language)}`
  return html`<a href="${link}" aria-label="${title}"${bar.selected && html` aria-current="true"`}><title>${title}</title><rect class="reach" x="${at * STEP}" y="0" width="${STEP}" height="${HEIGHT}"/><rect x="${at * STEP + GAP / 2}" y="${HEIGHT - height}" width="${STEP - GAP}" height="${height}"/></a>`
}

/** Years without paragraphs keep their place. */
function everyYear(buckets: Bucket[]): Bucket[] {
  const known = new Map(buckets.map((bucket) => [Number(bucket.value), bucket]))
  const years = [...known.keys()]
  const last = Math.max(...years)
  const first = Math.max(Math.min(...years), last - MOST_YEARS + 1)
  if (!Number.isFinite(last - first)) return []
  return Array.from({ length: last - first + 1 }, (_, at) => known.get(first + at) ?? emptyYear(first + at))
}

function emptyYear(year: number): Bucket {
  return { value: String(year), label: String(year), count: 0, documents: 0, selected: false }
}
