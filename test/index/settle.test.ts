/**
 * Contents of one key find their places whatever happens on the way: any order of coming and going, work that is doubled or
 * broken off. What lies in the index afterwards is held to what the set of files says, without any history.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyHit } from '../../src/elastic/pages.js'
import type { DocumentEntry, ParagraphEntry } from '../../src/fields.js'
import { toEntries } from '../../src/index/entries.js'
import { noteVanished, release } from '../../src/index/note.js'
import { findWork, sweep } from '../../src/index/sweep.js'
import { type Member, placesOf } from '../../src/index/variants.js'
import { conclude, writeContent } from '../../src/index/write.js'
import type { Analysis } from '../../src/model.js'
import { analysisOf, fileAt, testIndex, want } from '../helpers/index.js'

const index = testIndex()

const ONE = [
  'The Meeting reaffirmed its full support for the Palestinian people.',
  'It condemned all settlements.',
]
const OTHER = ['Economic cooperation among Member States was reviewed at length.', 'The report was adopted.']

function contentOf(key: string, texts: string[], more: Partial<Analysis['file']> = {}, mark = ''): Analysis {
  const analysis = analysisOf(texts, `${key}${texts.join('')}${JSON.stringify(more)}${mark}`)
  const documents = analysis.documents.map((document) => ({ ...document, key }))
  return { ...analysis, file: { ...analysis.file, ...more }, documents }
}

/** Two keys; under each the same text three times, better and worse, and another text twice. */
const CONTENTS = ['oic-cfm-40-res-pal-1.en', 'oic-cfm-41-res-pal-2.en'].flatMap((key) => [
  contentOf(key, ONE, { legibility: 1, format: 'pdf' }),
  contentOf(key, ONE, { legibility: 1, format: 'docx' }),
  contentOf(key, [...ONE, 'Done.'], { legibility: 0.8 }),
  contentOf(key, OTHER, { legibility: 0.9 }),
  contentOf(key, OTHER, { legibility: 0.7 }),
])
const bySha = new Map(CONTENTS.map((content) => [content.file.sha256, content]))

async function work(analysis: Analysis, signal?: AbortSignal): Promise<void> {
  const own = { ...index, patience: { signal } }
  const { documents } = await writeContent(own, analysis)
  await conclude(own, analysis.file.sha256, { outcome: 'indexed', documents, attempts: 1, seconds: 0 })
}

/** What workers and sweeps do until nothing is left to be done. */
async function comeToRest(): Promise<void> {
  for (;;) {
    const swept = await sweep(index)
    const waiting = await findWork(index)
    for (const { sha256 } of waiting) await work(bySha.get(sha256) as Analysis)
    if (swept.withdrawn + swept.repaired + waiting.length === 0) return
  }
}

type Seen = {
  documents: Record<string, [key: string, variantOf?: string]>
  paragraphs: Record<string, string>
}

async function seen(): Promise<Seen> {
  await index.client.indices.refresh({ index: Object.values(index.names) })
  const found: Seen = { documents: {}, paragraphs: {} }
  for await (const { id, source } of everyHit<DocumentEntry>(index.client, index.names.documents, true))
    found.documents[id] = [source.key, source.variantOf]
  for await (const { id, source } of everyHit<ParagraphEntry>(index.client, index.names.paragraphs, true))
    found.paragraphs[id] = source.key
  return found
}

/** From the set alone. */
function expected(contents: Analysis[]): Seen {
  const entries = contents.map((content) => toEntries(content, 1))
  const members: Member[] = entries.flatMap(({ documents }) =>
    documents.map(({ id, entry }) => ({ ...entry, id })),
  )
  const groups = new Set(members.map(({ baseKey }) => baseKey))
  const places = new Map(
    [...groups].flatMap((key) => [...placesOf(members.filter((one) => one.baseKey === key))]),
  )
  const paragraphs = entries
    .flatMap((one) => one.paragraphs)
    .flatMap(({ id, entry }) => {
      const place = places.get(entry.document)
      return place && !place.variantOf ? [[id, place.key] as const] : []
    })
  const documents = [...places].map(([id, { key, variantOf }]) => [id, [key, variantOf]] as const)
  return {
    documents: Object.fromEntries(documents),
    paragraphs: Object.fromEntries(paragraphs),
  } as unknown as Seen
}

async function arrive(content: Analysis): Promise<void> {
  await want(index, content.file.sha256, content.file.sha256)
}

async function leave(content: Analysis): Promise<void> {
  await noteVanished(index, [{ root: '/inbox', path: content.file.sha256 }])
}

async function outcomeOf(content: Analysis | undefined) {
  const { outcome, of } = (await fileAt(index, content?.file.sha256 ?? '')) ?? {}
  return { outcome, of }
}

