/** Do the code and the index make the same words of the same text? Token by token, over real texts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '@elastic/elasticsearch'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import ANALYSIS from '../../mappings/analysis.json' with { type: 'json' }
import { fold } from '../../src/arabic/fold.js'
import { stem } from '../../src/arabic/stem.js'
import { createElastic } from '../../src/elastic/client.js'
import stopwords from '../../src/reference/arabic/stopwords.json' with { type: 'json' }
import { ownPrefix } from '../helpers/prefix.js'

const ROOT = join(import.meta.dirname, '..', '..')
const SAMPLES = join(ROOT, 'samples')
const LARGER_SET = join(ROOT, '..', 'shared', 'relevance', 'xquad-ar', 'passages.jsonl')
const LETTERS_PER_REQUEST = 20_000
const STOP = new Set(stopwords.words.map(fold))
const DAMAGED = 'ﻣﻨﻈﻤﺔ فلسطين\u200f المؤ\u200cتمر مُنَظَّمَةُ الإسلامی القرآن ٢٠١٦،٢٠١٧'.normalize('NFD')

const index = `${ownPrefix()}-contract`
let client: Client

beforeAll(async () => {
  client = createElastic(inject('elasticsearchUrl'))
  await client.indices.create({ index, settings: { ...ANALYSIS, number_of_replicas: 0 } as object })
})
afterAll(() => client.close())

test('every word of the texts has the same folded form and the same stem in both', async () => {
  let words = 0
  for (const text of texts()) {
    const [exact, stems] = await Promise.all([analysed('ar_exact', text), analysed('ar_stem', text)])
    const stemAt = new Map(stems.map(({ position, token }) => [position, token]))
    const expected = exact.map(({ token, position, start_offset, end_offset }) => {
      const typed = text.slice(start_offset, end_offset).toLowerCase()
      const word = fold(typed)
      return [token, stemAt.get(position)].join() === [word, STOP.has(word) ? undefined : stem(typed)].join()
        ? ''
        : `${token} ${word}`
    })
    expect(expected.filter(Boolean)).toEqual([])
    words += exact.length
  }
  expect(words).toBeGreaterThan(existsSync(LARGER_SET) ? 20_000 : 4_000)
})

test.each(['ﻣﻨﻈﻤﺔ', 'المؤ\u200cتمر', 'مُنَظَّمَةُ', 'رُؤَّساء'.normalize('NFD'), 'قرار'])(
  'the offsets of %s are those of the text as it came',
  async (word) => {
    const text = `قال ${word} ثم`
    for (const analyzer of ['ar_exact', 'ar_stem']) {
      const tokens = await analysed(analyzer, text)
      const offsets = tokens.map(({ start_offset, end_offset }) => text.slice(start_offset, end_offset))
      expect(offsets).toContain(word)
    }
  },
)

async function analysed(analyzer: string, text: string) {
  return (await client.indices.analyze({ index, analyzer, text })).tokens ?? []
}

function texts(): string[] {
  const samples = readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.ar.txt'))
    .map((name) => readFileSync(join(SAMPLES, name), 'utf8'))
  return [DAMAGED, ...samples, ...largerSet()].flatMap(parts)
}

function largerSet(): string[] {
  if (!existsSync(LARGER_SET)) {
    console.log(`${LARGER_SET} is not here: only the samples are compared`)
    return []
  }
  const lines = readFileSync(LARGER_SET, 'utf8').trim().split('\n')
  return [lines.map((line) => (JSON.parse(line) as { text: string }).text).join('\n')]
}

/** Elasticsearch analyses so many tokens at once and no more; a text is cut between lines. */
function parts(text: string): string[] {
  const found: string[] = ['']
  for (const line of text.split('\n')) {
    const last = found.at(-1) ?? ''
    if (last.length + line.length > LETTERS_PER_REQUEST) found.push(line)
    else found[found.length - 1] = `${last}\n${line}`
  }
  return found
}
