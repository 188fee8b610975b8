/** How is a file tried again that failed, or of which pages are missing? It is marked as waiting; whoever asked hands the work over. */
import { everyHit } from '../elastic/pages.js'
import { patiently } from '../elastic/patience.js'
import type { FileEntry } from '../fields.js'
import type { Index, Work } from '../index/access.js'
import { changeFiles, type Known, waiting } from '../index/files.js'

/** More time or leave helps it. */
const MISSING_PAGES = 'PAGES_NOT_RECOGNISED'

function isUnfinished({ outcome, code }: FileEntry): boolean {
  return outcome === 'failed' || code === MISSING_PAGES
}

/**
 * @param ids of files; those that are finished, and those whose bytes could not be had, are left alone
 * @returns the entries that wait now, and their work
 */
export async function retryFiles(index: Index, ids: string[]): Promise<{ entries: Known[]; work: Work[] }> {
  const changes = await changeFiles(index, ids, (entry) =>
    entry && isUnfinished(entry) && entry.wanted ? waiting(entry) : undefined,
  )
  const entries = [...changes].flatMap(([id, { after }]) => (after ? [{ id, entry: after }] : []))
  const work = entries.flatMap(({ entry: { wanted, path } }) =>
    wanted ? [{ sha256: wanted, name: path }] : [],
  )
  return { entries, work }
}

/** All that may become better. */
export async function retryFailed(index: Index): Promise<{ entries: Known[]; work: Work[] }> {
  const unfinished = [{ term: { outcome: 'failed' } }, { term: { code: MISSING_PAGES } }]
  const query = {
    bool: { should: unfinished, minimum_should_match: 1, filter: [{ exists: { field: 'wanted' } }] },
  }
  const ids = await patiently(async () => {
    const found: string[] = []
    await index.client.indices.refresh({ index: index.names.files })
    for await (const { id } of everyHit(index.client, index.names.files, false, query)) found.push(id)
    return found
  }, index.patience)
  return retryFiles(index, ids)
}
