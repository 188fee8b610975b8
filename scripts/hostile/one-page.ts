/** PDF files of one page some of whose parts are others than they should be. */
import { pagesOf, pdfOf, streamOf } from './pdfs.js'

/** What the page draws, where nothing else is said. */
export const SENTENCE = 'BT /F1 11 Tf 72 700 Td (The Meeting reaffirmed its decision.) Tj ET'
/** Numbers of the objects of a file of one page. */
export const [PAGES, PAGE, CONTENT] = [1, 3, 4]

/** A file of one page some of whose objects are others. @param changes by number, from 0 */
export function changed(changes: Record<number, string>, ...more: string[]): Buffer {
  const objects = pagesOf(1)
  for (const [at, object] of Object.entries(changes)) objects[Number(at)] = object
  return pdfOf([...objects, ...more])
}

/** @param content of the page, @param resources beside the font */
export function drawing(content: string, resources = '', ...more: string[]): Buffer {
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> ${resources} >> >>`
  return changed({ [PAGE]: page, [CONTENT]: streamOf(content) }, ...more)
}

export function pageWith(more: string): string {
  return `<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> ${more} >>`
}
