/**
 * Which pages cannot be read from their letters, and what do their pictures say? Pages without text, with damaged text, or with
 * a few words over a picture of more are recognised, as many as the limits allow; of two readings the better one is kept.
 */
import { lamAlefMender } from '../../arabic/lam-alef.js'
import { LEGIBLE, legibility } from '../../arabic/legibility.js'
import { repair } from '../../arabic/repair.js'
import type { RecognitionLimits, Warning } from '../../model.js'
import { createReader, type Reader } from '../ocr/reading.js'
import { createRecogniser } from '../ocr/recogniser.js'
import type { RecognisedLine } from '../ocr/tsv.js'
import type { Page } from './furniture.js'
import type { PageLine } from './page.js'
import { openPictures, type Picture, type Pictures } from './pictures.js'

/** Fewer words than this prove nothing about the letters of a page. */
const FEW_WORDS = 8
/** What recognition put beneath a picture is read anew below this: it was no better than ours, and perhaps for other letters. */
const WELL_RECOGNISED = 0.8
/** So few may be a stamp or a page number on a picture of text. */
const SPARSE_WORDS = 25
/** The text of the picture has so many times as many. */
const MANY_MORE = 3
/** Of pages in a row that are named in a message. */
const MOST_RUNS = 10

/** `height` of the paper as it is read, which may be its width. */
type Reading = { lines: PageLine[]; height: number; score: number }

/** Puts the better readings in the place of the pages. @param open a fresh copy of the bytes of the file */
export async function recognisePages(
  pages: Page[],
  open: () => Uint8Array,
  limits: RecognitionLimits | undefined,
  signal?: AbortSignal,
): Promise<Warning[]> {
  const wanted = pages.flatMap((page, at) => (isDamaged(page) || isStamped(page) ? [at] : []))
  if (wanted.length === 0 || !limits) return []
  const pictures = await openPictures(open()).catch(() => undefined)
  if (!pictures) return [notRecognised(wanted)]
  const recogniser = await createRecogniser(limits.path)
  try {
    const means = { pictures, read: createReader(recogniser), name: recogniser.name, limits, signal }
    return await recogniseAll(pages, wanted, means)
  } finally {
    await recogniser.close()
    pictures.close()
  }
}

type Means = {
  pictures: Pictures
  read: Reader
  name: string
  limits: RecognitionLimits
  signal?: AbortSignal
}

async function recogniseAll(pages: Page[], wanted: number[], means: Means): Promise<Warning[]> {
  const { limits, signal } = means
  const [done, left]: [number[], number[]] = [[], []]
  const end = performance.now() + 1000 * limits.seconds
  for (const [tried, at] of wanted.entries()) {
    if (tried >= limits.pages || performance.now() > end) {
      left.push(at)
      continue
    }
    const reading = await recognisePage(at + 1, means).catch(() => 'failed' as const)
    signal?.throwIfAborted()
    if (reading === 'blank') continue
    const page = pages[at] as Page
    if (reading === 'failed') left.push(at)
    else if (isBetter(reading, page)) {
      pages[at] = { ...page, lines: reading.lines, height: reading.height }
      done.push(at)
    }
  }
  return [
    ...(done.length > 0 ? [recognised(done, means.name)] : []),
    ...(left.length > 0 ? [notRecognised(left)] : []),
  ]
}

async function recognisePage(number: number, means: Means): Promise<Reading | 'blank'> {
  const { pictures, read, limits, signal } = means
  const picture = await pictures.page(number)
  if (!picture) return 'blank'
  const time = AbortSignal.timeout(1000 * limits.secondsPerPage)
  const lines = await read(picture, signal ? AbortSignal.any([time, signal]) : time)
  return toReading(lines, picture)
}

function toReading(recognised: RecognisedLine[], { scale, height }: Picture): Reading {
  const lines = recognised.flatMap(({ text, top, height, confidence, ends }) => {
    const line = { text, y: (top + height) / scale, size: height / scale, confidence }
    return ends ? [line, { ...line, text: '' }] : [line]
  })
  return { lines, height: height / scale, score: scoreOf(lines) }
}

function isDamaged({ lines, backdrop }: Page): boolean {
  const words = wordsIn(lines)
  const least = backdrop?.unseen ? WELL_RECOGNISED : LEGIBLE
  return words === 0 || (words >= FEW_WORDS && scoreOf(lines) < least)
}

function isStamped({ lines, backdrop }: Page): boolean {
  return backdrop?.pictured === true && wordsIn(lines) < SPARSE_WORDS
}

function isBetter({ lines, score }: Reading, page: Page): boolean {
  if (isDamaged(page)) return score >= scoreOf(page.lines)
  return score >= LEGIBLE && wordsIn(lines) >= MANY_MORE * wordsIn(page.lines)
}

function wordsIn(lines: PageLine[]): number {
  return lines.flatMap(({ text }) => text.split(/\s+/).filter(Boolean)).length
}

function scoreOf(lines: PageLine[]): number {
  const text = repair(lines.map(({ text }) => text).join('\n'))
  return legibility(lamAlefMender(text).mend(text)).score
}

function recognised(pages: number[], name: string): Warning {
  return { code: 'TEXT_RECOGNISED', message: `Read off pictures by ${name}: ${inWords(pages)}.` }
}

function notRecognised(pages: number[]): Warning {
  return {
    code: 'PAGES_NOT_RECOGNISED',
    message: `Not read off their pictures, because that failed or for the limits BAYAN_OCR_PAGES, BAYAN_OCR_SECONDS and BAYAN_EXTRACT_SECONDS: ${inWords(pages)}.`,
  }
}

/** "pages 1 to 3, 7 and 9 more" @param pages counted from 0, in their order */
function inWords(pages: number[]): string {
  const runs: [first: number, last: number][] = []
  for (const page of pages) {
    const run = runs.at(-1)
    if (run && run[1] === page - 1) run[1] = page
    else runs.push([page, page])
  }
  const shown = runs.slice(0, MOST_RUNS)
  const names = shown.map(([first, last]) =>
    first === last ? `${first + 1}` : `${first + 1} to ${last + 1}`,
  )
  const more = pages.length - shown.reduce((sum, [first, last]) => sum + last - first + 1, 0)
  return `${pages.length === 1 ? 'page' : 'pages'} ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
