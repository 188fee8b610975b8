/** Turns drafts into paragraphs: text, spans, number, label, section path and role. */
import type { Paragraph, Role, Span } from '../model.js'
import type { Draft } from './drafts.js'
import type { Heading } from './headings.js'
import { ANNEX, labels, type Named } from './labels.js'
import type { Line } from './lines.js'
import { endsClause, endsSentence, endsWithComma } from './punctuation.js'
import { numberOf } from './resolution.js'
import { beginsWith, introducesList, opensAsCouncil } from './words.js'

/** What a reader has met on the way down the text. */
type Place = {
  headings: { heading: Heading; title: string }[]
  /** True below the first number or article: what comes is no preamble any more. */
  operative: boolean
  /** The paragraph above is a clause of the preamble. */
  afterClause?: boolean
  /** Place in the list of the last numbered paragraph: its letters belong to it. */
  parent?: number
}

/** How paragraphs without a number are called. */
const PREFIXES: Record<Role, string> = {
  cover: 'cover',
  heading: 'h',
  preamble: 'pre',
  operative: 'p',
  annex: 'annex',
  signature: 'sign',
  note: 'note',
  body: 'p',
}

/** What stands on both sides of "- On Palestine -". */
const RULES = /^[-\u2013\u2014\u0640*=]+\s*|\s*[-\u2013\u2014\u0640*=]+$/g

/** How sure the letters are, where they were read off a picture. */
function certainty(lines: Line[]): number {
  const known = lines.flatMap(({ confidence }) => confidence ?? [])
  if (known.length === 0) return 1
  const mean = known.reduce((sum, confidence) => sum + confidence, 0) / known.length
  return Math.round(mean * 100) / 100
}

/**
 * @param cover lines of the cover, in parts that a blank line divides
 * @param paged false where the pages are not in the file: then no page is given
 */
export function paragraphsOf(text: string, cover: Line[][], drafts: Draft[], paged: boolean): Paragraph[] {
  const resolution = cover
    .flat()
    .map((line) => numberOf(line.text))
    .find((number) => number !== undefined)
  const paragraphs: Omit<Paragraph, 'label'>[] = []
  const names: Named[] = []
  const add = (draft: Draft, role: Role, place: Place) => {
    const page = paged ? draft.page : undefined
    paragraphs.push(bare(text, draft, role, place, { ordinal: paragraphs.length + 1, page }))
    names.push(named(draft, role, place, resolution))
  }
  for (const lines of cover) add(coverDraft(lines), 'cover', { headings: [], operative: false })
  const place: Place = { headings: [], operative: false }
  for (const draft of drafts.filter((candidate) => candidate.lines.length > 0)) {
    leave(place, draft)
    if (draft.apart) place.parent = undefined
    const role = roleOf(draft, place)
    add(draft, role, place)
    place.afterClause = role === 'preamble'
    enter(place, draft, paragraphs.length - 1)
  }
  const preamble = preambleEnd(paragraphs)
  const given = labels(
    names.map((one, n) => (n < preamble && one.prefix === 'p' ? { ...one, prefix: 'pre' } : one)),
  )
  return paragraphs.map((paragraph, n) => ({
    ...paragraph,
    role: n < preamble && paragraph.role === 'body' ? 'preamble' : paragraph.role,
    label: given[n] as string,
  }))
}

/** What stands between the opening of a resolution and the last clause of its preamble is preamble too: "الدورة … ؛", "having in mind …". */
function preambleEnd(paragraphs: Pick<Paragraph, 'role' | 'text'>[]): number {
  const first = paragraphs.findIndex(({ role }) => role === 'operative' || role === 'heading')
  const before = first < 0 ? paragraphs : paragraphs.slice(0, first)
  const last = before.findLastIndex(({ role }) => role === 'preamble')
  const opens = before.findIndex(({ role, text }) => role === 'body' && opensAsCouncil(text))
  const alone = last < 0 && opens >= 0 && isClause(before[opens]?.text ?? '') ? opens : last
  return before.every(({ role, text }, at) => at > alone || role !== 'body' || isClause(text)) ? alone + 1 : 0
}

