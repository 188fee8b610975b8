/** Which lines did Tesseract see, where, and how sure is it? Reads its table of words (format `tsv`). */
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

type Word = { line: string; paragraph: string; top: number; height: number; confidence: number; text: string }

const WORD = '5'

/** @returns lines in reading order */
export function linesOfTable(table: string): RecognisedLine[] {
  const words = table.split('\n').flatMap(readWord)
  const lines = new Map<string, Word[]>()
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  const groups = [...lines.values()].map(withoutScraps).filter((group) => group.length > 0)
  return groups.map((group, at) => ({
    text: group.map(({ text }) => text).join(' '),
    top: Math.min(...group.map(({ top }) => top)),
    height: Math.max(...group.map(({ height }) => height)),
    confidence: group.reduce((sum, { confidence }) => sum + confidence, 0) / group.length,
    ends: groups[at + 1]?.[0]?.paragraph !== group[0]?.paragraph,
  }))
}

function readWord(row: string): Word[] {
  const [level, page, block, paragraph, line, , , top, , height, confidence, text] = row.split('\t')
  if (level !== WORD || !text?.trim()) return []
  const part = `${page} ${block} ${paragraph}`
  return [
    {
      line: `${part} ${line}`,
      paragraph: part,
      top: Number(top),
      height: Number(height),
      confidence: Math.max(0, Number(confidence)) / 100,
      text: text.trim(),
    },
  ]
}
