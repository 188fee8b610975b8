/** Which text, in reading order, is in these bytes? Finds out their kind and hands them to the extractor that reads it. */
import { BayanError } from '../errors.js'
import type { Extracted, RecognitionLimits, SourceFile, Warning } from '../model.js'
import type { Extractor } from './extractor.js'
import { sniff } from './sniff.js'

/** The extractor of each kind, loaded with its first file. A new format is one file and one line here. */
const EXTRACTORS: Record<string, () => Promise<Extractor>> = {
  pdf: () => import('./whole-pdf.js').then(({ wholePdf }) => wholePdf),
  docx: () => import('./docx.js').then(({ docx }) => docx),
  'flat docx': () => import('./docx.js').then(({ flatDocx }) => flatDocx),
  doc: () => import('./doc.js').then(({ doc }) => doc),
  odt: () => import('./odt.js').then(({ odt }) => odt),
  fodt: () => import('./odt.js').then(({ flatOdt }) => flatOdt),
  rtf: () => import('./rtf.js').then(({ rtf }) => rtf),
  html: () => import('./html.js').then(({ html }) => html),
  mhtml: () => import('./mhtml.js').then(({ mhtml }) => mhtml),
  mail: () => import('./mhtml.js').then(({ mail }) => mail),
  text: () => import('./text.js').then(({ text }) => text),
  png: () => import('./picture.js').then(({ png }) => png),
  jpeg: () => import('./picture.js').then(({ jpeg }) => jpeg),
  tiff: () => import('./picture.js').then(({ tiff }) => tiff),
}
/** What files of each kind are called; a name that says otherwise is noted and does no harm. */
const ENDINGS: Record<string, string[]> = {
  pdf: ['pdf'],
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  'flat docx': ['xml'],
  doc: ['doc', 'dot'],
  odt: ['odt', 'ott'],
  fodt: ['fodt', 'xml'],
  rtf: ['rtf', 'doc'],
  html: ['html', 'htm', 'xhtml', 'xht', 'doc'],
  mhtml: ['mhtml', 'mht', 'doc'],
  mail: ['eml'],
  text: ['txt', 'text', 'md', 'csv', 'log'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  tiff: ['tif', 'tiff'],
}
const ARCHIVE_END = 'PK\x05\x06'
const ARCHIVE_END_BYTES = 0x10000 + 22
/** Bytes of text (UTF-8): more than any document has, and few enough to be handed on. */
const MOST_TEXT = 32 * 1024 * 1024

/**
 * @throws BayanError FILE_EMPTY, those of each format, FILE_BINARY, FORMAT_UNKNOWN, EXTRACT_OUTPUT_TOO_LARGE, EXTRACT_CRASHED;
 * the reason of `signal` when it is aborted
 */
export async function extract(
  file: SourceFile,
  signal?: AbortSignal,
  recognition?: RecognitionLimits,
): Promise<Extracted> {
  signal?.throwIfAborted()
  if (file.bytes.length === 0) throw new BayanError('FILE_EMPTY', { path: file.name })
  const kind = sniff(file.bytes)
  if (kind === 'locked') throw new BayanError('FILE_LOCKED')
  const extractor = await EXTRACTORS[kind]?.()
  if (!extractor) throw unknown(file, kind)
  const extracted = await extractor(file, signal, recognition).catch((error) => {
    signal?.throwIfAborted()
    throw error instanceof BayanError ? error : crashed(error)
  })
  const lines = extracted.pages.flatMap((page) => page.lines)
  if (!lines.some((line) => /[\p{L}\p{N}]/u.test(line)))
    throw new BayanError('FILE_EMPTY', { path: file.name })
  const size = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0)
  if (size > MOST_TEXT) throw new BayanError('EXTRACT_OUTPUT_TOO_LARGE', { bytes: MOST_TEXT })
  return { ...extracted, warnings: [...extracted.warnings, ...misnamed(file.name, kind)] }
}

/** What kind an archive is of is written at its end, that of a compound file in its folder. */
function unknown({ name, bytes }: SourceFile, kind: string): BayanError {
  const whole = Buffer.from(bytes.subarray(-ARCHIVE_END_BYTES)).includes(ARCHIVE_END)
  if (kind === 'zip' && !whole) return new BayanError('FILE_DAMAGED', { reason: 'the archive has no end' })
  if (kind === 'ole' && !hasFolder(Buffer.from(bytes)))
    return new BayanError('FILE_DAMAGED', { reason: 'it is cut off before its folder' })
  return new BayanError('FORMAT_UNKNOWN', { path: name, kind })
}

/** The folder of a compound file ([MS-CFB] 2.2) lies in the sector that its header names. */
function hasFolder(bytes: Buffer): boolean {
  if (bytes.length < 512) return false
  return (bytes.readUInt32LE(0x30) + 1) * (1 << (bytes.readUInt16LE(0x1e) & 0xf)) < bytes.length
}

function misnamed(name: string, kind: string): Warning[] {
  const [, ending = ''] = name.toLowerCase().match(/\.([a-z]{2,5})$/) ?? []
  const known = Object.values(ENDINGS).some((endings) => endings.includes(ending))
  if (!known || ENDINGS[kind]?.includes(ending)) return []
  return [
    {
      code: 'NAME_MISLEADS',
      message: `The name ends in .${ending}, the bytes are ${kind}; the bytes were believed.`,
    },
  ]
}

/** A library stumbled over these bytes. */
function crashed(error: unknown): BayanError {
  return new BayanError(
    'EXTRACT_CRASHED',
    { reason: error instanceof Error ? error.message : String(error) },
    error,
  )
}
