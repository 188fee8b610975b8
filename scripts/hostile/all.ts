/** All hostile files, by what they are made of. */
import { ARCHIVES } from './archives.js'
import type { Hostile } from './hostile.js'
import { PDFS } from './pdfs.js'
import { TEXTS } from './texts.js'

export const HOSTILE: Hostile[] = [...ARCHIVES, ...TEXTS, ...PDFS]
