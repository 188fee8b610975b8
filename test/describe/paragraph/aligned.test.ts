/** A clause does the same in Arabic, English and French: so a facet counts one act once for each version of a document. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeParagraph } from '../../../src/describe/paragraph/index.js'

const FILE = join(import.meta.dirname, '..', '..', 'fixtures', 'aligned', 'clauses.tsv')
const LANGUAGES = ['ar', 'en', 'fr'] as const
const CLAUSES = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'))

test('there is enough to compare', () => expect(CLAUSES.length).toBeGreaterThanOrEqual(60))

describe.each(CLAUSES)('%s: %s', (categories = '', ...clauses) => {
  const read = LANGUAGES.map((language, at) =>
    describeParagraph(clauses[at] ?? '', { language, organisation: 'OIC' }),
  )

  test('states the same', () => {
    const said = read.map(({ statements }) => statements.map(({ category }) => category).join(' '))
    expect(said).toEqual([categories, categories, categories])
  })

  test('as strongly, of the same', () => {
    const [ar, en, fr] = read.map(({ statements, countries, places, organisations }) => ({
      strengths: statements.map(({ strength }) => strength),
      objects: statements.map(({ objects }) => [...objects].sort()),
      names: [...countries, ...places, ...organisations].map(({ value }) => value).sort(),
    }))
    expect(en).toEqual(ar)
    expect(fr).toEqual(ar)
  })
})
