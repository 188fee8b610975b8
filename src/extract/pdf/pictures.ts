/** What does a page look like? Draws pages of a PDF as gray pictures with level lines, and says which are blank. */
import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Gray } from '../ocr/gray.js'
import { evenlyLit } from '../ocr/light.js'
import { DOTS } from '../ocr/resolution.js'
import { straightened } from '../ocr/skew.js'

/** `scale`: pixels for one point. */
export type Picture = Gray & { scale: number }
export type Pictures = { page(number: number): Promise<Picture | undefined>; close(): void }

/** Pixels for a point; fewer for a poster. */
const SCALE = DOTS / 72
const MOST_PIXELS = 16_000_000
/** Darker than this is ink, and a page with less of it is blank. */
const INK = 160
const LEAST_INK = 0.0002

export async function openPictures(bytes: Uint8Array): Promise<Pictures> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  return {
    page: (number) => draw(document.getPage(number - 1)),
    close: () => {
      document.destroy()
      library.destroy()
    },
  }
}

type Page = ReturnType<Awaited<ReturnType<PDFiumLibrary['loadDocument']>>['getPage']>

/** @returns nothing for a blank page */
async function draw(page: Page): Promise<Picture | undefined> {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (originalWidth * originalHeight)))
  const { data, width, height } = await page.render({ scale, colorSpace: 'Gray' })
  const picture = evenlyLit({ data: Uint8Array.from(data), width, height })
  const ink = picture.data.reduce((count, gray) => count + (gray < INK ? 1 : 0), 0)
  return ink < LEAST_INK * data.length ? undefined : { ...straightened(picture), scale }
}
