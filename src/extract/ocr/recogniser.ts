/** Who reads letters off pictures? The program `tesseract` where it is installed with Arabic, else the same engine from a package. */
import type { RecognisedLine } from './tsv.js'

/** Pictures are PNG. `languages` are Tesseract's, as in `ara+eng`. */
export type Recogniser = {
  /** With its version, for people. */
  name: string
  recognise(picture: Uint8Array, languages: string, signal: AbortSignal): Promise<RecognisedLine[]>
  close(): Promise<void>
}

/** @param path folders where programs lie, as in PATH */
export async function createRecogniser(path: string): Promise<Recogniser> {
  const { findTesseract, tesseractProgram } = await import('./program.js')
  const program = await findTesseract(path)
  if (program) return tesseractProgram(program)
  const { tesseractPackage } = await import('./package.js')
  return tesseractPackage()
}
