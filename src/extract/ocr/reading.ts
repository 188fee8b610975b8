/** What does the picture of a page say? Decides which way up it is, and in which language it is written. */
import { encode } from 'fast-png'
import { type Gray, halfTurned } from './gray.js'
import type { Recogniser } from './recogniser.js'
import type { RecognisedLine } from './tsv.js'

const ARABIC = 'ara+eng'
const FRENCH = 'fra'
/** The engine is less sure of pages on their heads, and surer of all others. */
const UNSURE = 0.6
/** Share of Arabic letters below which a page is read again as French. */
const LATIN_PAGE = 0.1
/** Share of letters with an accent: French has three times as many, English next to none. */
const ACCENTED = 0.01

/** Remembers from page to page which way up they are. */
export type Reader = (picture: Gray, stop: AbortSignal) => Promise<RecognisedLine[]>

export function createReader(recogniser: Recogniser): Reader {
  let onHead = false
  return async (picture, stop) => {
    const read = async (turned: boolean, languages: string) => {
      const { data, width, height } = turned ? halfTurned(picture) : picture
      return recogniser.recognise(encode({ data, width, height, depth: 8, channels: 1 }), languages, stop)
    }
    let lines = await read(onHead, ARABIC)
    if (sureness(lines) < UNSURE) {
      const other = await read(!onHead, ARABIC)
      if (sureness(other) > sureness(lines)) [lines, onHead] = [other, !onHead]
    }
    if (shareIn(lines, /\p{Script=Arabic}/gu) >= LATIN_PAGE) return lines
    const french = await read(onHead, FRENCH)
    return shareIn(french, /\p{Script=Latin}\p{M}/gu) >= ACCENTED ? french : lines
  }
}

/** Mean confidence of the letters. */
function sureness(lines: RecognisedLine[]): number {
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0)
  return lines.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / Math.max(1, letters)
}

/** Of all letters. */
function shareIn(lines: RecognisedLine[], letters: RegExp): number {
  const text = lines.map((line) => line.text.normalize('NFD')).join('\n')
  return (text.match(letters)?.length ?? 0) / Math.max(1, text.match(/\p{L}/gu)?.length ?? 0)
}
