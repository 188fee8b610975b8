/**
 * How much text is described in a second by one core: structure, facts, statements, citations and names? Counted in the time of
 * the processor, so that other work on the machine does not matter. The texts differ a little from round to round, for
 * the parsers remember what they have just read.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Table from 'cli-table3'
import type { Command } from 'commander'
import { repair } from '../../src/arabic/repair.js'
import { describe } from '../../src/describe/index.js'
import { describeParagraphs } from '../../src/describe/paragraphs.js'
import { structure } from '../../src/structure/index.js'
import { divide } from '../../src/structure/items.js'
import { layOut } from '../../src/structure/lines.js'

const TEXTS = [
  join(import.meta.dirname, '..', '..', 'samples'),
  join(import.meta.dirname, '..', '..', 'test', 'gold', 'texts'),
  join(import.meta.dirname, '..', '..', 'test', 'fixtures', 'oic-ex-com-2016'),
]
/** Rounds before the clock starts: a worker runs for hours. */
const WARM_UP = 400
const LONG_LINE = 40
const MEGABYTE = 1e6

type Options = { rounds: string; json?: boolean }
type Stage = 'repair' | 'divide' | 'structure' | 'facts' | 'paragraphs'
type DescribeBench = {
  texts: number
  megabytes: number
  megabytesPerSecond: number
  /** Share of the time. */
  stages: Record<Stage, number>
}

export function benchDescribeCommand(bench: Command): void {
  bench
    .command('describe')
    .description('Megabytes of text that one core describes in a second.')
    .argument('[files...]', 'texts to describe instead of the own ones (UTF-8)')
    .option('--rounds <n>', 'how often each text is described', '40')
    .option('--json', 'print JSON')
    .action(run)
}

function run(files: string[], { rounds, json }: Options): void {
  const texts = (files.length > 0 ? files : ownTexts()).map((file) => readFileSync(file, 'utf8'))
  const result = measure(texts, Number(rounds))
  console.log(json ? JSON.stringify(result, null, 2) : report(result))
}

function ownTexts(): string[] {
  return TEXTS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(folder, name)),
  )
}

function measure(texts: string[], rounds: number): DescribeBench {
  const stages: Record<Stage, number> = { repair: 0, divide: 0, structure: 0, facts: 0, paragraphs: 0 }
  for (let round = 0; round < WARM_UP; round += 1)
    for (const text of texts) describeOne(varied(text, round), { ...stages })
  const before = process.cpuUsage()
  let bytes = 0
  for (let round = 1; round <= rounds; round += 1) {
    for (const text of texts) bytes += describeOne(varied(text, round), stages)
  }
  const { user, system } = process.cpuUsage(before)
  const total = Object.values(stages).reduce((sum, time) => sum + time, 0)
  return {
    texts: texts.length,
    megabytes: bytes / MEGABYTE,
    megabytesPerSecond: bytes / (user + system),
    stages: Object.fromEntries(
      Object.entries(stages).map(([stage, time]) => [stage, time / total]),
    ) as DescribeBench['stages'],
  }
}

/** Another number in each longer line: nothing else of it changes. */
function varied(text: string, round: number): string {
  return text
    .split('\n')
    .map((line) => (line.length > LONG_LINE ? line.replace(/(?<=\p{L}) (?=\p{L})/u, ` ${round} `) : line))
    .join('\n')
}

/** @returns bytes that were described */
function describeOne(text: string, stages: Record<Stage, number>): number {
  const timed = <T>(stage: Stage, work: () => T): T => {
    const from = performance.now()
    const result = work()
    stages[stage] += performance.now() - from
    return result
  }
  const pages = timed('repair', () => [text.split('\n').map(repair)])
  const layouts = timed('divide', () => {
    const layout = layOut({ pages })
    return divide({ pages }, layout)?.items.map(layOut) ?? [layout]
  })
  for (const layout of layouts) {
    const { text: whole, cover, paragraphs } = timed('structure', () => structure(layout))
    const lines = cover.map((line) => line.span)
    const { language, own, description } = timed('facts', () => describe(whole, lines, [], paragraphs))
    const organisation = description.organisation?.value
    const host = description.place?.country?.value
    timed('paragraphs', () => describeParagraphs(paragraphs, { language, organisation, own, host }))
  }
  return Buffer.byteLength(text)
}

function report({ texts, megabytes, megabytesPerSecond, stages }: DescribeBench): string {
  const table = new Table({ head: ['stage', 'share of the time'], style: { head: [], border: [] } })
  for (const [stage, share] of Object.entries(stages)) table.push([stage, `${(share * 100).toFixed(0)} %`])
  const speed = `${megabytesPerSecond.toFixed(2)} MB of text per second and core`
  return [`${speed} (${texts} texts, ${megabytes.toFixed(1)} MB in all)`, table.toString()].join('\n')
}
