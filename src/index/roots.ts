/**
 * Which folder does a place belong to? The one that was named first: it keeps its root, whichever folder above or
 * below it is named later, so that no file is noted twice.
 */
import { realpath } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { patiently } from '../elastic/patience.js'
import { UPLOAD } from '../fields.js'
import type { Index } from './access.js'

/** The folders that files were noted under; uploads lie in none. */
export async function knownRoots({ client, names, patience }: Index): Promise<string[]> {
  const aggs = { roots: { terms: { field: 'root', size: 1000 } } }
  const { aggregations } = await patiently(async () => {
    await client.indices.refresh({ index: names.files })
    return client.search<unknown, { roots: { buckets: { key: string }[] } }>({
      index: names.files,
      query: { bool: { must_not: { prefix: { root: UPLOAD } } } },
      size: 0,
      aggs,
    })
  }, patience)
  return (aggregations?.roots.buckets ?? []).map(({ key }) => key)
}

/** Without links on the way, so that a place has one name; the last part may be gone. */
export async function realOf(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined)
  if (real) return real
  const folder = await realpath(dirname(path)).catch(() => dirname(path))
  return join(folder, basename(path))
}

/** However the letters of both are composed. */
export function isUnder(folder: string, path: string): boolean {
  const [above, below] = [folder.normalize('NFC'), path.normalize('NFC')]
  return below === above || below.startsWith(above.endsWith(sep) ? above : above + sep)
}

/** The root nearest to the path, if any of them is above it. */
export function nearest(roots: Iterable<string>, path: string): string | undefined {
  const above = [...roots].filter((root) => isUnder(root, path))
  return above.sort((a, b) => b.length - a.length)[0]
}
