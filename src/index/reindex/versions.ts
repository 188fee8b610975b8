/** Which indices are behind the aliases, which are being built, and which were kept to go back to? */
import type { Client } from '@elastic/elasticsearch'
import { createVersion, isCurrent, versionedName } from '../../elastic/indices.js'
import { patiently } from '../../elastic/patience.js'
import type { Index } from '../access.js'

export type Version = { kind: string; alias: string; current: string; next: string; nextAlias: string }

/** An index being built is reached by this alias, so that whoever comes later takes it up. */
function nextAliasOf(alias: string): string {
  return `${alias}-next`
}

/** @returns for each alias the index behind it and the one to be built, which is made where it is not there */
export async function prepareVersions({ client, names, patience }: Index): Promise<Version[]> {
  const versions: Version[] = []
  for (const [kind, alias] of Object.entries(names)) {
    const current = await currentIndex(client, alias)
    const nextAlias = nextAliasOf(alias)
    const begun = await indicesOf(client, nextAlias)
    const useful = begun.find((index) => isCurrent(alias, index))
    for (const index of begun) if (index !== useful) await client.indices.delete({ index })
    const next = useful ?? (await freeName(client, alias, current))
    if (!useful) await patiently(() => createVersion(client, kind, next, nextAlias), patience)
    versions.push({ kind, alias, current, next, nextAlias })
  }
  return versions
}

export async function currentIndex(client: Client, alias: string): Promise<string> {
  const [index] = await indicesOf(client, alias)
  return index ?? alias
}

/** All versions of an alias but those that are in use or being built, the latest last. */
export async function keptVersions(client: Client, alias: string): Promise<string[]> {
  const all = await client.indices.get({ index: `${alias}-v*`, features: ['aliases', 'settings'] })
  const created = (index: string) => Number(all[index]?.settings?.index?.creation_date ?? 0)
  return Object.keys(all)
    .filter((index) => Object.keys(all[index]?.aliases ?? {}).length === 0)
    .sort((a, b) => created(a) - created(b))
}

async function indicesOf(client: Client, alias: string): Promise<string[]> {
  const found = await client.indices.getAlias({ name: alias }, { ignore: [404] })
  return Object.entries(found).flatMap(([index, entry]) => (entry?.aliases?.[alias] ? [index] : []))
}

/** `v7`, or where that is in use `v7.2`, `v7.3`. */
async function freeName(client: Client, alias: string, current: string): Promise<string> {
  const base = versionedName(alias)
  const taken = new Set([current, ...Object.keys(await client.indices.get({ index: `${alias}-v*` }))])
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}.${number}`
    if (!taken.has(name)) return name
  }
}
