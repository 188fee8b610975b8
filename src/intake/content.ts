/** How do the bytes of a file come into the content store? All of them, from one moment, or not at all. */
import type { Content } from '../index/scan.js'
import { take } from '../index/take.js'
import type { Store } from '../store.js'

/**
 * @param limit largest file, in bytes
 * @throws BayanError FILE_MISSING, FILE_UNREADABLE, FILE_NOT_REGULAR, FILE_TOO_LARGE, FILE_CHANGED
 */
export async function keepFile(store: Store, limit: number, path: string): Promise<Content> {
  const bytes = await take(path, limit)
  return { sha256: await store.put(bytes), bytes: bytes.length }
}
