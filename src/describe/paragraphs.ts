/** What do the paragraphs of a document say, one after the other? The points of a list are read with what introduces them. */
import type { Paragraph, Span, Warning } from '../model.js'
import { isKingdom } from './paragraph/anaphors.js'
import type { ParagraphContext } from './paragraph/context.js'
import { describeParagraph } from './paragraph/index.js'

type Described = { described: Paragraph[]; impossible: Warning[] }

/** Who "decides" or "declares", or met "and issued the following", leaves it to the points below to say what. */
const WE = /^\W*(?:we|nous)(?!\p{L})/iu
const OPEN = new Set(['DECIDE', 'ADOPT', 'RECOMMEND', 'CONVENED'])

/** @param context what is known of the document */
export function describeParagraphs(paragraphs: Paragraph[], context: ParagraphContext): Described {
  const impossible: Warning[] = []
  let introduced: Paragraph | undefined
  let opened: Paragraph | undefined
  const kingdoms = new Set<string>()
  const described = paragraphs.map((paragraph) => {
    if (introduced && !belongs(paragraph, introduced)) introduced = undefined
    if (
      opened &&
      !(paragraph.role === 'preamble' || belongs(paragraph, opened) || isClauseOf(paragraph, opened))
    )
      opened = undefined
    const read = describeParagraph(paragraph.text, {
      ...context,
      role: paragraph.role,
      listed: introduced !== undefined,
      continues: opened !== undefined,
      host: kingdoms.size === 1 ? [...kingdoms][0] : context.host,
    })
    const own = {
      ...paragraph,
      statements: read.statements,
      cites: paragraph.role === 'cover' ? [] : read.cites,
      countries: read.countries,
      places: read.places,
      organisations: read.organisations,
      dates: read.dates,
    }
    if (paragraph.role !== 'cover')
      impossible.push(...read.impossible.map(({ span, raw }) => warning(paragraph, span, raw)))
    if (endsInColon(own) || opensDeclaration(own)) opened = own
    if (speaksForList(own)) introduced = own
    for (const { value, derived } of own.countries) if (!derived && isKingdom(value)) kingdoms.add(value)
    return own
  })
  return { described, impossible }
}

/** "We, the Heads of State of …,": they declare what stands below, behind the clauses of a preamble. */
function opensDeclaration({ text, role }: Paragraph): boolean {
  return (role === 'preamble' || role === 'body') && WE.test(text) && /[,;\u060C\u061B]$/.test(text)
}

/** It ends in a colon, and says already what is done with what follows. */
function speaksForList(paragraph: Paragraph): boolean {
  const last = paragraph.statements.at(-1)?.category
  return endsInColon(paragraph) && last !== undefined && !OPEN.has(last)
}

function endsInColon({ text, role }: Paragraph): boolean {
  return role !== 'heading' && text.trimEnd().endsWith(':')
}

/** A letter or number of another count than that of the paragraph that introduced the list. */
function belongs({ number, role }: Paragraph, introduced: Paragraph): boolean {
  if (role === 'heading' || number === undefined) return false
  return introduced.number === undefined || Number(number) !== Number(introduced.number) + 1
}

/** "The Ministers:", and below it what they did, without marks. */
function isClauseOf({ number, role }: Paragraph, opened: Paragraph): boolean {
  const bare = [number, opened.number].every((printed) => printed === undefined)
  return bare && role === 'body' && opened.statements.length === 0
}

function warning(paragraph: Paragraph, span: Span | undefined, raw = ''): Warning {
  return {
    code: 'DATE_IMPOSSIBLE',
    message: `No calendar has this day: ${raw} (paragraph ${paragraph.label}).`,
    ...(span && { span: inDocument(paragraph, span) }),
  }
}

/** Where a stretch of a paragraph lies in the document; its parts are joined by one space. */
function inDocument({ spans }: Paragraph, [from, to]: Span): Span {
  const place = (offset: number) => {
    let left = offset
    for (const [start, end] of spans) {
      if (left <= end - start) return start + left
      left -= end - start + 1
    }
    return spans.at(-1)?.[1] ?? 0
  }
  return [place(from), place(to)]
}
