/** What Bayan reads in one file, for a person: the facts with their evidence, then each paragraph with what it states, cites and names. */
import Table from 'cli-table3'
import type { Analysis, Document, Paragraph, Read, Statement } from '../../src/model.js'
import { legend, type Paint, painted } from './colours.js'

/** Rows stand close together. */
const NO_RULES = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' }
const LABEL_WIDTH = 8
const ROLE_WIDTH = 9
/** A guess about where a paragraph ends is worth a look. */
const DOUBTFUL = 0.9

export function report({ file, documents, warnings }: Analysis, paint: Paint): string {
  const about = `${file.format}, ${file.bytes} bytes, legibility ${file.legibility.toFixed(2)}, documents: ${documents.length}`
  const told = warnings.map(({ code, message }) => `${paint(code, 'yellow')}: ${message}`)
  return [about, ...documents.map((document) => documentReport(document, paint)), ...told].join('\n\n')
}

function documentReport(document: Document, paint: Paint): string {
  const head = [paint(document.title?.value ?? document.key, 'bold'), document.key]
  const marks = `In the text: ${legend(paint)}`
  const paragraphs = document.paragraphs.map((paragraph) => paragraphReport(paragraph, paint))
  return [...head, factsTable(document), marks, '', ...paragraphs].join('\n')
}

function factsTable(document: Document): string {
  const table = new Table({
    head: ['', 'read', 'printed'],
    style: { head: [], border: [] },
    chars: NO_RULES,
  })
  for (const [name, fact] of factsOf(document)) table.push([name, String(fact.value), evidence(fact)])
  return table.toString()
}

function factsOf(document: Document): [name: string, fact: Read<string | number>][] {
  const { symbol, type, organisation, subject, date, dateEnd, weekday, hijri, place, meeting, container } =
    document
  const named: [string, Read<string | number> | undefined][] = [
    ['language', { value: document.language }],
    ['symbol', symbol],
    [
      'container',
      container && { value: container.key, raw: `no. ${container.position} of ${container.title}` },
    ],
    ['type', type],
    ['organisation', organisation],
    ['meeting', meeting && { value: meeting.key }],
    ['body', meeting?.body],
    ['kind', meeting?.kind],
    ['level', meeting?.level],
    ['ordinal', meeting?.ordinal],
    ['name', meeting?.name],
    ['requested by', meeting?.requestedBy],
    ['subject', subject],
    ['date', date],
    ['last day', dateEnd],
    ['weekday', weekday],
    ['Hijri', hijri?.printed],
    ['Hijri, computed', hijri?.computed ? { value: hijri.computed, derived: true } : undefined],
    ['city', place?.city],
    ['country', place?.country],
    ['venue', place?.venue],
  ]
  return named.filter((fact): fact is [string, Read<string | number>] => fact[1] !== undefined)
}

function evidence({ raw, derived }: Read<string | number>): string {
  const printed = raw?.replace(/\s+/g, ' ') ?? ''
  return derived ? `(derived) ${printed}`.trim() : printed
}

function paragraphReport(paragraph: Paragraph, paint: Paint): string {
  const { label, role, page, section, confidence } = paragraph
  const place = [
    page === undefined ? '' : `p. ${page}`,
    section.join(' > '),
    confidence < DOUBTFUL ? `bounds doubtful (${confidence})` : '',
  ].filter(Boolean)
  const head = [label.padEnd(LABEL_WIDTH), role.padEnd(ROLE_WIDTH), place.join(', ')].join(' ').trimEnd()
  const found = findings(paragraph)
  return [
    paint(head, 'dim'),
    painted(paragraph, paint),
    ...(found ? [paint(`    ${found}`, 'dim')] : []),
  ].join('\n')
}

/** One line: what is stated, then the keys of what is cited and named. */
function findings({ statements, cites, organisations, countries, places, dates }: Paragraph): string {
  const keys = [...cites, ...organisations, ...countries, ...places, ...dates].map(({ value }) => value)
  return [...statements.map(statementLine), ...keys].join(' · ')
}

function statementLine({ category, strength, addressees, objects }: Statement): string {
  const target = [...new Set([...addressees, ...objects])].join(', ')
  return `${category}${'!'.repeat(strength ? strength - 1 : 0)}${target ? ` (${target})` : ''}`
}