function isClause(text: string): boolean {
  return !introducesList(text) && isUnended(text)
}

function isUnended(text: string): boolean {
  return endsWithComma(text) || (endsClause(text) && !endsSentence(text))
}

function coverDraft(lines: Line[]): Draft {
  return { kind: 'paragraph', lines, page: lines[0]?.page ?? 1, confidence: 1 }
}

function bare(
  text: string,
  draft: Draft,
  role: Role,
  place: Place,
  { ordinal, page }: Pick<Paragraph, 'ordinal' | 'page'>,
): Omit<Paragraph, 'label'> {
  const spans = draft.lines.map((line): Span => line.span)
  return {
    number: draft.mark?.printed || undefined,
    section: place.headings.map((above) => above.title),
    role,
    spans,
    text: spans.map(([start, end]) => text.slice(start, end)).join(' '),
    statements: [],
    cites: [],
    countries: [],
    places: [],
    organisations: [],
    dates: [],
    confidence: draft.confidence * certainty(draft.lines),
    ordinal,
    page,
  }
}

function named(draft: Draft, role: Role, place: Place, resolution: string | undefined): Named {
  const innermost = place.headings.at(-1)?.heading
  const numbered = place.headings.findLast((above) => above.heading.number)?.heading
  const isHeading = role === 'heading'
  return {
    number: draft.mark?.printed || undefined,
    sectionNumber: role === 'annex' && !numbered ? ANNEX : isHeading ? undefined : numbered?.number,
    parent: draft.mark?.kind === 'letter' ? place.parent : undefined,
    resolution: role === 'operative' ? resolution : undefined,
    inArticle: innermost?.kind === 'article' && role === 'operative',
    prefix: PREFIXES[role],
  }
}

function roleOf(draft: Draft, place: Place): Role {
  if (draft.kind !== 'paragraph') return draft.kind
  const kinds = place.headings.map((above) => above.heading.kind)
  if (kinds.includes('annex')) return 'annex'
  if (
    draft.mark?.kind === 'number' ||
    draft.mark?.kind === 'decimal' ||
    draft.mark?.kind === 'ordinal' ||
    draft.mark?.kind === 'roman' ||
    kinds.includes('article')
  )
    return 'operative'
  if (place.operative) return draft.mark?.kind === 'letter' ? 'operative' : 'body'
  return kinds.includes('preamble') || opensClause(draft, place) ? 'preamble' : 'body'
}

/** "Recalling …,", and what follows it and ends like it; one that ends in a full stop opens a communiqué, unless it stands among other clauses. */
function opensClause({ lines }: Draft, { afterClause }: Place): boolean {
  const [first, last] = [lines[0]?.text ?? '', lines.at(-1)?.text ?? '']
  if (afterClause && (endsWithComma(last) || last.endsWith(';'))) return true
  return beginsWith(first, 'preambular') && (afterClause === true || !endsSentence(last))
}

/** A heading closes the headings of its rank and below before it is read itself; no heading belongs to a preamble. */
function leave(place: Place, draft: Draft): void {
  const rank = draft.heading?.rank
  if (rank === undefined) return
  place.headings = place.headings.filter(({ heading }) => heading.rank < rank && heading.kind !== 'preamble')
}

/** "The Council decides:" and the points that follow, whatever their marks. */
function decides({ lines }: Draft): boolean {
  return /:$/.test(lines.at(-1)?.text ?? '') && beginsWith(lines[0]?.text ?? '', 'openers')
}

function enter(place: Place, draft: Draft, at: number): void {
  if (draft.heading) {
    const title = draft.lines
      .map((line) => line.text)
      .join(' ')
      .replace(/\s*:$/, '')
      .replace(RULES, '')
    place.headings.push({ heading: draft.heading, title })
    place.parent = undefined
  }
  if (draft.heading?.kind === 'article' || decides(draft)) place.operative = true
  if (draft.mark?.kind !== 'number') return
  place.operative = true
  place.parent = at
}
