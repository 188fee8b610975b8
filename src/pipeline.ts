/**
 * The sentence of the project: a file becomes documents with numbered paragraphs and what a careful reader would note about
 * them. Pure: no clock, no network, no other file, so the same bytes always give the same analysis.
 */
import { createHash } from 'node:crypto'
import { lamAlefMender } from './arabic/lam-alef.js'
import { inWords, LEGIBLE, legibilityOfParts, type Reason } from './arabic/legibility.js'
import { repair } from './arabic/repair.js'
import { type Container, describe, describeFront } from './describe/index.js'
import { describeParagraphs } from './describe/paragraphs.js'
import { extract } from './extract/index.js'
import type { Analysis, Document, RecognitionLimits, SourceFile, Warning } from './model.js'
import { structure } from './structure/index.js'
import { divide } from './structure/items.js'
import { type Layout, layOut, type Part } from './structure/lines.js'

/** Digits of the sha256 of the bytes with which the id of a document begins. */
const ID_DIGITS = 20

/**
 * extract (bytes to lines) -> repair (same letters) -> structure (lines to paragraphs) -> describe (facts and key)
 * @throws BayanError FILE_EMPTY, FILE_BINARY, FORMAT_UNKNOWN; the reason of `signal` when it is aborted
 */
export async function analyse(
  file: SourceFile,
  signal?: AbortSignal,
  recognition?: RecognitionLimits,
): Promise<Analysis> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const extracted = await extract(file, signal, recognition)
  const repaired = extracted.pages.map((page) => page.lines.map(repair))
  const written = repaired.flat().join('\n')
  const { words, mend } = lamAlefMender(written)
  const pages = repaired.map((lines) => lines.map(mend))
  const part = { pages, hints: extracted.pages }
  const { documents, warnings } = documentsOf(part, sha256.slice(0, ID_DIGITS))
  const { score, reasons } = legibilityOfParts(
    words > 0 ? written : documents.map(({ text }) => text).join('\n'),
  )
  return {
    file: {
      name: file.name,
      sha256,
      format: extracted.format,
      bytes: file.bytes.length,
      ...(extracted.paged && { pages: pages.length }),
      legibility: score,
    },
    documents,
    warnings: [
      ...extracted.warnings,
      ...warnings,
      ...(words > 0 ? [mendedWords(words)] : []),
      ...(score < LEGIBLE ? [suspicion(reasons)] : []),
    ],
  }
}

function mendedWords(words: number): Warning {
  const message = `The file has alef before lam where lam-alef is meant; mended in ${words} words, some that can be read either way may be left.`
  return { code: 'LAM_ALEF_MENDED', message }
}

function suspicion(reasons: Reason[]): Warning {
  return { code: 'TEXT_SUSPECT', message: `The text looks damaged: ${inWords(reasons)}.` }
}

type Analysed = { documents: Document[]; warnings: Warning[] }

/** One document, or each resolution of a set with what the cover of the set says. @param id start of the hash */
function documentsOf(file: Part, id: string): Analysed {
  const layout = layOut(file)
  const divided = divide(file, layout)
  if (!divided) return documentOf(layout, `${id}-1`)
  const front = describeFront(structure(layOut(divided.front)))
  const items = divided.items.map((item, n) =>
    documentOf(layOut(item), `${id}-${n + 1}`, { ...front, position: n + 1 }),
  )
  return {
    documents: items.flatMap(({ documents }) => documents),
    warnings: items.flatMap(({ warnings }) => warnings),
  }
}

/** @param id start of the hash and number of the document in its file */
function documentOf(layout: Layout, id: string, container?: Container): Analysed {
  const { text, blocks, cover, paragraphs } = structure(layout)
  const furniture = blocks.filter((block) => block.kind === 'furniture').map((block) => block.span)
  const { key, language, own, description, warnings } = describe(
    text,
    cover.map((line) => line.span),
    furniture,
    paragraphs,
    container,
  )
  const organisation = description.organisation?.value
  const host = description.place?.country?.value
  const { described, impossible } = describeParagraphs(paragraphs, { language, organisation, own, host })
  return {
    documents: [{ id, key, language, text, ...description, paragraphs: described }],
    warnings: [...warnings, ...impossible],
  }
}
