import { describe, expect, inject, test } from 'vitest'
import { contentId } from '../../src/index/access.js'
import { type Report, wantersOf } from '../../src/index/files.js'
import { findWork, sweep } from '../../src/index/sweep.js'
import { withdrawUnwanted } from '../../src/index/withdraw.js'
import { conclude, writeContent } from '../../src/index/write.js'
import type { Analysis } from '../../src/model.js'
import { analysisOf, fileAt, idsIn, openTestIndex, testIndex, want } from '../helpers/index.js'

const index = testIndex()

const REPORT: Report = { outcome: 'indexed', documents: [], attempts: 1, seconds: 0 }

/** What a worker does with one content. */
async function work(analysis: Analysis, version = 1): Promise<string> {
  const own = { ...index, version }
  await writeContent(own, analysis)
  return conclude(own, analysis.file.sha256, REPORT)
}

async function paragraphsOf({ file }: Analysis): Promise<string[]> {
  const ids = await idsIn(index, index.names.paragraphs)
  return ids.filter((id) => id.startsWith(contentId(file.sha256)))
}

function texts(count: number, word: string): string[] {
  return Array.from({ length: count }, (_, at) => `${word} ${at}`)
}

describe('one content', () => {
  test('written twice is there once', async () => {
    const analysis = analysisOf(texts(4, 'twice'))
    await want(index, 'twice.txt', analysis.file.sha256)
    await work(analysis)
    await work(analysis)
    expect(await paragraphsOf(analysis)).toHaveLength(4)
  })

  test('that a better analysis cuts into fewer paragraphs leaves none of the old ones', async () => {
    const long = analysisOf(texts(50, 'shrink'), 'same bytes')
    await want(index, 'shrink.txt', long.file.sha256)
    await work(long, 1)
    expect(await paragraphsOf(long)).toHaveLength(50)
    const short = analysisOf(texts(3, 'shrink'), 'same bytes')
    await work(short, 2)
    expect(await paragraphsOf(long)).toEqual([1, 2, 3].map((n) => `${short.documents[0]?.id}-${n}`))
  })

  test('older code that comes late changes nothing', async () => {
    const newer = analysisOf(texts(3, 'new'), 'late bytes')
    await want(index, 'late.txt', newer.file.sha256)
    await work(newer, 5)
    const written = await writeContent({ ...index, version: 4 }, analysisOf(texts(3, 'old'), 'late bytes'))
    expect(written.superseded).toBe(true)
    await conclude({ ...index, version: 4 }, newer.file.sha256, { ...REPORT, outcome: 'failed', code: 'OLD' })
    expect(await fileAt(index, 'late.txt')).toMatchObject({ outcome: 'indexed', analysisVersion: 5 })
    const { _source } = await index.client.get<{ en: string }>({
      index: index.names.paragraphs,
      id: `${newer.documents[0]?.id}-1`,
    })
    expect(_source?.en).toBe('new 0')
  })

  test('what Elasticsearch refuses is told with its reason, the rest is written', async () => {
    const analysis = analysisOf(['good', 'bad', 'good too'])
    const [document] = analysis.documents
    const bad = document?.paragraphs[1]
    if (bad) bad.page = Number.MAX_SAFE_INTEGER
    const { refused } = await writeContent(index, analysis)
    expect(refused).toMatchObject([{ id: `${document?.id}-2`, reason: expect.stringContaining('page') }])
    expect(await paragraphsOf(analysis)).toHaveLength(2)
  })
})

