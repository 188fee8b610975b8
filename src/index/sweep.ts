/**
 * Is everything in the index that should be, and nothing else? Compares what is wanted with what is there
 * and repairs both ways: contents that nobody wants go, contents that lack something are marked as waiting.
 */
import { everyHit } from '../elastic/pages.js'
import type { DocumentEntry, FileEntry } from '../fields.js'
import { contentId, contentOf, type Index, type Work } from './access.js'
import { changeFiles, isSettled, waiting } from './files.js'
import { DECIDING, movesIn, settle } from './settle.js'
import type { Member } from './variants.js'
import { withdrawUnwanted } from './withdraw.js'

const DOCUMENT_FIELDS = ['paragraphs', ...DECIDING]

export type Swept = { withdrawn: number; repaired: number }

type Wish = { sha256: string; name: string; files: string[]; state: 'waiting' | 'failed' | 'indexed' }
type Present = {
  /** Paragraphs that should be there, of all documents. */ expected: number
  found: number
  documents: number
}

/** May run at any time, beside workers and other sweeps. */
export async function sweep(index: Index): Promise<Swept> {
  // The wishes are read first: what is settled by then was written before, and is seen below.
  const wishes = await readWishes(index)
  const { present, members } = await readPresent(index)
  const unwanted = [...present.keys()].filter((content) => !wishes.has(content))
  const broken = [...wishes]
    .filter(([content, wish]) => isBroken(wish, present.get(content)))
    .map(([, wish]) => wish)
  let withdrawn = 0
  for (const content of unwanted) withdrawn += Number(await withdrawUnwanted(index, content))
  for (const wish of broken) await markWaiting(index, wish)
  await settle(index, unsettled(members))
  return { withdrawn, repaired: broken.length }
}

/** The contents that wait for work. What was finished in the meantime does no harm: its job finds nothing to do. */
export async function findWork(index: Index): Promise<Work[]> {
  const wishes = [...(await readWishes(index)).values()].filter(({ state }) => state === 'waiting')
  return wishes.map(({ sha256, name }) => ({ sha256, name }))
}

async function readWishes({ client, names, version }: Index): Promise<Map<string, Wish>> {
  const wishes = new Map<string, Wish>()
  await client.indices.refresh({ index: names.files })
  const fields = ['path', 'wanted', 'done', 'analysisVersion', 'outcome']
  const query = { exists: { field: 'wanted' } }
  for await (const { id, source } of everyHit<FileEntry>(client, names.files, fields, query)) {
    if (source.wanted) addWish(wishes, id, source, source.wanted, version)
  }
  return wishes
}

function addWish(
  wishes: Map<string, Wish>,
  id: string,
  entry: FileEntry,
  sha256: string,
  version: number,
): void {
  const state = !isSettled(entry, version) ? 'waiting' : entry.outcome === 'failed' ? 'failed' : 'indexed'
  const wish = wishes.get(contentId(sha256)) ?? { sha256, name: entry.path, files: [], state }
  wish.files.push(id)
  if (state === 'waiting') wish.state = state
  wishes.set(contentId(sha256), wish)
}

async function readPresent({ client, names }: Index) {
  await client.indices.refresh({ index: [names.documents, names.paragraphs] })
  const present = new Map<string, Present>()
  const members: Member[] = []
  for await (const { id, source } of everyHit<DocumentEntry>(client, names.documents, DOCUMENT_FIELDS)) {
    const { paragraphs, ...member } = source
    count(present, id, { documents: 1, expected: source.variantOf ? 0 : paragraphs })
    // Entries of an older mapping say too little to be placed.
    if (source.baseKey) members.push({ ...member, id })
  }
  for await (const { id, count: found } of paragraphCounts({ client, names })) count(present, id, { found })
  return { present, members }
}

/** Keys of which some content does not stand in its place. */
function unsettled(members: Member[]): string[] {
  const groups = new Map<string, Member[]>()
  for (const member of members) groups.set(member.baseKey, [...(groups.get(member.baseKey) ?? []), member])
  return [...groups].filter(([, group]) => movesIn(group).length > 0).map(([key]) => key)
}

/** Pages through the number of paragraphs of each document. */
async function* paragraphCounts({
  client,
  names,
}: Pick<Index, 'client' | 'names'>): AsyncGenerator<{ id: string; count: number }> {
  let after: Record<string, string> | undefined
  do {
    const composite = { size: 5000, sources: [{ document: { terms: { field: 'document' } } }], after }
    const { aggregations } = await client.search<unknown, { documents: Composite }>({
      index: names.paragraphs,
      size: 0,
      aggs: { documents: { composite } },
    })
    for (const bucket of aggregations?.documents.buckets ?? [])
      yield { id: bucket.key.document, count: bucket.doc_count }
    after = aggregations?.documents.after_key
  } while (after)
}

type Composite = {
  buckets: { key: { document: string }; doc_count: number }[]
  after_key?: Record<string, string>
}

function count(present: Map<string, Present>, document: string, more: Partial<Present>): void {
  const before = present.get(contentOf(document)) ?? { expected: 0, found: 0, documents: 0 }
  present.set(contentOf(document), {
    expected: before.expected + (more.expected ?? 0),
    found: before.found + (more.found ?? 0),
    documents: before.documents + (more.documents ?? 0),
  })
}

function isBroken({ state }: Wish, there: Present | undefined): boolean {
  return state === 'indexed' && (!there || there.documents === 0 || there.expected !== there.found)
}

async function markWaiting(index: Index, { sha256, files }: Wish): Promise<void> {
  await changeFiles(index, files, (entry) =>
    entry?.wanted === sha256 && entry.done === sha256 ? waiting(entry) : undefined,
  )
}
