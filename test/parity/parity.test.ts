/**
 * Does the Elasticsearch at hand analyse as Lucene says it does? `components.json` holds what each component makes of a
 * text. Name an official image in ELASTICSEARCH_URL, and it is held to the same table.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from '@elastic/elasticsearch'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import ANALYSIS from '../../mappings/analysis.json' with { type: 'json' }

type Component = string | ({ type: string } & Record<string, unknown>)
type Chain = { analyzer?: string; char_filter?: Component[]; tokenizer?: Component; filter?: Component[] }
/** Word, position, begin, end and, where it is not 1, how many positions it spans. */
type Token = [string, number, number, number, number?]
type Row = Chain & { of: string; origin: string; text: string; tokens: Token[] }

const ROWS = JSON.parse(readFileSync(join(import.meta.dirname, 'components.json'), 'utf8')) as Row[]
const { analyzer: analyzers, ...DEFINED } = ANALYSIS.analysis as Record<string, Record<string, Chain>>
const NAMED = Object.assign({}, ...Object.values(DEFINED)) as Record<string, Component>

let client: Client

beforeAll(() => {
  client = new Client({ node: inject('elasticsearchUrl') })
})

afterAll(() => client.close())

describe('tokens', () => {
  test.each(ROWS)(
    '$of: $text ($origin)',
    async ({ analyzer, char_filter, tokenizer, filter, text, tokens }) => {
      const chain = {
        char_filter: char_filter?.map(definition),
        tokenizer: tokenizer && definition(tokenizer),
        filter: filter?.map(definition),
      }
      expect(await analyse({ text, ...(analyzer ? { analyzer } : chain) })).toEqual(tokens)
    },
  )
})

describe('the table', () => {
  const parts = ROWS.flatMap(partsOf)
  const defined = Object.entries(NAMED)
  const bare = Object.values(analyzers ?? {})
    .flatMap(partsOf)
    .filter((part) => typeof part === 'string' && NAMED[part] === undefined) as string[]

  test('enough was read for its completeness to mean something', () => {
    expect(defined.length).toBeGreaterThan(5)
    expect(bare.length).toBeGreaterThan(5)
  })

  test.each([...new Set(bare)])('has a row with %s', (part) => {
    expect(parts).toContainEqual(part)
  })

  test.each(defined)('has rows with every setting that %s has', (_, component) => {
    const alike = parts.filter((part) => kindOf(part) === kindOf(component))
    expect(alike.flatMap(settingsOf)).toEqual(expect.arrayContaining(settingsOf(component)))
  })
})

const REFUSED: [string, Chain][] = [
  ['a component it does not know', { filter: [{ type: 'no_such_filter' }] }],
  [
    'a synonym of which the filters before it leave nothing',
    {
      filter: [
        { type: 'stop', stopwords: ['the'] },
        { type: 'synonym_graph', synonyms: ['the, a'] },
      ],
    },
  ],
]
const REFUSED_LOCALLY: [string, Chain][] = [
  ['a setting it does not know', { filter: [{ type: 'stemmer', language: 'english', strength: 2 }] }],
  ['a language it does not know', { filter: [{ type: 'snowball', language: 'Finnish' }] }],
  ['a bare name that has other defaults elsewhere', { filter: ['stemmer'] }],
]

describe('every engine', () => {
  test.each(REFUSED)('refuses %s', async (_, chain) => {
    await expect(analyse({ text: 'x', tokenizer: 'standard', ...chain })).rejects.toThrow(/illegal_argument/)
  })
})

describe('the local engine', () => {
  test.for(REFUSED_LOCALLY)('refuses %s', async ([, chain], { skip }) => {
    skip(!(await isLocal()), 'a full distribution takes it')
    await expect(analyse({ text: 'x', tokenizer: 'standard', ...chain })).rejects.toThrow(/illegal_argument/)
  })
})

async function isLocal(): Promise<boolean> {
  const { nodes } = await client.nodes.info({ metric: 'plugins' })
  return Object.values(nodes).some(({ plugins }) => plugins?.some(({ name }) => name === 'bayan-analysis'))
}

async function analyse(request: object): Promise<Token[]> {
  const { tokens = [] } = await client.indices.analyze(request)
  return tokens.map(({ token, position, start_offset, end_offset, positionLength: length }) => {
    return [token, position, start_offset, end_offset, ...(length ? [length] : [])] as Token
  })
}

function definition(part: Component): Component {
  return typeof part === 'string' ? (NAMED[part] ?? part) : part
}

function partsOf({ analyzer, char_filter = [], tokenizer, filter = [] }: Chain): Component[] {
  return [...char_filter, ...filter, ...(tokenizer ? [tokenizer] : []), ...(analyzer ? [analyzer] : [])]
}

function settingsOf(part: Component): string[] {
  return typeof part === 'string' ? [] : Object.keys(part)
}

/** Type and, where one type does several things, which of them. */
function kindOf(part: Component): string {
  if (typeof part === 'string') return part
  return [part.type, part.language].filter(Boolean).join(' ')
}
