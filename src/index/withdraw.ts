/** How does a content leave the index? By id, one by one, once no place wants its bytes any more. */
import type { Index } from './access.js'
import { bulkWrite } from './bulk.js'
import { wantersOf, workAgain } from './files.js'
import { leftovers } from './leftovers.js'
import { settle } from './settle.js'

/**
 * Takes a content out of the index unless somebody wants it.
 * @param content start of the sha256
 * @returns true where nobody wanted it
 */
export async function withdrawUnwanted(index: Index, content: string): Promise<boolean> {
  if ((await wantersOf(index, content)).length > 0) return false
  await removeContent(index, content, new Set())
  // Wanted again while it went away: then what was just written is gone, and the work has to be done again.
  return (await workAgain(index, content)).length === 0
}

/** Removes the documents and paragraphs of a content except those in `keep`; what was a variant of them may be searched then. */
export async function removeContent(index: Index, content: string, keep: Set<string>): Promise<void> {
  const { names } = index
  const found = [
    ...(await leftovers(index, names.paragraphs, { prefix: { document: `${content}-` } })),
    ...(await leftovers(index, names.documents, { prefix: { sha256: content } })),
  ]
  const unwanted = found.filter(({ id }) => !keep.has(id))
  await bulkWrite(index.client, unwanted, index.patience)
  const gone = unwanted.filter(({ index: alias }) => alias === names.documents)
  await settle(
    index,
    gone.flatMap(({ baseKey }) => baseKey ?? []),
  )
}
