/** Which list and which page break does a style of an OpenDocument text bring? From `styles.xml` and the head of `content.xml`. */
import type { Attributes, Handlers } from '../archive/xml.js'
import { twentieths } from '../lengths.js'
import type { SpaceStyle } from '../white.js'

export type Level = {
  /** In the words of Word (`numerals.ts`); empty where no number is printed. */
  format: string
  start: number
  /** As in Word: `%1.%2.` */
  text: string
}

type ParagraphStyle = SpaceStyle & { list?: string; breaks: boolean }

export type Styles = {
  /** Levels, from 1, of each list style; that of headings is under `OUTLINE`. */
  lists: Map<string, Map<number, Level>>
  paragraphs: Map<string, ParagraphStyle>
  /** Styles of characters that are not shown. */
  hidden: Set<string>
}

/** Name of the list of headings; no list style can have it. */
export const OUTLINE = ''
/** What holds for paragraphs whose style says nothing. */
const DEFAULTS = ' '
const BULLET = '\u2022'
/** What is written for the letters and digits of a list. */
const FORMATS: Record<string, string> = {
  1: 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}
/** Other formats give their first three numbers. */
const SERIES: [begins: RegExp, format: string][] = [
  [/^01/, 'decimalZero'],
  [/^[\u0623\u0627][^,]*, *\u0628[^,]*, *\u062A/, 'arabicAlpha'],
  [/^[\u0623\u0627][^,]*, *\u0628[^,]*, *\u062C/, 'arabicAbjad'],
  [/^\u0661/, 'hindiNumbers'],
]

const LIST_STYLES = new Set(['text:list-style', 'text:outline-style'])
const NUMBER_LEVELS = new Set(['text:list-level-style-number', 'text:outline-level-style'])

export function createStyles(): Styles {
  return { lists: new Map(), paragraphs: new Map(), hidden: new Set() }
}

export function styleReader(styles: Styles): Handlers {
  let levels = new Map<number, Level>()
  let paragraph: ParagraphStyle = { breaks: false }
  let characters = ''
  return {
    start: (name, attributes) => {
      if (LIST_STYLES.has(name)) {
        levels = new Map()
        styles.lists.set(name === 'text:outline-style' ? OUTLINE : (attributes['style:name'] ?? ''), levels)
      } else if (NUMBER_LEVELS.has(name)) levels.set(Number(attributes['text:level']), levelOf(attributes))
      else if (name === 'text:list-level-style-bullet')
        levels.set(Number(attributes['text:level']), bullet(attributes))
      else if (name === 'style:default-style' && attributes['style:family'] === 'paragraph') {
        paragraph = { breaks: false }
        styles.paragraphs.set(DEFAULTS, paragraph)
      } else if (name === 'style:style' && attributes['style:family'] === 'paragraph') {
        paragraph = paragraphOf(attributes)
        styles.paragraphs.set(attributes['style:name'] ?? '', paragraph)
      } else if (name === 'style:style') {
        characters = attributes['style:name'] ?? ''
      } else if (name === 'style:text-properties' && attributes['text:display'] === 'none') {
        styles.hidden.add(characters)
      } else if (name === 'style:paragraph-properties') {
        if (attributes['fo:break-before'] === 'page') paragraph.breaks = true
        setSpace(paragraph, attributes)
      }
    },
    end: (name) => {
      if (name !== 'style:style' && name !== 'style:default-style') return
      paragraph = { breaks: false }
      characters = ''
    },
  }
}

/** What a style does not say comes from the one it is based on. @returns the name of its list */
export function listOfStyle(styles: Styles, style: string): string | undefined {
  let name: string | undefined = style
  for (let depth = 0; name !== undefined && depth < 20; depth++) {
    const found = styles.paragraphs.get(name)
    if (found?.list !== undefined) return found.list
    name = found?.basedOn
  }
  return undefined
}

function paragraphOf(attributes: Attributes): ParagraphStyle {
  return {
    basedOn: attributes['style:parent-style-name'] ?? DEFAULTS,
    list: attributes['style:list-style-name'],
    breaks: attributes['style:master-page-name'] !== undefined && attributes['style:master-page-name'] !== '',
  }
}

function setSpace(style: SpaceStyle, attributes: Attributes): void {
  const all = twentieths(attributes['fo:margin'])
  style.before = twentieths(attributes['fo:margin-top']) ?? all ?? style.before
  style.after = twentieths(attributes['fo:margin-bottom']) ?? all ?? style.after
  const close = attributes['style:contextual-spacing']
  if (close !== undefined) style.close = close === 'true'
}

function levelOf(attributes: Attributes): Level {
  const format = attributes['style:num-format'] ?? ''
  return {
    format: FORMATS[format] ?? SERIES.find(([begins]) => begins.test(format))?.[1] ?? (format && 'decimal'),
    start: Number(attributes['text:start-value'] ?? 1),
    text: patternOf(attributes),
  }
}

/** LibreOffice writes the pattern itself, others the levels that are shown and what stands around them. */
function patternOf(attributes: Attributes): string {
  const pattern = attributes['loext:num-list-format']
  if (pattern !== undefined) return pattern.replace(/%(\d+)%/g, '%$1')
  const level = Number(attributes['text:level'])
  const shown = Number(attributes['text:display-levels'] ?? 1)
  const numbers = Array.from({ length: shown }, (_, at) => `%${level - shown + at + 1}`)
  return `${attributes['style:num-prefix'] ?? ''}${numbers.join('.')}${attributes['style:num-suffix'] ?? ''}`
}

function bullet(attributes: Attributes): Level {
  const sign = attributes['text:bullet-char'] ?? BULLET
  return { format: 'bullet', start: 1, text: /\p{Co}/u.test(sign) ? BULLET : sign }
}
