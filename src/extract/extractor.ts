/** The contract of every format: it says which bytes are its own, and gives their text in reading order. */
import type { Extracted, SourceFile } from '../model.js'

export type Extractor = {
  /** True where this extractor reads the kind that `sniff` found. */
  accepts(kind: string): boolean
  /**
   * @param signal aborts long work
   * @returns pages of lines as they are in the file, not yet repaired
   * @throws BayanError with a code that tells the reader what is wrong with the file
   */
  extract(file: SourceFile, signal?: AbortSignal): Promise<Extracted>
}
