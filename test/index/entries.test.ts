import { describe, expect, test } from 'vitest'
import { toEntries } from '../../src/index/entries.js'
import type { Analysis } from '../../src/model.js'
import { analysisOf } from '../helpers/index.js'

function dated(date: string, dateEnd?: string): Analysis {
  const analysis = analysisOf(['one'])
  const documents = analysis.documents.map((document) => ({
    ...document,
    date: { value: date },
    dateEnd: dateEnd ? { value: dateEnd } : undefined,
  }))
  return { ...analysis, documents }
}

describe('the days of a document', () => {
  test.each([
    ['2016-12-22', undefined, '2016-12-22', '2016-12-22'],
    ['2016-12-22', '2016-12-23', '2016-12-22', '2016-12-23'],
    ['2016-02', undefined, '2016-02-01', '2016-02-29'],
    ['2015-02', undefined, '2015-02-01', '2015-02-28'],
    ['2016-12', undefined, '2016-12-01', '2016-12-31'],
    ['2016', undefined, '2016-01-01', '2016-12-31'],
    ['2016-12-30', '2017-01', '2016-12-30', '2017-01-31'],
  ])('%s to %s', (date, dateEnd, gte, lte) => {
    const { documents, paragraphs } = toEntries(dated(date, dateEnd), 1)
    expect(documents[0]?.entry).toMatchObject({
      date: { gte, lte },
      day: date,
      year: Number(date.slice(0, 4)),
    })
    expect(paragraphs[0]?.entry).toMatchObject({ date: { gte, lte }, day: date })
  })

  test('a document without a date has none', () => {
    const { documents } = toEntries(analysisOf(['one']), 1)
    expect(JSON.parse(JSON.stringify(documents[0]?.entry))).not.toHaveProperty('date')
  })
})

test('paragraphs carry the id and the facets of their document, and their text in its language', () => {
  const { documents, paragraphs } = toEntries(analysisOf(['one', 'two']), 4)
  const [document] = documents
  expect(paragraphs.map(({ id }) => id)).toEqual([`${document?.id}-1`, `${document?.id}-2`])
  expect(paragraphs[1]?.entry).toMatchObject({
    document: document?.id,
    key: document?.entry.key,
    language: 'en',
    ordinal: 2,
    en: 'two',
    analysisVersion: 4,
  })
  expect(document?.entry).toMatchObject({ paragraphs: 2, position: 1, analysisVersion: 4 })
})
