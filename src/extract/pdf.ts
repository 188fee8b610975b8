/**
 * What does a PDF say, page by page, in reading order? pdf.js opens the file and names the glyphs;
 * the order of the text is rebuilt from where they stand (folder `pdf/`).
 */
import { BayanError } from '../errors.js'
import type { Extracted, ExtractedPage, RecognitionLimits, Warning } from '../model.js'
import type { Extractor } from './extractor.js'
import { type ActualTexts, createActualTexts } from './pdf/actual-text.js'
import { backdropOf } from './pdf/backdrop.js'
import type { Overnamed } from './pdf/clusters.js'
import { type Font, type FontOf, readDrawing } from './pdf/drawing.js'
import { markFurniture, type Page } from './pdf/furniture.js'
import { withWholeWords } from './pdf/joins.js'
import { toMatrix } from './pdf/matrix.js'
import { linesOfPage, type PageLine } from './pdf/page.js'
import { glyphsOnPaper } from './pdf/paper.js'
import { AnnotationMode, getDocument, type PDFDocumentProxy, type PDFPageProxy } from './pdf/pdfjs.js'
import { recognisePages } from './pdf/recognise.js'

/** Nothing is run, fetched or drawn: pictures above one pixel are left out. */
const OPTIONS = {
  isEvalSupported: false,
  enableXfa: false,
  useSystemFonts: false,
  disableFontFace: true,
  fontExtraProperties: true,
  useWorkerFetch: false,
  maxImageSize: 1,
  stopAtErrors: false,
  verbosity: 0,
}

/** No communiqué comes near it, and so many are read within the limits on time. */
const MOST_PAGES = 5000
/** pdf.js keeps what it parsed of every page; after this many it is let go. */
const KEPT_PAGES = 100
/** Points. */
const NO_WIDTH = 0.05
/** Fewer are chance. */
const FEW_MARKS = 3

export const pdf: Extractor = (file, signal, recognition) => read(file.bytes, signal, recognition)

/** @throws BayanError PDF_ENCRYPTED, PDF_TOO_LONG, FILE_DAMAGED, FILE_NO_TEXT_LAYER */
async function read(
  bytes: Uint8Array,
  signal?: AbortSignal,
  recognition?: RecognitionLimits,
): Promise<Extracted> {
  signal?.throwIfAborted()
  const task = getDocument({ ...OPTIONS, data: new Uint8Array(bytes) })
  try {
    const read = await readPages(await task.promise, () => new Uint8Array(bytes), signal)
    const lost = marksLost(read)
    const warnings = await recognisePages(read, () => new Uint8Array(bytes), recognition, signal)
    markFurniture(read)
    const pages = withWholeWords(read.map(({ lines }) => lines)).map(toExtracted)
    if (pages.every(({ lines }) => lines.length === 0)) throw new BayanError('FILE_NO_TEXT_LAYER')
    return { format: 'pdf', pages, paged: true, warnings: [...warnings, ...lost] }
  } catch (error) {
    signal?.throwIfAborted()
    throw coded(error)
  } finally {
    await task.destroy().catch(() => undefined)
  }
}

/** @param open a fresh copy of the bytes of the file */
async function readPages(
  document: PDFDocumentProxy,
  open: () => Uint8Array,
  signal?: AbortSignal,
): Promise<Page[]> {
  if (document.numPages > MOST_PAGES)
    throw new BayanError('PDF_TOO_LONG', { pages: document.numPages, most: MOST_PAGES })
  const pages: Page[] = []
  const overnamed: Overnamed = new Set()
  const said = createActualTexts(open)
  try {
    for (let number = 1; number <= document.numPages; number++) {
      signal?.throwIfAborted()
      const page = await document.getPage(number)
      pages.push(await readPage(page, overnamed, said))
      page.cleanup()
      if (number % KEPT_PAGES === 0) await document.cleanup()
    }
  } finally {
    await said.close()
  }
  return pages
}

async function readPage(page: PDFPageProxy, overnamed: Overnamed, said: ActualTexts): Promise<Page> {
  const operations = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const fontOf = fontsOf(page)
  const { glyphs: drawn, rules } = readDrawing(operations, toMatrix(transform), fontOf)
  const glyphs = await said.named(drawn, page.pageNumber, (font) => fontOf(font).fileName)
  const onPaper = glyphsOnPaper(glyphs, width, height)
  const lostMarks = onPaper.filter(({ text, x0, x1 }) => text === '' && x1 - x0 < NO_WIDTH).length
  const backdrop = backdropOf(operations, width * height)
  return { lines: linesOfPage(onPaper, overnamed, rules), height, lostMarks, backdrop }
}

/** Nameless glyphs with a width may only stretch a line. */
function marksLost(pages: Page[]): Warning[] {
  const count = pages.reduce((sum, { lostMarks = 0 }) => sum + lostMarks, 0)
  if (count < FEW_MARKS) return []
  const message = `The PDF draws ${count} marks (hamza, madda, vowel signs) without saying which they are: words may lack them.`
  return [{ code: 'MARKS_LOST', message }]
}

function toExtracted(lines: PageLine[]): ExtractedPage {
  const places = (kind: PageLine['kind']) => lines.flatMap((line, at) => (line.kind === kind ? [at] : []))
  const [furniture, notes] = [places('furniture'), places('note')]
  const close = lines.flatMap((line, at) => (line.close ? [at] : []))
  const last = lines.findLast(({ kind }) => kind === undefined)
  return {
    lines: lines.map(({ text }) => text),
    ends: last?.text ? 'full' : 'short',
    ...(lines.some(({ confidence }) => confidence !== undefined) && {
      confidences: lines.map(({ confidence }) => confidence ?? 1),
    }),
    ...(furniture.length > 0 && { furniture }),
    ...(notes.length > 0 && { notes }),
    ...(close.length > 0 && { close }),
  }
}

/** The part of a font of pdf.js that says which codes have a letter. */
type PdfFont = { name?: string; fontMatrix?: number[]; toUnicode?: { _map?: string[]; firstChar?: number } }

function fontsOf(page: PDFPageProxy): FontOf {
  const fonts = new Map<string, Font>()
  return (name) => {
    const font = fonts.get(name) ?? toFont(name, page.commonObjs.has(name) ? page.commonObjs.get(name) : {})
    fonts.set(name, font)
    return font
  }
}

/**
 * A map without entries of its own is the identity: the file has no letters for this font at all. An entry may be empty; pdf.js
 * then takes the code for the letter.
 */
function toFont(name: string, { name: fileName, fontMatrix, toUnicode }: PdfFont): Font {
  const map = toUnicode?._map
  const named = map ? (code: number) => Boolean(map[code]) : () => toUnicode?.firstChar === undefined
  const scale = fontMatrix?.[0] ?? 0.001
  return { name, scale, names: named, ...(fileName !== undefined && { fileName }) }
}

function coded(error: unknown): BayanError {
  if (error instanceof BayanError) return error
  const [name, reason] = error instanceof Error ? [error.name, error.message] : ['', String(error)]
  // The second for a way of locking that pdf.js does not know.
  if (name === 'PasswordException' || reason.includes('encryption'))
    return new BayanError('PDF_ENCRYPTED', {}, error)
  return new BayanError('FILE_DAMAGED', { reason }, error)
}
