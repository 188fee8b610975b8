/** What does a PDF keep that pdf.js does not give: texts beside glyphs (/Span with /ActualText), font programs? Asked of PDFium. */
import { PDFiumLibrary } from '@hyzyla/pdfium'

export type Spans = {
  /** For each span of the page that draws text, in the order of the file: its text, or nothing. */
  textsOf(page: number): string[]
  /** Programs of the fonts of the page that lie in the file, by the names of the fonts. */
  fontsOf(page: number): Map<string, Uint8Array>
  close(): void
}

/** The part of PDFium's own interface that tells the marks and fonts of drawn objects; pointers are numbers. */
type PDFium = {
  HEAPU8: Uint8Array
  HEAPU32: Uint32Array
  _malloc(bytes: number): number
  _FPDF_LoadPage(document: number, index: number): number
  _FPDF_ClosePage(page: number): void
  _FPDFPage_CountObjects(page: number): number
  _FPDFPage_GetObject(page: number, index: number): number
  _FPDFFormObj_CountObjects(form: number): number
  _FPDFFormObj_GetObject(form: number, index: number): number
  _FPDFPageObj_GetType(object: number): number
  _FPDFPageObj_CountMarks(object: number): number
  _FPDFPageObj_GetMark(object: number, index: number): number
  _FPDFPageObjMark_GetName(mark: number, to: number, bytes: number, length: number): number
  _FPDFPageObjMark_GetParamIntValue(mark: number, key: number, to: number): number
  _FPDFPageObjMark_GetParamBlobValue(
    mark: number,
    key: number,
    to: number,
    bytes: number,
    length: number,
  ): number
  _FPDFTextObj_GetFont(object: number): number
  _FPDFFont_GetBaseFontName(font: number, to: number, bytes: number): number
  _FPDFFont_GetFontData(font: number, to: number, bytes: number, length: number): number
  _free(pointer: number): void
}
type Memory = { pdfium: PDFium; text: number; length: number; actualText: number; mcid: number }

const TEXT_OBJECT = 1
const FORM_OBJECT = 5
const MOST_BYTES = 4096
/** A form inside a form inside …: no page needs more. */
const DEEPEST = 20
const UTF_16 = [0xfe, 0xff]
/** No font of a document is as large; what says so bursts. */
const MOST_FONT_BYTES = 64_000_000

export async function openSpans(bytes: Uint8Array): Promise<Spans> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  // The library keeps both to itself and offers no way to marks.
  const { module: pdfium } = library as unknown as { module: PDFium }
  const { documentIdx: index } = document as unknown as { documentIdx: number }
  const memory = allocate(pdfium)
  const onPage = <T>(number: number, ask: (page: number) => T): T => {
    const page = pdfium._FPDF_LoadPage(index, number - 1)
    const answer = ask(page)
    pdfium._FPDF_ClosePage(page)
    return answer
  }
  return {
    textsOf: (number) => onPage(number, (page) => [...spansOf(page, memory).values()]),
    fontsOf: (number) => onPage(number, (page) => fontsOf(page, memory)),
    close: () => {
      document.destroy()
      library.destroy()
    },
  }
}

function allocate(pdfium: PDFium): Memory {
  const named = (name: string) => {
    const pointer = pdfium._malloc(name.length + 1)
    pdfium.HEAPU8.set(Buffer.from(`${name}\0`), pointer)
    return pointer
  }
  return {
    pdfium,
    text: pdfium._malloc(MOST_BYTES),
    length: pdfium._malloc(4),
    actualText: named('ActualText'),
    mcid: named('MCID'),
  }
}

function spansOf(page: number, memory: Memory): Map<number, string> {
  const spans = new Map<number, string>()
  eachText(page, memory, (object) => {
    const span = innermostSpan(object, memory)
    if (span !== undefined && !spans.has(span)) spans.set(span, textOf(span, memory))
  })
  return spans
}

function eachText(page: number, { pdfium }: Memory, visitor: (object: number) => void): void {
  const visit = (object: number, depth: number) => {
    const type = pdfium._FPDFPageObj_GetType(object)
    if (type === TEXT_OBJECT) visitor(object)
    if (type !== FORM_OBJECT || depth > DEEPEST) return
    for (let at = 0; at < pdfium._FPDFFormObj_CountObjects(object); at++)
      visit(pdfium._FPDFFormObj_GetObject(object, at), depth + 1)
  }
  for (let at = 0; at < pdfium._FPDFPage_CountObjects(page); at++)
    visit(pdfium._FPDFPage_GetObject(page, at), 0)
}

function fontsOf(page: number, memory: Memory): Map<string, Uint8Array> {
  const fonts = new Map<string, Uint8Array>()
  const seen = new Set<number>()
  eachText(page, memory, (object) => {
    const font = memory.pdfium._FPDFTextObj_GetFont(object)
    if (!font || seen.has(font)) return
    seen.add(font)
    fonts.set(fontName(font, memory), fontProgram(font, memory))
  })
  return fonts
}

function fontName(font: number, { pdfium, text }: Memory): string {
  const bytes = pdfium._FPDFFont_GetBaseFontName(font, text, MOST_BYTES)
  return Buffer.from(pdfium.HEAPU8.slice(text, text + bytes))
    .toString()
    .replace(/\0+$/, '')
}

function fontProgram(font: number, { pdfium, length }: Memory): Uint8Array {
  const known = pdfium._FPDFFont_GetFontData(font, 0, 0, length)
  const bytes = known ? (pdfium.HEAPU32[length >> 2] ?? 0) : 0
  if (bytes === 0 || bytes > MOST_FONT_BYTES) return new Uint8Array()
  const pointer = pdfium._malloc(bytes)
  pdfium._FPDFFont_GetFontData(font, pointer, bytes, length)
  const program = pdfium.HEAPU8.slice(pointer, pointer + bytes)
  pdfium._free(pointer)
  return program
}

/** A span with an MCID is one of structure: it holds whole lines. */
function innermostSpan(object: number, memory: Memory): number | undefined {
  const { pdfium, text, length, mcid } = memory
  for (let at = pdfium._FPDFPageObj_CountMarks(object) - 1; at >= 0; at--) {
    const mark = pdfium._FPDFPageObj_GetMark(object, at)
    const named = pdfium._FPDFPageObjMark_GetName(mark, text, MOST_BYTES, length)
    if (!named || read(memory).toString('utf16le') !== 'Span\0') continue
    if (!pdfium._FPDFPageObjMark_GetParamIntValue(mark, mcid, length)) return mark
  }
  return undefined
}

/** Only UTF-16 is read: what is not has no Arabic in it. */
function textOf(mark: number, memory: Memory): string {
  const { pdfium, text, length, actualText } = memory
  const found = pdfium._FPDFPageObjMark_GetParamBlobValue(mark, actualText, text, MOST_BYTES, length)
  const bytes = found ? read(memory) : Buffer.alloc(0)
  if (bytes.length % 2 !== 0 || !UTF_16.every((byte, at) => bytes[at] === byte)) return ''
  return bytes.subarray(UTF_16.length).swap16().toString('utf16le')
}

/** What was written last, where it had room. */
function read({ pdfium, text, length }: Memory): Buffer {
  const bytes = pdfium.HEAPU32[length >> 2] ?? 0
  return Buffer.from(bytes > MOST_BYTES ? [] : pdfium.HEAPU8.slice(text, text + bytes))
}
