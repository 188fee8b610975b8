/** What became of the files, for a person: how many of each kind, and why where it did not go as hoped. */
import Table from 'cli-table3'
import type { FileRow, Files } from '../../src/elastic/listing.js'

/** Up to this many files, all that something happened to are shown; of more, only those with something to say. */
const SHOW_ALL = 40
/** Letters of a path that a table has room for, and of the columns between the path and the reason. */
const LONGEST_PATH = 80
const BETWEEN = [11, 12, 9]
/** Letters beside the content: of a column, and of the edges of a table of five. */
const [PADDING, EDGES] = [2, 6]
/** Less than this for path and reason together is no table. */
const NARROW = 40
/** Line ends and marks that turn the direction would break the table. */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
const QUIET = new Set(['indexed', 'unchanged', 'waiting'])

/** @param all whether each is listed, however many and whatever became of it */
export function printOutcomes({ total, byOutcome, files }: Files, all = false): void {
  const isShown = ({ outcome }: FileRow) =>
    all || (total <= SHOW_ALL ? outcome !== 'unchanged' : !QUIET.has(outcome))
  const shown = files.filter(isShown)
  if (shown.length > 0) console.log(toTable(shown))
  console.log(summary(total, byOutcome))
  const codes = byCode(files)
  if (codes) console.log(codes)
}

function summary(total: number, byOutcome: Record<string, number>): string {
  if (total === 0) return 'No files.'
  if (byOutcome.unchanged === total)
    return `Nothing has changed: ${total} files are in the index as they lie there.`
  const counts = Object.entries(byOutcome).map(([outcome, count]) => `${count} ${outcome}`)
  return `${total === 1 ? '1 file' : `${total} files`}: ${counts.join(', ')}.`
}

/** @returns the reasons with the number of files that each has, the most frequent first; undefined where there are none */
function byCode(files: FileRow[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { code } of files) if (code) counts.set(code, (counts.get(code) ?? 0) + 1)
  const sorted = [...counts].sort(([, a], [, b]) => b - a)
  if (sorted.length === 0) return undefined
  return `Why: ${sorted.map(([code, count]) => `${count} ${code}`).join(', ')}. docs/errors.md says what each means.`
}

function toTable(rows: FileRow[]): string {
  const whole = rows.map(({ path }) => visible(path))
  const colWidths = fitting(process.stdout.columns, whole)
  const paths = whole.map((path) => shortened(path, colWidths ? colWidths[0] - PADDING : LONGEST_PATH))
  const table = new Table({
    ...(colWidths && { colWidths }),
    head: ['file', 'outcome', 'paragraphs', 'seconds', 'why'],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  })
  for (const [at, row] of rows.entries()) {
    const paragraphs = row.documents.reduce((sum, document) => sum + document.paragraphs, 0)
    table.push([paths[at], row.outcome, paragraphs, row.seconds.toFixed(1), visible(why(row))])
  }
  return table.toString()
}

/** In a terminal the reason is wrapped, so that the lines of the table stay whole; elsewhere each file has one line. */
function fitting(columns: number | undefined, paths: string[]): [number, ...number[]] | undefined {
  const path = paths.reduce((most, one) => Math.max(most, one.length), 'file'.length) + PADDING
  const room = (columns ?? 0) - EDGES - BETWEEN.reduce((sum, width) => sum + width)
  if (room < NARROW) return undefined
  const first = Math.min(path, Math.floor(room / 2))
  return [first, ...BETWEEN, room - first]
}

function visible(text: string): string {
  return text.replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The end of a path tells most. */
function shortened(path: string, most: number): string {
  const letters = [...path]
  return letters.length <= most ? path : `…${letters.slice(1 - most).join('')}`
}

function why({ code, message, of, stage, outcome }: FileRow): string {
  if (code) return `${code}: ${message}`
  if (of) return `${outcome === 'variant' ? 'nearly the text of' : 'the same as'} ${of}`
  if (outcome === 'withdrawn') return 'it is no longer there'
  return outcome === 'working' ? (stage ?? '') : ''
}
