/** What of a content is in an index, as changes that would take it out? By id, since others may be writing. */
import type { estypes } from '@elastic/elasticsearch'
import { everyHit } from '../elastic/pages.js'
import { patiently } from '../elastic/patience.js'
import type { DocumentEntry } from '../fields.js'
import type { Index } from './access.js'
import type { BulkItem } from './batches.js'
import { bulkWrite } from './bulk.js'

/** `baseKey` for documents alone. */
export type Leftover = BulkItem & { baseKey?: string }

/** @param query which entries of the index behind `alias` */
export async function leftovers(
  { client, version, patience }: Index,
  alias: string,
  query: estypes.QueryDslQueryContainer,
): Promise<Leftover[]> {
  return patiently(async () => {
    await client.indices.refresh({ index: alias })
    const items: Leftover[] = []
    for await (const { id, source } of everyHit<DocumentEntry>(client, alias, ['baseKey'], query)) {
      items.push({ action: 'delete', index: alias, id, version, baseKey: source.baseKey })
    }
    return items
  }, patience)
}

/** @param document id of one that is no longer searched itself */
export async function removeParagraphs(index: Index, document: string): Promise<void> {
  const items = await leftovers(index, index.names.paragraphs, { term: { document } })
  await bulkWrite(index.client, items, index.patience)
}
