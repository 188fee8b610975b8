/**
 * Where does one paragraph end and which number has it? Cuts the repaired text into blocks; every letter lies in exactly
 * one of cover, heading, number, paragraph, note, signature and furniture, and every span slices its own text.
 */
import type { Paragraph, Span } from '../model.js'
import { readBody, readNotes } from './body.js'
import { coverLength } from './cover.js'
import type { Draft, Manner } from './drafts.js'
import { isPageArtefact, newsTail, pagedByNumbers, repeated, runningHeads, wireSeams } from './furniture.js'
import { indexTable } from './index-table.js'
import { isApart, type Layout, type Line } from './lines.js'
import { paragraphsOf } from './paragraphs.js'
import { endsClause, endsWithComma } from './punctuation.js'
import { type Broken, readBreaks } from './width.js'
import { beginsWith } from './words.js'

type BlockKind = 'cover' | 'heading' | 'number' | 'paragraph' | 'note' | 'signature' | 'furniture'
type Block = { kind: BlockKind; span: Span }

type Structure = {
  text: string
  /** In the order of the text. */
  blocks: Block[]
  paragraphs: Paragraph[]
  /** Lines of the cover that repeat nothing. */
  cover: Line[]
}

const WRAPPED = { lines: 8, longest: 130, usual: 40, openShare: 0.4 }
/** The layout of a page says where lines were broken, and where white stands. */
const LAID_OUT = { wrapped: true, gapsMeanNothing: false }
const RULE = /^[_=\u2014-]{4,}$/
const GAPS_MEAN_NOTHING = 0.8

export function structure(layout: Layout): Structure {
  const { laidOut } = layout
  const all = layout.paged ? layout.lines : pagedByNumbers(layout.lines)
  const table = indexTable(all)
  const tail = newsTail(all)
  const [artefacts, lines] = part(
    all,
    (line) => line.kind === 'furniture' || isPageArtefact(line) || table.has(line) || tail.has(line),
  )
  const [notes, text] = part(lines, (line) => line.kind === 'note')
  const broken = readBreaks(text, laidOut)
  const length = coverLength(text, broken)
  const { cover, repeats } = coverOf(text.slice(0, length))
  const { body, heads } = bodyOf(text.slice(length), cover, laidOut)
  const manner = {
    ...(laidOut ? LAID_OUT : mannerOf(body, broken)),
    broken,
    clausesApart: standApart(body),
    belowRule: belowRules(all),
  }
  const drafts = [...readBody(body, manner), ...readNotes(notes)]
  return {
    text: layout.text,
    blocks: blocksOf(cover, drafts, [...artefacts, ...repeats, ...heads]),
    paragraphs: paragraphsOf(layout.text, partsOf(cover), drafts, layout.paged),
    cover,
  }
}

function coverOf(lines: Line[]): { cover: Line[]; repeats: Line[] } {
  const again = repeated(lines)
  const [repeats, cover] = part(lines, (_, at) => again[at] === true)
  return { cover, repeats }
}

function bodyOf(lines: Line[], cover: Line[], laidOut: boolean): { body: Line[]; heads: Line[] } {
  const seams = wireSeams(cover, lines)
  const isHead = runningHeads(cover, lines, laidOut)
  let previous: Line | undefined
  const [heads, body] = part(lines, (line) => {
    const head = isHead(line, previous) || seams.has(line)
    if (!head) previous = line
    return head
  })
  return { body, heads }
}

/** Lines that hold, then lines that do not. */
function part(lines: Line[], holds: (line: Line, at: number) => boolean): [Line[], Line[]] {
  const yes = lines.map(holds)
  return [lines.filter((_, at) => yes[at]), lines.filter((_, at) => !yes[at])]
}

/** Lines right below a rule across the page: footnotes. */
function belowRules(lines: Line[]): Set<Line> {
  return new Set(lines.filter((_, at) => RULE.test(lines[at - 1]?.text ?? '')))
}

/** Does most of what begins like a clause of a preamble, below a line that ends one, stand apart? */
function standApart(lines: Line[]): boolean {
  const clauses = lines.filter((line, at) => {
    const above = lines[at - 1]?.text ?? ''
    return (endsClause(above) || endsWithComma(above)) && beginsWith(line.text, 'preambular')
  })
  return clauses.filter(({ gap }) => gap).length * 2 > clauses.length
}

function mannerOf(lines: Line[], broken: Broken): Pick<Manner, 'wrapped' | 'gapsMeanNothing'> {
  const open = lines.filter((line) => !endsClause(line.text) && !endsWithComma(line.text))
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b)
  const wrapped =
    lines.some((line, at) => at > 0 && broken(lines[at - 1] as Line, line)) ||
    (lines.length >= WRAPPED.lines &&
      (lengths.at(-1) ?? 0) <= WRAPPED.longest &&
      (lengths[lengths.length >> 1] ?? 0) >= WRAPPED.usual &&
      open.length >= lines.length * WRAPPED.openShare)
  const gaps = lines.filter((line) => line.gap).length
  return { wrapped, gapsMeanNothing: wrapped && gaps >= lines.length * GAPS_MEAN_NOTHING }
}

/** Parts of the cover, divided by blank lines. */
function partsOf(cover: Line[]): Line[][] {
  const parts: Line[][] = []
  for (const line of cover) {
    if (isApart(line) || parts.length === 0) parts.push([line])
    else parts.at(-1)?.push(line)
  }
  return parts
}

function blocksOf(cover: Line[], drafts: Draft[], furniture: Line[]): Block[] {
  const blocks: Block[] = [
    ...cover.map((line): Block => ({ kind: 'cover', span: line.span })),
    ...furniture.map((line): Block => ({ kind: 'furniture', span: line.span })),
    ...drafts.flatMap((draft) =>
      draft.markSpan ? [{ kind: 'number', span: draft.markSpan } satisfies Block] : [],
    ),
    ...drafts.flatMap((draft) => draft.lines.map((line): Block => ({ kind: draft.kind, span: line.span }))),
  ]
  return blocks.sort((a, b) => a.span[0] - b.span[0])
}
