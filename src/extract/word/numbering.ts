/**
 * Which number does Word print before this paragraph? It is not in the text: it follows from the list of the paragraph, or
 * that of its style, and from the paragraphs before it. The same for .docx and .doc.
 */
import { numeral } from '../numerals.js'

export type Level = {
  start: number
  format: string
  text: string
  legal: boolean
  restart?: number
  /** Paragraphs of this style are on this level. */
  style?: string
}
export type List = { abstract: string; starts: Map<number, number>; levels: Map<number, Level> }
export type Style = { basedOn?: string; list?: string; level?: number }
export type Tables = {
  abstracts: Map<string, Map<number, Level>>
  /** Style whose list an abstract one is. */
  links: Map<string, string>
  lists: Map<string, List>
  styles: Map<string, Style>
  /** Of paragraphs that name none. */
  defaultStyle?: string
}

type ListItem = { list?: string; level?: number; style?: string }
/** @returns the number as printed, or nothing for a paragraph outside any list */
export type Numberer = (item: ListItem) => string

/** Word has nine levels, and prints no longer forms of numbers; a file may claim more. */
const [DEEPEST, LONGEST_FORM] = [8, 255]
const BULLET = '\u2022'
/** Fonts of signs put their bullets into the private area. */
const PRIVATE = /\p{Co}/u

export function createTables(): Tables {
  return { abstracts: new Map(), links: new Map(), lists: new Map(), styles: new Map() }
}

export function numbererOf(tables: Tables): Numberer {
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  return (item) => {
    const { list: id, level: stated } = withStyle(tables, item)
    const list = linked(tables, tables.lists.get(id))
    if (!list) return ''
    const levelOf = (index: number) =>
      list.levels.get(index) ?? tables.abstracts.get(list.abstract)?.get(index)
    const at = stated ?? levelOfStyle(tables.abstracts.get(list.abstract), item.style) ?? 0
    const level = levelOf(at)
    if (!level || at > DEEPEST) return ''
    const counts = counters.get(list.abstract) ?? []
    counters.set(list.abstract, counts)
    count(counts, at, level, begun.has(id) ? undefined : list.starts.get(at), levelOf)
    if (at === 0 || list.starts.has(at)) begun.add(id)
    return printed(level, counts, levelOf)
  }
}

/** A list may only say of which style it is the list. */
function linked(tables: Tables, list: List | undefined): List | undefined {
  const style = tables.styles.get(tables.links.get(list?.abstract ?? '') ?? '')
  const target = style?.list === undefined ? undefined : tables.lists.get(style.list)
  return list && target ? { ...list, abstract: target.abstract } : list
}

/** What the paragraph does not say comes from its style, or the style that one is based on. */
function withStyle(
  { styles, defaultStyle }: Tables,
  item: ListItem,
): { list: string; level: number | undefined } {
  let { list, level } = item
  let style = item.style ?? defaultStyle
  for (let depth = 0; style !== undefined && depth < 20; depth++) {
    const found = styles.get(style)
    list ??= found?.list
    level ??= found?.level
    style = found?.basedOn
  }
  return { list: list ?? '', level }
}

function levelOfStyle(levels: Map<number, Level> | undefined, style: string | undefined): number | undefined {
  if (style === undefined) return undefined
  return [...(levels ?? [])].find(([, level]) => level.style === style)?.[0]
}

function count(
  counts: number[],
  at: number,
  level: Level,
  startOver: number | undefined,
  levelOf: (index: number) => Level | undefined,
): void {
  const before = counts[at]
  counts[at] = startOver ?? (before === undefined ? level.start : before + 1)
  for (let deeper = at + 1; deeper < counts.length; deeper++) {
    const restart = levelOf(deeper)?.restart
    if (restart === undefined || (restart > 0 && at < restart)) delete counts[deeper]
  }
}

function printed(level: Level, counts: number[], levelOf: (index: number) => Level | undefined): string {
  if (level.format === 'bullet') return PRIVATE.test(level.text) || level.text === '' ? BULLET : level.text
  return level.text.slice(0, LONGEST_FORM).replace(/%(\d)/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const shown = levelOf(index)
    return numeral(level.legal ? 'decimal' : (shown?.format ?? 'decimal'), counts[index] ?? shown?.start ?? 1)
  })
}
