/** How does a content leave the index? By id, one by one, once no place wants its bytes any more. */
import type { estypes } from '@elastic/elasticsearch'
import { everyHit } from '../elastic/pages.js'
import { patiently } from '../elastic/patience.js'
import type { Index } from './access.js'
import type { BulkItem } from './batches.js'
import { bulkWrite } from './bulk.js'
import { changeFiles, waiting, wantersOf } from './files.js'

/**
 * Takes a content out of the index unless somebody wants it.
 * @param content start of the sha256
 * @returns true where nobody wanted it
 */
export async function withdrawUnwanted(index: Index, content: string): Promise<boolean> {
  if ((await wantersOf(index, content)).length > 0) return false
  await removeContent(index, content, new Set())
  // Wanted again while it went away: then what was just written is gone, and the work has to be done again.
  const wanters = await wantersOf(index, content)
  const ids = wanters.map(({ id }) => id)
  await changeFiles(index, ids, (entry) => (entry?.wanted?.startsWith(content) ? waiting(entry) : undefined))
  return wanters.length === 0
}

/** Removes the documents and paragraphs of a content except those in `keep`. @param keep ids */
export async function removeContent(index: Index, content: string, keep: Set<string>): Promise<void> {
  const { names } = index
  const items = [
    ...(await leftovers(index, names.paragraphs, { prefix: { document: `${content}-` } })),
    ...(await leftovers(index, names.documents, { prefix: { sha256: content } })),
  ]
  const unwanted = items.filter(({ id }) => !keep.has(id))
  await bulkWrite(index.client, unwanted, index.patience)
}

async function leftovers(
  { client, version, patience }: Index,
  alias: string,
  query: estypes.QueryDslQueryContainer,
): Promise<BulkItem[]> {
  return patiently(async () => {
    await client.indices.refresh({ index: alias })
    const items: BulkItem[] = []
    for await (const { id } of everyHit(client, alias, false, query)) {
      items.push({ action: 'delete', index: alias, id, version })
    }
    return items
  }, patience)
}
