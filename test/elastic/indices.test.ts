import { expect, test } from 'vitest'
import { ensureIndices, versionedName } from '../../src/elastic/indices.js'
import { testIndex } from '../helpers/index.js'

const index = testIndex()

test('each alias leads to one index of this version, with the mapping of its file', async () => {
  for (const alias of Object.values(index.names)) {
    const found = await index.client.indices.getMapping({ index: alias })
    expect(Object.keys(found)).toEqual([versionedName(alias)])
    expect(found[versionedName(alias)]?.mappings).toMatchObject({ dynamic: 'strict' })
  }
})

test('the language fields are analysed as `mappings/analysis.json` says', async () => {
  const { tokens } = await index.client.indices.analyze({
    index: index.names.paragraphs,
    field: 'ar',
    text: 'السوريين',
  })
  expect(tokens?.map(({ token }) => token)).toEqual(['_سوري'])
})

test('five that start at once all find it ready, and a lost alias comes back', async () => {
  const { client, prefix, names } = index
  await client.indices.delete({ index: versionedName(names.documents) })
  await client.indices.deleteAlias({ index: versionedName(names.files), name: names.files })
  await Promise.all(Array.from({ length: 5 }, () => ensureIndices(client, prefix)))
  for (const alias of Object.values(names))
    expect(await client.count({ index: alias })).toMatchObject({ count: 0 })
})

test('what is written stays when the indices are made again', async () => {
  const { client, prefix, names } = index
  await client.index({ index: names.files, id: 'one', document: { path: 'a' }, refresh: true })
  await ensureIndices(client, prefix)
  expect(await client.count({ index: names.files })).toMatchObject({ count: 1 })
})

test('a field that no mapping names is refused', async () => {
  const unknown = { index: index.names.files, document: { surprise: 1 } }
  await expect(index.client.index(unknown)).rejects.toThrow('strict_dynamic_mapping_exception')
})
