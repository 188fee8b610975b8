/**
 * Did somebody delete these files, or is a disk not there today? Nobody can tell from an empty folder, so what
 * looks like the latter is kept until somebody, or time, confirms it.
 */

/** Fewer files than this vanish in the ordinary course of things, even where others stay. */
const MANY = 10

/** @param known how many files were there @param gone how many of them are not met now */
export function looksAway(gone: number, known: number): boolean {
  const emptied = gone === known && gone > 1
  return emptied || (gone >= MANY && gone > known / 2)
}
