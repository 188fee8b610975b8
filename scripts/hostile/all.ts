/** All hostile files, by what they are made of. */
import { ARCHIVES } from './archives.js'
import { CARGO } from './cargo.js'
import { CIRCLES } from './circles.js'
import { COMPOUNDS } from './compounds.js'
import type { Hostile } from './hostile.js'
import { LETTERS } from './letters.js'
import { LOADS } from './loads.js'
import { MARKUP } from './markup.js'
import { PACKAGES } from './packages.js'
import { PDFS } from './pdfs.js'
import { PICTURES } from './pictures.js'
import { TEXTS } from './texts.js'
import { WORDS } from './words.js'

export const HOSTILE: Hostile[] = [
  ...ARCHIVES,
  ...PACKAGES,
  ...WORDS,
  ...COMPOUNDS,
  ...TEXTS,
  ...LETTERS,
  ...MARKUP,
  ...PDFS,
  ...CIRCLES,
  ...LOADS,
  ...CARGO,
  ...PICTURES,
]
