/** `bayan analyse` at a terminal: JSON that agrees with the pipeline, a report, and one coded line for each kind of bad input. */
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify, stripVTControlCharacters, styleText } from 'node:util'
import { Command } from 'commander'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { paintFor } from '../../scripts/analyse/colours.js'
import { report } from '../../scripts/analyse/report.js'
import { analyseCommand } from '../../scripts/analyse.js'
import { analyse } from '../../src/pipeline.js'

const BAYAN = join(import.meta.dirname, '..', '..', 'scripts', 'bayan.js')
const SEED = join(import.meta.dirname, '..', 'fixtures', 'oic-ex-com-2016', 'oic-ex-com-2016-fc.ar.txt')
const folder = mkdtempSync(join(tmpdir(), 'bayan-analyse-'))

afterAll(() => rmSync(folder, { recursive: true }))

/** The command in this process; what it prints is returned. */
async function bayan(...words: string[]): Promise<string> {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  try {
    const program = new Command('bayan').exitOverride()
    analyseCommand(program)
    await program.parseAsync(['analyse', ...words], { from: 'user' })
    return printed.mock.calls.flat().join('\n')
  } finally {
    printed.mockRestore()
  }
}

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('prints the analysis as JSON', async () => {
  expect(JSON.parse(await bayan(SEED, '--json'))).toEqual(
    await analyse({ name: SEED, bytes: readFileSync(SEED) }),
  )
})

test('prints a report for a person', async () => {
  const printed = await bayan(SEED)
  expect(printed).toContain('oic-ex-com-emergency-2016-12-22-fc.ar')
  expect(printed).toMatch(/symbol .*OIC\/EX-COM\/2016\/FC/)
  expect(printed).toMatch(/^17 +operative/m)
  expect(printed).toContain('CALL (الجمعية العامة للأمم المتحدة')
  expect(printed).not.toContain('\u001B[')
})

test('at a terminal the findings have colours, and without them the text is the same', async () => {
  const analysis = await analyse({ name: SEED, bytes: readFileSync(SEED) })
  const coloured = report(analysis, paintFor({ isTTY: true, hasColors: () => true }))
  expect(coloured).toContain(styleText(['bold', 'red'], 'ناشد'))
  expect(coloured).toContain(styleText('cyan', 'القرار 2254'))
  expect(stripVTControlCharacters(coloured)).toBe(report(analysis, paintFor({ isTTY: false })))
})

test('at a terminal, bad input gives one line with a code and the exit code 1', async () => {
  const run = promisify(execFile)(process.execPath, [BAYAN, 'analyse', join(folder, 'nowhere.txt')])
  await expect(run).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^FILE_MISSING: .*\n$/),
  })
})

describe('bad input has its code', () => {
  const unreadable = () => {
    const path = written('closed.txt', 'text')
    chmodSync(path, 0)
    return path
  }
  const bad: [name: string, path: () => string, code: string][] = [
    ['missing', () => join(folder, 'nowhere.txt'), 'FILE_MISSING'],
    ['a folder', () => folder, 'FILE_IS_FOLDER'],
    ['a device', () => '/dev/null', 'FILE_NOT_REGULAR'],
    ['empty', () => written('empty.txt', ''), 'FILE_EMPTY'],
    [
      'binary',
      () =>
        written(
          'noise.txt',
          Uint8Array.from({ length: 400 }, (_, n) => n % 29),
        ),
      'FILE_BINARY',
    ],
    ['of an unknown kind', () => written('picture.txt', '\u007FELF....'), 'FORMAT_UNKNOWN'],
  ]
  /** The superuser may read everything. */
  if (process.getuid?.() !== 0) bad.push(['unreadable', unreadable, 'FILE_UNREADABLE'])

  test.each(bad)('%s', async (_, path, code) => {
    await expect(bayan(path())).rejects.toMatchObject({ code, message: expect.stringContaining(path()) })
  })
})