type Step = { content: number; what: 'arrive' | 'leave' | 'again' | 'half' | 'sweep' }

async function take({ content: at, what }: Step, there: Set<Analysis>): Promise<void> {
  const content = CONTENTS[at] as Analysis
  if (what === 'sweep') return void (await sweep(index))
  if (what === 'leave') {
    there.delete(content)
    return leave(content)
  }
  if (what === 'arrive') {
    there.add(content)
    await arrive(content)
  }
  if (!there.has(content)) return
  // A worker that ends in the middle of its work.
  const signal = what === 'half' ? AbortSignal.timeout(15) : undefined
  await work(content, signal).catch((error: unknown) => {
    if (!signal?.aborted) throw error
  })
}

test('whatever happens, each content ends in its place', async () => {
  const what = fc.constantFrom<Step['what']>('arrive', 'arrive', 'arrive', 'leave', 'again', 'half', 'sweep')
  const steps = fc.array(fc.record({ content: fc.nat(CONTENTS.length - 1), what }), {
    minLength: 6,
    maxLength: 14,
  })
  const together = fc.boolean()
  await fc.assert(
    fc.asyncProperty(steps, together, async (all, atOnce) => {
      const there = new Set<Analysis>()
      // By one worker after the other, or by several that know nothing of each other.
      if (atOnce) {
        const contents = [...new Set(all.map(({ content }) => content))]
        for (const at of contents) there.add(CONTENTS[at] as Analysis)
        await Promise.all([...there].map(arrive))
        await Promise.all([...there].map((content) => work(content)))
      } else for (const step of all) await take(step, there)
      await comeToRest()
      expect(await seen()).toEqual(expected([...there]))
      await Promise.all(CONTENTS.map(leave))
      await comeToRest()
      expect(await seen()).toEqual({ documents: {}, paragraphs: {} })
    }),
    { numRuns: 4, verbose: true },
  )
}, 180_000)

describe('what the files say', () => {
  const [pdf, docx, poor, other] = CONTENTS

  test('a variant says of what, and is promoted when that goes', async () => {
    for (const content of [pdf, docx, poor, other]) {
      await arrive(content as Analysis)
      await work(content as Analysis)
    }
    const key = 'oic-cfm-40-res-pal-1.en'
    expect(await outcomeOf(docx)).toEqual({ outcome: 'indexed', of: undefined })
    expect(await outcomeOf(pdf)).toEqual({ outcome: 'variant', of: key })
    expect(await outcomeOf(poor)).toEqual({ outcome: 'variant', of: key })
    expect(await outcomeOf(other)).toEqual({ outcome: 'indexed', of: undefined })

    const handed: string[] = []
    const handOn = async (work: { sha256: string }[]) => void handed.push(...work.map(({ sha256 }) => sha256))
    await want(index, docx?.file.sha256 ?? '', null)
    await release({ ...index, handOn }, [docx?.file.sha256 ?? ''])
    expect(handed).toEqual([pdf?.file.sha256])
    expect(await outcomeOf(pdf)).toMatchObject({ outcome: 'waiting' })
    await comeToRest()
    expect(await outcomeOf(pdf)).toEqual({ outcome: 'indexed', of: undefined })
    expect(await outcomeOf(poor)).toEqual({ outcome: 'variant', of: key })
  })
})

test('one that was promoted while its worker still held it for a variant is worked on again', async () => {
  const [pdf, docx] = CONTENTS.slice(5) as [Analysis, Analysis]
  for (const content of [pdf, docx]) await arrive(content)
  await work(docx)
  const { documents } = await writeContent(index, pdf)
  await want(index, docx.file.sha256, null)
  await release(index, [docx.file.sha256])
  const report = { outcome: 'indexed', documents, attempts: 1, seconds: 0 } as const
  expect(await conclude(index, pdf.file.sha256, report)).toBe('again')
  await work(pdf)
  expect(await seen()).toMatchObject(expected([pdf]))
  expect(await outcomeOf(pdf)).toEqual({ outcome: 'indexed', of: undefined })
  await leave(pdf)
  await comeToRest()
})

test('the key of an earlier analysis still leads to the document', async () => {
  const [content] = CONTENTS.slice(5)
  const analysis = content as Analysis
  await arrive(analysis)
  await work(analysis)
  const documents = analysis.documents.map((document) => ({ ...document, key: 'oic-cfm-41-res-pal-3.en' }))
  await writeContent({ ...index, version: 2 }, { ...analysis, documents })
  const { _source: entry } = await index.client.get<DocumentEntry>({
    index: index.names.documents,
    id: analysis.documents[0]?.id ?? '',
  })
  expect(entry).toMatchObject({ key: 'oic-cfm-41-res-pal-3.en', formerKeys: ['oic-cfm-41-res-pal-2.en'] })
})
