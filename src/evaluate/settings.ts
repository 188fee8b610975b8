/**
 * Which ways to search are compared? Bayan as it answers its readers, the stock analyzer, and what other projects
 * publish of theirs, as far as the engine at hand has the parts.
 */
import type { Client } from '@elastic/elasticsearch'
import { BayanError } from '../errors.js'
import type { Language } from '../model.js'
import peers from './peers.json' with { type: 'json' }
import { openService } from './service.js'
import type { Passage } from './sets.js'

export type Setting = {
  name: string
  /**
   * Makes the index, empty.
   * @param prefix of all names, so that it meets no other
   * @param language of the passages
   */
  open(client: Client, prefix: string, language: Language): Promise<Corpus>
}

export type Corpus = {
  /** Name or alias of what is searched. */
  index: string
  entry(passage: Passage): { id: string; entry: object }
  /** @param only the one passage that may be found; @returns ids of the first ten passages */
  ask(text: string, only?: string): Promise<string[]>
  /** Deletes the index. */
  close(): Promise<void>
}

type Peer = { about: string; analysis?: object; fields: object; quoted?: string }

/** In the order of the table: the first is what readers get. */
export const SETTINGS: readonly Setting[] = [
  { name: 'bayan', open: openService },
  {
    name: 'bayan-any',
    open: (client, prefix, language) => openService(client, prefix, language, { words: 'any' }),
  },
  ...Object.entries(peers.settings as Record<string, Peer>).map(([name, peer]) => ({
    name,
    open: (client: Client, prefix: string) => openPeer(client, `${prefix}-${name}`, peer),
  })),
]

/** @throws BayanError USAGE */
export function settingNamed(name: string): Setting {
  const setting = SETTINGS.find((each) => each.name === name)
  if (setting) return setting
  const names = SETTINGS.map((each) => each.name).join(', ')
  throw new BayanError('USAGE', { reason: `There is no setting ${name}; there are ${names}.` })
}

async function openPeer(client: Client, index: string, { analysis, fields, quoted }: Peer): Promise<Corpus> {
  const settings = { analysis, number_of_shards: 1, number_of_replicas: 0 }
  await client.indices.create({
    index,
    settings: settings as object,
    mappings: { properties: { text: fields as object } },
  })
  const query = (text: string) =>
    quoted
      ? { simple_query_string: { query: text, fields: ['text'], quote_field_suffix: quoted } }
      : { match: { text } }
  return {
    index,
    entry: ({ id, text }) => ({ id, entry: { text } }),
    ask: async (text, only) => {
      const filter = only === undefined ? [] : [{ ids: { values: [only] } }]
      const body = { query: { bool: { must: query(text), filter } }, size: 10, _source: false }
      const { hits } = await client.search({ index, ...body })
      return hits.hits.map(({ _id }) => _id ?? '')
    },
    close: async () => void (await client.indices.delete({ index }, { ignore: [404] })),
  }
}
