import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import paragraphs from '../../mappings/paragraphs.json' with { type: 'json' }
import { ANALYSIS_FILE, analysisJson } from '../../scripts/make-analysis.js'

const settings = JSON.parse(analysisJson()) as { analysis: { analyzer: Record<string, unknown> } }

test('mappings/analysis.json is what the tables and rules make (scripts/make-analysis.ts writes it)', () => {
  expect(readFileSync(ANALYSIS_FILE, 'utf8')).toBe(analysisJson())
})

test('every analyzer that the paragraphs name is there', () => {
  const named = [...JSON.stringify(paragraphs).matchAll(/"(?:search_)?analyzer":"(\w+)"/g)].map(
    ([, name]) => name,
  )
  expect(named.length).toBeGreaterThan(8)
  expect(Object.keys(settings.analysis.analyzer)).toEqual(expect.arrayContaining(named))
})
