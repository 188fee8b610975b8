/** pdf.js is opened without the library for drawing that it would load. */
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { getDocument } from '../../../src/extract/pdf/pdfjs.js'

const LIBRARY = '@napi-rs/canvas'

test('the stand-in is loaded in its place', () => {
  const require = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.mjs'))
  expect(getDocument).toBeTypeOf('function')
  expect(require(LIBRARY)).not.toHaveProperty('createCanvas')
})
