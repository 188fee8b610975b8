/** Which texts does a PDF write beside its glyphs (/Span with /ActualText), page by page? Asked of PDFium, which keeps them. */
import { PDFiumLibrary } from '@hyzyla/pdfium'

export type Spans = {
  /** For each span of the page that draws text, in the order of the file: its text, or nothing. */
  textsOf(page: number): string[]
  close(): void
}

/** The part of PDFium's own interface that tells the marks of drawn objects; pointers are numbers. */
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
}
type Memory = { pdfium: PDFium; text: number; length: number; actualText: number; mcid: number }

const TEXT_OBJECT = 1
const FORM_OBJECT = 5
const MOST_BYTES = 4096
/** A form inside a form inside …: no page needs more. */
const DEEPEST = 20
const UTF_16 = [0xfe, 0xff]

export async function openSpans(bytes: Uint8Array): Promise<Spans> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  // The library keeps both to itself and offers no way to marks.
  const { module: pdfium } = library as unknown as { module: PDFium }
  const { documentIdx: index } = document as unknown as { documentIdx: number }
  const memory = allocate(pdfium)
  return {
    textsOf: (number) => {
      const page = pdfium._FPDF_LoadPage(index, number - 1)
      const texts = [...spansOf(page, memory).values()]
      pdfium._FPDF_ClosePage(page)
      return texts
    },
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
  const { pdfium } = memory
  const spans = new Map<number, string>()
  const visit = (object: number, depth: number) => {
    const type = pdfium._FPDFPageObj_GetType(object)
    const span = type === TEXT_OBJECT ? innermostSpan(object, memory) : undefined
    if (span !== undefined && !spans.has(span)) spans.set(span, textOf(span, memory))
    if (type !== FORM_OBJECT || depth > DEEPEST) return
    for (let at = 0; at < pdfium._FPDFFormObj_CountObjects(object); at++)
      visit(pdfium._FPDFFormObj_GetObject(object, at), depth + 1)
  }
  for (let at = 0; at < pdfium._FPDFPage_CountObjects(page); at++)
    visit(pdfium._FPDFPage_GetObject(page, at), 0)
  return spans
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
