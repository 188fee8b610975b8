/** What does Bayan itself answer? The very search of the service, over indices of its own, one document for each passage. */
import type { Client } from '@elastic/elasticsearch'
import { ensureIndices, versionedName } from '../elastic/indices.js'
import { BayanError } from '../errors.js'
import { indexNames, type ParagraphEntry } from '../fields.js'
import { UNREAD } from '../index/mentions.js'
import type { Language } from '../model.js'
import { type RawQuestion, readQuestion } from '../search/request.js'
import { createSearch } from '../search/search.js'
import type { Passage } from './sets.js'
import type { Corpus } from './settings.js'

const ORDINAL = 1

/**
 * @param language of the passages
 * @param asked what every question asks besides its words
 */
export async function openService(
  client: Client,
  prefix: string,
  language: Language,
  asked: RawQuestion = {},
): Promise<Corpus> {
  const close = async () => {
    const index = Object.values(indexNames(prefix)).map(versionedName)
    await client.indices.delete({ index, ignore_unavailable: true })
  }
  const names = await ensureIndices(client, prefix).catch(async (error) => {
    await close()
    throw error
  })
  const search = createSearch({ client, names })
  return {
    index: names.paragraphs,
    entry: (passage) => ({ id: `${passage.id}-${ORDINAL}`, entry: entryOf(passage, language) }),
    ask: async (q, only) => {
      const question = {
        ...asked,
        q,
        size: '10',
        // Peers count nothing beside.
        facets: 'none',
        ...(only !== undefined && { document: only, words: 'all' }),
      }
      const { hits } = await answered(() => search.search(readQuestion(question)))
      return hits.map(({ document }) => document.id)
    },
    close,
  }
}

/** What the service refuses, such as a question that is too long, finds nothing. */
async function answered<T extends { hits: unknown[] }>(ask: () => Promise<T>): Promise<T | { hits: [] }> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof BayanError && error.status < 500) return { hits: [] }
    throw error
  }
}

function entryOf({ id, text }: Passage, language: Language): ParagraphEntry {
  return {
    ...UNREAD,
    ...{ key: id, document: id, same: id, ordinal: ORDINAL, label: String(ORDINAL) },
    language,
    [language]: text,
  }
}
