/**
 * Which pages cannot be read from their letters, and what do their pictures say? Only pages without text or with text
 * that is damaged are recognised, as many as the limits allow; of two readings the more legible one is kept.
 */
import { lamAlefMender } from '../../arabic/lam-alef.js'
import { LEGIBLE, legibility } from '../../arabic/legibility.js'
import { repair } from '../../arabic/repair.js'
import type { RecognitionLimits, Warning } from '../../model.js'
import { createRecogniser, type Recogniser } from '../ocr/recogniser.js'
import type { RecognisedLine } from '../ocr/tsv.js'
import type { Page } from './furniture.js'
import type { PageLine } from './page.js'
import { openPictures, type Picture, type Pictures } from './pictures.js'

const ARABIC = 'ara+eng'
const FRENCH = 'fra'
/** Fewer words than this prove nothing about the letters of a page. */
const FEW_WORDS = 8
/** Share of Arabic letters below which a page is read again as French. */
const LATIN_PAGE = 0.1
/** Share of letters with an accent: French has three times as many, English next to none. */
const ACCENTED = 0.01

type Reading = { lines: PageLine[]; score: number }

/** Puts the better readings in the place of the pages. @param open a fresh copy of the bytes of the file */
export async function recognisePages(
  pages: Page[],
  open: () => Uint8Array,
  limits: RecognitionLimits | undefined,
  signal?: AbortSignal,
): Promise<Warning[]> {
  const wanted = pages.flatMap(({ lines }, at) => (isLegible(lines) ? [] : [at]))
  if (wanted.length === 0 || !limits) return []
  const pictures = await openPictures(open()).catch(() => undefined)
  if (!pictures) return [notRecognised(wanted.map((at) => at + 1))]
  const recogniser = await createRecogniser(limits.path)
  try {
    return await recogniseAll(pages, wanted, { pictures, recogniser, limits, signal })
  } finally {
    await recogniser.close()
    pictures.close()
  }
}

type Means = { pictures: Pictures; recogniser: Recogniser; limits: RecognitionLimits; signal?: AbortSignal }

async function recogniseAll(pages: Page[], wanted: number[], means: Means): Promise<Warning[]> {
  const { recogniser, limits } = means
  const [done, left]: [number[], number[]] = [[], []]
  const end = performance.now() + 1000 * limits.seconds
  for (const at of wanted) {
    const page = pages[at] as Page
    if (done.length >= limits.pages || performance.now() > end) {
      left.push(at + 1)
      continue
    }
    const reading = await recognisePage(at + 1, means).catch(() => 'failed' as const)
    means.signal?.throwIfAborted()
    if (reading === 'blank') continue
    if (reading === 'failed') left.push(at + 1)
    else if (reading.score >= scoreOf(page.lines)) {
      page.lines = reading.lines
      done.push(at + 1)
    }
  }
  return [
    ...(done.length > 0 ? [recognised(done, recogniser.name)] : []),
    ...(left.length > 0 ? [notRecognised(left)] : []),
  ]
}

async function recognisePage(number: number, means: Means): Promise<Reading | 'blank'> {
  const { pictures, recogniser, limits, signal } = means
  const picture = await pictures.page(number)
  if (!picture) return 'blank'
  const time = AbortSignal.timeout(1000 * limits.secondsPerPage)
  const stop = signal ? AbortSignal.any([time, signal]) : time
  const first = toReading(await recogniser.recognise(picture.png, ARABIC, stop), picture)
  if (arabicShare(first.lines) >= LATIN_PAGE) return first
  const french = toReading(await recogniser.recognise(picture.png, FRENCH, stop), picture)
  return accentedShare(french.lines) >= ACCENTED ? french : first
}

function toReading(recognised: RecognisedLine[], { scale }: Picture): Reading {
  const lines = recognised.flatMap(({ text, top, height, confidence, ends }) => {
    const line = { text, y: (top + height) / scale, size: height / scale, confidence }
    return ends ? [line, { ...line, text: '' }] : [line]
  })
  return { lines, score: scoreOf(lines) }
}

function isLegible(lines: PageLine[]): boolean {
  const text = textOf(lines)
  if (text.trim() === '') return false
  return text.split(/\s+/).length < FEW_WORDS || legibility(text).score >= LEGIBLE
}

function scoreOf(lines: PageLine[]): number {
  return legibility(textOf(lines)).score
}

function textOf(lines: PageLine[]): string {
  const text = repair(lines.map(({ text }) => text).join('\n'))
  return lamAlefMender(text).mend(text)
}

function arabicShare(lines: PageLine[]): number {
  return shareIn(textOf(lines), /\p{Script=Arabic}/gu)
}

function accentedShare(lines: PageLine[]): number {
  return shareIn(textOf(lines).normalize('NFD'), /\p{Script=Latin}\p{M}/gu)
}

/** Of all letters of the text. */
function shareIn(text: string, letters: RegExp): number {
  return (text.match(letters)?.length ?? 0) / Math.max(1, text.match(/\p{L}/gu)?.length ?? 0)
}

function recognised(pages: number[], name: string): Warning {
  return { code: 'TEXT_RECOGNISED', message: `Read off pictures by ${name}: ${pagesInWords(pages)}.` }
}

function notRecognised(pages: number[]): Warning {
  return {
    code: 'PAGES_NOT_RECOGNISED',
    message: `Not read off their pictures, because that failed or for the limits BAYAN_OCR_PAGES, BAYAN_OCR_SECONDS and BAYAN_EXTRACT_SECONDS: ${pagesInWords(pages)}.`,
  }
}

/** "pages 1, 2 and 3 more" */
function pagesInWords(pages: number[]): string {
  const shown = pages.slice(0, 10)
  const more = pages.length - shown.length
  return `${pages.length === 1 ? 'page' : 'pages'} ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