describe('a content that nobody wants', () => {
  test('goes with all its paragraphs', async () => {
    const analysis = analysisOf(texts(7, 'gone'))
    await want(index, 'gone.txt', analysis.file.sha256)
    await work(analysis)
    await want(index, 'gone.txt', null)
    expect(await withdrawUnwanted(index, contentId(analysis.file.sha256))).toBe(true)
    expect(await paragraphsOf(analysis)).toEqual([])
    expect(await idsIn(index, index.names.documents)).not.toContain(analysis.documents[0]?.id)
  })

  test('is taken out again by the job that wrote it too late', async () => {
    const analysis = analysisOf(texts(3, 'stale'))
    await want(index, 'stale.txt', analysis.file.sha256)
    await writeContent(index, analysis)
    await want(index, 'stale.txt', analysisOf(['other']).file.sha256)
    expect(await conclude(index, analysis.file.sha256, REPORT)).toBe('withdrawn')
    expect(await paragraphsOf(analysis)).toEqual([])
    expect(await fileAt(index, 'stale.txt')).toMatchObject({ outcome: 'waiting' })
  })

  test('may come back', async () => {
    const analysis = analysisOf(texts(2, 'back'))
    await want(index, 'back.txt', analysis.file.sha256)
    await work(analysis)
    await want(index, 'back.txt', null)
    await withdrawUnwanted(index, contentId(analysis.file.sha256))
    await want(index, 'back.txt', analysis.file.sha256)
    expect(await work(analysis)).toBe('kept')
    expect(await paragraphsOf(analysis)).toHaveLength(2)
  })

  test('stays while another place has the same bytes', async () => {
    const analysis = analysisOf(texts(2, 'shared'))
    const { sha256 } = analysis.file
    await want(index, 'a.txt', sha256)
    await want(index, 'b.txt', sha256)
    await work(analysis)
    expect(await fileAt(index, 'a.txt')).toMatchObject({ outcome: 'indexed' })
    expect(await fileAt(index, 'b.txt')).toMatchObject({ outcome: 'duplicate', of: 'a.txt' })
    await want(index, 'a.txt', null)
    expect(await withdrawUnwanted(index, contentId(sha256))).toBe(false)
    expect(await paragraphsOf(analysis)).toHaveLength(2)
    expect((await wantersOf(index, contentId(sha256))).map(({ entry }) => entry.path)).toEqual(['b.txt'])
  })
})

test('versions of one file, written by many in any order, leave the one that lies there', async () => {
  const versions = Array.from({ length: 12 }, (_, at) => analysisOf(texts(at + 1, `v${at}`)))
  const last = versions[7] as Analysis
  const shuffled = versions
    .map((analysis, at) => ({ analysis, place: (at * 7) % 12 }))
    .sort((a, b) => a.place - b.place)
  await want(index, 'many.txt', last.file.sha256)
  const lanes = [0, 1, 2, 3].map(async (lane) => {
    for (const { analysis } of shuffled.filter((_, at) => at % 4 === lane)) await work(analysis)
  })
  await Promise.all(lanes)
  for (const analysis of versions) {
    expect(await paragraphsOf(analysis)).toHaveLength(analysis === last ? 8 : 0)
  }
})

describe('the sweep', () => {
  test('finds nothing to do where all is as it should be', async () => {
    const own = await openTestIndex(inject('elasticsearchUrl'))
    const analysis = analysisOf(texts(2, 'calm'))
    await want(own, 'calm.txt', analysis.file.sha256)
    await writeContent(own, analysis)
    await conclude(own, analysis.file.sha256, REPORT)
    expect(await sweep(own)).toEqual({ withdrawn: 0, repaired: 0 })
    expect(await findWork(own)).toEqual([])
    await own.remove()
  })

  test('repairs both ways: what is too much goes, what is missing becomes work', async () => {
    const own = await openTestIndex(inject('elasticsearchUrl'))
    const [kept, holed, lost, orphan, halfway] = ['kept', 'holed', 'lost', 'orphan', 'halfway'].map((word) =>
      analysisOf(texts(3, word)),
    )
    for (const analysis of [kept, holed, lost, orphan, halfway] as Analysis[]) {
      await want(own, `${analysis.documents[0]?.text}.txt`, analysis.file.sha256)
      await writeContent(own, analysis)
      if (analysis !== halfway) await conclude(own, analysis.file.sha256, REPORT)
    }
    const { documents, paragraphs } = own.names
    await own.client.delete({ index: paragraphs, id: `${holed?.documents[0]?.id}-2` })
    await own.client.delete({ index: documents, id: lost?.documents[0]?.id ?? '' })
    await own.client.delete({ index: documents, id: orphan?.documents[0]?.id ?? '' })
    await want(own, `${orphan?.documents[0]?.text}.txt`, null)

    expect(await sweep(own)).toEqual({ withdrawn: 1, repaired: 2 })
    const hashes = [holed, lost, halfway].map((analysis) => analysis?.file.sha256)
    expect((await findWork(own)).map(({ sha256 }) => sha256).sort()).toEqual(hashes.sort())
    const left = await idsIn(own, paragraphs)
    expect(left.filter((id) => id.startsWith(contentId(orphan?.file.sha256 ?? '')))).toEqual([])
    expect(left.filter((id) => id.startsWith(contentId(kept?.file.sha256 ?? '')))).toHaveLength(3)
    await own.remove()
  })
})
