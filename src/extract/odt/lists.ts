/** Which number does a list item of an OpenDocument text have? Lists nest; one may continue another that ended before it. */
import { numeral } from '../numerals.js'
import { type Level, OUTLINE, type Styles } from './styles.js'

type List = { style: string; counts: number[] }

export type Lists = {
  open(attributes: { id?: string; style?: string; continues?: string; continueNumbering: boolean }): void
  close(): void
  closeAll(): void
  /** An item begins. @param start number that it is given */
  item(start?: number): void
  /**
   * The number of the item that began last, once. @param style list of the paragraph's style
   * @returns counts it, when the paragraph has ended and is not a part of the next one
   */
  number(style?: string): () => string
  heading(level: number, start?: number): () => string
}

const NO_NUMBER = () => ''

export function createLists(styles: Styles): Lists {
  const open: List[] = []
  const byId = new Map<string, List>()
  const byStyle = new Map<string, List>()
  const headings: List = { style: OUTLINE, counts: [] }
  let waiting: { start?: number } | undefined
  return {
    open: ({ id, style, continues, continueNumbering }) => {
      const parent = open.at(-1)
      const before = continues ? byId.get(continues) : byStyle.get(style ?? '')
      const list: List = parent
        ? { style: style ?? parent.style, counts: parent.counts }
        : { style: style ?? '', counts: (continues || continueNumbering) && before ? before.counts : [] }
      if (parent && !continueNumbering) list.counts.length = open.length
      open.push(list)
      if (id) byId.set(id, list)
      if (!parent) byStyle.set(list.style, list)
    },
    close: () => {
      open.pop()
    },
    closeAll: () => {
      open.length = 0
    },
    item: (start) => {
      waiting = { start }
    },
    number: (style) => {
      const list = open.at(-1)
      if (!list || !waiting) return NO_NUMBER
      const { start } = waiting
      waiting = undefined
      if (list.style === '' && style) list.style = style
      const depth = open.length
      return () => next(styles.lists.get(list.style), list.counts, depth, start)
    },
    heading: (level, start) => () => next(styles.lists.get(OUTLINE), headings.counts, level, start),
  }
}

function next(
  levels: Map<number, Level> | undefined,
  counts: number[],
  depth: number,
  start?: number,
): string {
  const level = levels?.get(depth)
  if (!levels || !level) return ''
  const before = counts[depth - 1]
  counts[depth - 1] = start ?? (before === undefined ? level.start : before + 1)
  counts.length = depth
  return printed(level, levels, counts)
}

function printed({ format, text }: Level, levels: Map<number, Level>, counts: number[]): string {
  if (format === 'bullet') return text
  if (format === '') return ''
  return text.replace(/%(\d+)/g, (_, digits: string) => {
    const shown = levels.get(Number(digits))
    return numeral(shown?.format ?? 'decimal', counts[Number(digits) - 1] ?? shown?.start ?? 1)
  })
}
