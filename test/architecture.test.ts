/** Who may import whom: the table of ARCHITECTURE.md, read from the imports themselves. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const NOUNS = ['src/model.ts', 'src/fields.ts', 'src/errors.ts']
const ANALYSIS = [
  'src/arabic/',
  'src/extract/',
  'src/symbols/',
  'src/structure/',
  'src/describe/',
  'src/reference/',
]

/** What each part may import of ours, besides itself. Parts that are not listed may import anything. */
const ALLOWED: Record<string, string[]> = {
  'src/model.ts': [],
  'src/errors.ts': [],
  'src/fields.ts': ['src/model.ts'],
  'src/config.ts': ['src/errors.ts'],
  'src/log.ts': [],
  'src/metrics.ts': [],
  'src/arabic/': ['src/model.ts', 'src/reference/'],
  'src/extract/': ['src/arabic/', ...NOUNS],
  'src/symbols/': ['src/arabic/', 'src/model.ts', 'src/reference/'],
  'src/structure/': ['src/arabic/', 'src/symbols/', 'src/model.ts', 'src/reference/'],
  'src/describe/': ['src/arabic/', 'src/symbols/', 'src/model.ts', 'src/reference/'],
  'src/pipeline.ts': [...ANALYSIS, ...NOUNS],
  'src/store.ts': ['src/errors.ts'],
  'src/engines/': ['src/errors.ts'],
  'src/elastic/': [...NOUNS, 'mappings/'],
  'src/index/': ['src/elastic/', 'src/arabic/', 'src/symbols/', 'src/reference/', ...NOUNS],
  'src/search/': ['src/elastic/', 'src/arabic/', 'src/symbols/', 'src/reference/', ...NOUNS],
  'src/queue/': NOUNS,
  'src/intake/': [
    'src/extract/sniff.ts',
    'src/index/',
    'src/queue/',
    'src/elastic/',
    'src/store.ts',
    'src/log.ts',
    ...NOUNS,
  ],
  'src/keys/': ['src/elastic/', 'src/config.ts', ...NOUNS],
  'src/http/': [
    'src/keys/',
    'src/search/',
    'src/intake/',
    'src/queue/',
    'src/elastic/',
    'src/log.ts',
    'src/metrics.ts',
    'src/config.ts',
    ...NOUNS,
  ],
  'workers/': [
    'src/pipeline.ts',
    'src/intake/',
    'src/index/',
    'src/queue/',
    'src/elastic/',
    'src/engines/lock.ts',
    'src/store.ts',
    'src/log.ts',
    'src/metrics.ts',
    'src/config.ts',
    ...NOUNS,
  ],
}

const files = ['src', 'workers', 'scripts'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
)

function partOf(path: string): string | undefined {
  return Object.keys(ALLOWED).find((part) => path === part || (part.endsWith('/') && path.startsWith(part)))
}

function importsOf(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8')
  const specifiers = source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)
  return [...specifiers].map(([, path = '']) => normalize(join(dirname(file), path)).replace(/\.js$/, '.ts'))
}

describe('imports', () => {
  test('enough files were read for the rule to mean something', () => {
    expect(files.length).toBeGreaterThan(40)
    expect(files.flatMap(importsOf).length).toBeGreaterThan(100)
  })

  test.each(files)('%s imports only what its part may', (file) => {
    const part = partOf(file)
    const allowed = part === undefined ? undefined : [part, ...(ALLOWED[part] ?? [])]
    const breaches = importsOf(file).filter(
      (path) => allowed && !allowed.some((prefix) => path.startsWith(prefix)),
    )
    expect(breaches).toEqual([])
  })

  test('only the configuration reads the environment; the door of the engines hands it on', () => {
    const readers = files.filter((file) => readFileSync(join(ROOT, file), 'utf8').includes('process.env'))
    expect(readers).toEqual(['src/config.ts', 'scripts/command.ts'])
  })
})
