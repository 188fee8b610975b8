/**
 * The one place that opens pdf.js. As soon as it is imported it loads a library for drawing with all fonts of the machine
 * (a quarter of a gigabyte); its text needs nothing of that, so it is given a stand-in.
 */
import { createRequire } from 'node:module'

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

const LIBRARY = '@napi-rs/canvas'
class Nothing {}
const DRAWING = { DOMMatrix: Nothing, ImageData: Nothing, Path2D: Nothing }

standIn()
export const { AnnotationMode, getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')

function standIn(): void {
  const own = createRequire(import.meta.url)
  const require = createRequire(own.resolve('pdfjs-dist/legacy/build/pdf.mjs'))
  try {
    const path = require.resolve(LIBRARY)
    require.cache[path] ??= { id: path, filename: path, loaded: true, exports: DRAWING } as NodeJS.Module
  } catch {
    // It is not installed: pdf.js goes without.
  }
}
