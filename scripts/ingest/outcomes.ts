/** What became of the files, for a person: how many of each kind, and why where it did not go as hoped. */
import Table from 'cli-table3'
import type { FileRow, Files } from '../../src/elastic/listing.js'

/** Up to this many files, all that something happened to are shown; of more, only those with something to say. */
const SHOW_ALL = 40
const QUIET = new Set(['indexed', 'unchanged', 'waiting'])

export function printOutcomes({ total, byOutcome, files }: Files): void {
  const shown =
    total <= SHOW_ALL
      ? files.filter(({ outcome }) => outcome !== 'unchanged')
      : files.filter(({ outcome }) => !QUIET.has(outcome))
  if (shown.length > 0) console.log(toTable(shown))
  console.log(summary(total, byOutcome))
}

function summary(total: number, byOutcome: Record<string, number>): string {
  if (total === 0) return 'No files.'
  if (byOutcome.unchanged === total)
    return `Nothing has changed: ${total} files are in the index as they lie there.`
  const counts = Object.entries(byOutcome).map(([outcome, count]) => `${count} ${outcome}`)
  return `${total} files: ${counts.join(', ')}.`
}

function toTable(rows: FileRow[]): string {
  const table = new Table({
    head: ['file', 'outcome', 'paragraphs', 'seconds', 'why'],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  })
  for (const row of rows) {
    const paragraphs = row.documents.reduce((sum, document) => sum + document.paragraphs, 0)
    table.push([row.path, row.outcome, paragraphs, row.seconds.toFixed(1), why(row)])
  }
  return table.toString()
}

function why({ code, message, of, stage, outcome }: FileRow): string {
  if (code) return `${code}: ${message}`
  if (of) return `the same as ${of}`
  if (outcome === 'withdrawn') return 'it is no longer there'
  return outcome === 'working' ? (stage ?? '') : ''
}
