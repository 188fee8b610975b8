/**
 * Is every content of a key in its place? Reads all that claim the key, says from the set alone which is searched, and moves
 * what stands elsewhere; then looks again, until nothing has to move. Whoever changes the set settles it afterwards, so the
 * last one to do so sees all of it, whatever others did meanwhile: no lock is needed, and any step may be repeated.
 */
import { patiently } from '../elastic/patience.js'
import type { DocumentEntry } from '../fields.js'
import { contentOf, type Index } from './access.js'
import { bulkWrite } from './bulk.js'
import { reportPlace, workAgain } from './files.js'
import { removeParagraphs } from './leftovers.js'
import { isPlaced, type Member, type Place, placesOf } from './variants.js'

/** Documents whose entries the caller has at hand and writes himself. */
export type Own = { ids: Set<string>; write(places: Map<string, Place>): Promise<void> }

/** Contents of one key; what Elasticsearch gives at once. */
const MOST_MEMBERS = 10_000

/** Fields of a document's entry that make it a member. */
export const DECIDING = ['key', 'baseKey', 'variantOf', 'signature', 'legibility', 'format', 'textHash']

/** @param keys `baseKey` of whatever came, went or changed */
export async function settle(index: Index, keys: Iterable<string>, own?: Own): Promise<void> {
  for (const key of new Set(keys)) {
    let moves: Move[]
    do {
      moves = movesIn(await readGroup(index, key))
      await moveAll(index, moves, own)
    } while (moves.length > 0)
  }
}

type Move = { member: Member; place: Place }

/** What of a group, or of several whole groups, does not stand where it should. */
export function movesIn(group: Member[]): Move[] {
  const places = placesOf(group)
  return group.flatMap((member) => {
    const place = places.get(member.id)
    return place && !isPlaced(member, place) ? [{ member, place }] : []
  })
}

/** @returns every member that there is now */
async function readGroup({ client, names, patience }: Index, baseKey: string): Promise<Member[]> {
  return patiently(async () => {
    await client.indices.refresh({ index: names.documents })
    const request = { query: { term: { baseKey } }, size: MOST_MEMBERS, _source: DECIDING }
    const found = await client.search<DocumentEntry>({ index: names.documents, ...request })
    return found.hits.hits.map(({ _id, _source }) => ({ ...(_source as DocumentEntry), id: _id ?? '' }))
  }, patience)
}

async function moveAll(index: Index, moves: Move[], own: Own | undefined): Promise<void> {
  const mine = moves.filter(({ member }) => own?.ids.has(member.id))
  if (mine.length > 0) await own?.write(new Map(mine.map(({ member, place }) => [member.id, place])))
  for (const move of moves) if (!own?.ids.has(move.member.id)) await moveOther(index, move)
}

/**
 * What becomes a variant loses its paragraphs. What has to be searched, or under another key, is worked on again: it is
 * marked first, so that it cannot be forgotten, and once more when it stands there, since a job may have said meanwhile
 * that it was done with it as it stood before.
 */
async function moveOther(index: Index, { member, place }: Move): Promise<void> {
  const again = !place.variantOf && (member.variantOf !== undefined || member.key !== place.key)
  const content = contentOf(member.id)
  if (again) await workAgain(index, content)
  await rewrite(index, member.id, place)
  if (place.variantOf) {
    await removeParagraphs(index, member.id)
    await reportPlace(index, content, member.id, place)
  }
  const [first] = again ? await workAgain(index, content) : []
  if (first?.entry.wanted) await index.handOn?.([{ sha256: first.entry.wanted, name: first.entry.path }])
}

/** With the version that it has, so that newer work is left alone. */
async function rewrite(index: Index, id: string, place: Place): Promise<void> {
  const { client, names, patience } = index
  const found = await patiently(
    () => client.get<DocumentEntry>({ index: names.documents, id }, { ignore: [404] }),
    patience,
  )
  if (!found._source) return
  const { variantOf: _, ...entry } = found._source
  const version = entry.analysisVersion
  const document = { ...entry, ...place }
  await bulkWrite(client, [{ action: 'index', index: names.documents, id, version, document }], patience)
}
