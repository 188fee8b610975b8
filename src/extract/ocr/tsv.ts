/** Which lines did Tesseract see, where, and how sure is it? Reads its table of words (format `tsv`). */
import { INVISIBLE } from '../../arabic/characters.js'
import { inReadingOrder } from './order.js'
import { withoutScraps } from './scraps.js'

/** Lengths are pixels from the upper left corner; confidence 0 to 1. */
export type RecognisedLine = {
  text: string
  top: number
  height: number
  confidence: number
  /** True for the last line of a paragraph. */
  ends: boolean
}

type Word = {
  line: string
  paragraph: string
  left: number
  top: number
  height: number
  confidence: number
  text: string
}

const WORD = '5'
/** The engine tells by them which way a word runs. */
const MARKS = new RegExp(`[${INVISIBLE}]`, 'gu')

/** @returns lines in reading order */
export function linesOfTable(table: string): RecognisedLine[] {
  const words = table.split('\n').flatMap(readWord)
  const lines = new Map<string, Word[]>()
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  const groups = [...lines.values()]
    .map((line) => inReadingOrder(withoutScraps(line)))
    .filter((group) => group.length > 0)
  return groups.map((group, at) => ({
    text: group.map(({ text }) => text).join(' '),
    top: Math.min(...group.map(({ top }) => top)),
    height: Math.max(...group.map(({ height }) => height)),
    confidence: group.reduce((sum, { confidence }) => sum + confidence, 0) / group.length,
    ends: groups[at + 1]?.[0]?.paragraph !== group[0]?.paragraph,
  }))
}

function readWord(row: string): Word[] {
  const [level, page, block, paragraph, line, , left, top, , height, confidence, written] = row.split('\t')
  const text = written?.replace(MARKS, '').trim()
  if (level !== WORD || !text) return []
  const part = `${page} ${block} ${paragraph}`
  return [
    {
      line: `${part} ${line}`,
      paragraph: part,
      left: Number(left),
      top: Number(top),
      height: Number(height),
      confidence: Math.max(0, Number(confidence)) / 100,
      text,
    },
  ]
}
