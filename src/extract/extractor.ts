/** The contract of every format: it gives the text of its bytes in reading order. One shared test holds them all to it. */
import type { Extracted, RecognitionLimits, SourceFile } from '../model.js'

/**
 * @param signal aborts long work
 * @param recognition how much may be read off pictures; nothing without it
 * @returns pages of lines as they are in the file, not yet repaired
 * @throws BayanError with a code that tells the reader what is wrong with the file
 */
export type Extractor = (
  file: SourceFile,
  signal?: AbortSignal,
  recognition?: RecognitionLimits,
) => Promise<Extracted>
