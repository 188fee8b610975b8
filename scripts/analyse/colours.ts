/** How are findings shown inside a text at a terminal? Each kind has its colour; where two overlap the first kind wins. */
import { styleText } from 'node:util'
import type { Paragraph, Span } from '../../src/model.js'

type Style = Parameters<typeof styleText>[0]
type Kind = { name: string; style: Style; spans: (paragraph: Paragraph) => (Span | undefined)[] }

const KINDS: Kind[] = [
  { name: 'verb', style: ['bold', 'red'], spans: (p) => p.statements.map(({ verb }) => verb.span) },
  { name: 'citation', style: 'cyan', spans: (p) => p.cites.map(({ span }) => span) },
  { name: 'organisation', style: 'magenta', spans: (p) => p.organisations.map(({ span }) => span) },
  { name: 'country', style: 'green', spans: (p) => p.countries.map(({ span }) => span) },
  { name: 'place', style: 'blue', spans: (p) => p.places.map(({ span }) => span) },
  { name: 'date', style: 'yellow', spans: (p) => p.dates.map(({ span }) => span) },
]

export type Paint = (text: string, style: Style) => string

/** Colours where standard output is a terminal that shows them. */
export function paintFor({ isTTY, hasColors }: { isTTY?: boolean; hasColors?: () => boolean }): Paint {
  return isTTY && hasColors?.() ? (text, style) => styleText(style, text) : (text) => text
}

export function legend(paint: Paint): string {
  return KINDS.map(({ name, style }) => paint(name, style)).join('  ')
}

/** The text of the paragraph with its findings in colour. */
export function painted(paragraph: Paragraph, paint: Paint): string {
  const found = stretches(paragraph)
  const ends = [0, ...found.map(({ span }) => span[1])]
  const pieces = found.map(
    ({ span, style }, n) =>
      paragraph.text.slice(ends[n], span[0]) + paint(paragraph.text.slice(...span), style),
  )
  return pieces.join('') + paragraph.text.slice(ends.at(-1))
}

/** In the order of the text, none within another. */
function stretches(paragraph: Paragraph): { span: Span; style: Style }[] {
  const taken: { span: Span; style: Style }[] = []
  for (const { spans, style } of KINDS) {
    for (const span of spans(paragraph)) {
      if (span && !taken.some(({ span: [from, to] }) => span[0] < to && from < span[1]))
        taken.push({ span, style })
    }
  }
  return taken.sort((a, b) => a.span[0] - b.span[0])
}
