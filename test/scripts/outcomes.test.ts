/** A table of outcomes stays one, whatever files are called and however narrow the terminal is. */
import { afterEach, expect, test, vi } from 'vitest'
import { printOutcomes } from '../../scripts/ingest/outcomes.js'
import { toFiles } from '../../src/elastic/listing.js'

const PATHS = ['a.txt', `${'deep/'.repeat(60)}end.txt`, 'a\nb\u202E.txt']
const files = toFiles(
  PATHS.map((path) => ({
    id: path,
    path,
    sha256: '',
    outcome: 'failed',
    code: 'FILE_EMPTY',
    message: `${path} holds no text; nothing was indexed.`,
    documents: [],
    attempts: 1,
    seconds: 1,
  })),
)
const { columns } = process.stdout

afterEach(() => {
  process.stdout.columns = columns
  vi.restoreAllMocks()
})

function linesAt(width: number | undefined): string[] {
  process.stdout.columns = width as number
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  printOutcomes(files)
  const [[table]] = log.mock.calls as [[string]]
  log.mockRestore()
  return table.split('\n')
}

test.each([80, 100, 200])('in a terminal of %i columns no line is longer', (width) => {
  const lines = linesAt(width)
  expect(new Set(lines.map((line) => [...line].length))).toEqual(new Set([[...(lines[0] ?? '')].length]))
  expect([...(lines[0] ?? '')].length).toBeLessThanOrEqual(width)
  expect(lines.join('')).toContain('deep/end.txt ')
  expect(lines.join('')).toContain('a\\u000ab\\u202e.txt')
})

test.each([undefined, 40])('with %s columns each file has one line', (width) => {
  expect(linesAt(width)).toHaveLength(PATHS.length + 4)
})
