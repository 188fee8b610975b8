/** `bayan keys`: gives out keys to the service, lists them, takes them back. A key is shown once, when it is made. */
import Table from 'cli-table3'
import { type Command, Option } from 'commander'
import { createElastic } from '../src/elastic/client.js'
import { BayanError } from '../src/errors.js'
import { SCOPES, type Scope } from '../src/keys/key.js'
import { createKeys, type Keys, type ListedKey } from '../src/keys/keys.js'
import { say, withEngines } from './command.js'

const DAYS = { d: 1, w: 7, y: 365 }
const MS_OF_DAY = 24 * 3600 * 1000

/** Adds the command to the program. */
export function keysCommand(program: Command): void {
  const keys = program.command('keys').description('Make, list and revoke keys to the service.')
  keys
    .command('create')
    .description('Make a key and show it, this once.')
    .requiredOption('--name <name>', 'whose it is, or what for')
    .addOption(
      new Option('--scope <scopes>', `what it may do, of ${SCOPES.join(', ')}, with commas between`)
        .argParser(readScopes)
        .default(['search'], 'search'),
    )
    .addOption(
      new Option('--expires <time>', 'how long it is valid: 90d, 12w, 1y, or never')
        .argParser(readExpiry)
        .default(readExpiry('90d'), '90d'),
    )
    .option('--json', 'print JSON')
    .action(create)
  keys.command('list').description('List the keys.').option('--json', 'print JSON').action(list)
  keys
    .command('revoke')
    .argument('<id>', 'as "bayan keys list" shows it')
    .description('Take a key back; it ends within a second.')
    .option('--json', 'print JSON')
    .action(revoke)
}

type Created = { name: string; scope: Scope[]; expires: Date | null; json?: boolean }

async function create({ name, scope: scopes, expires, json }: Created): Promise<void> {
  const made = await withKeys((keys) => keys.create({ name, scopes, expiresAt: expires ?? undefined }))
  if (json) return console.log(JSON.stringify({ ...made, name, scopes, expiresAt: expires }, null, 2))
  console.log(made.key)
  const end = expires ? `until ${expires.toISOString().slice(0, 10)}` : 'without an end'
  say(
    `The key ${made.id} of ${name} is valid ${end} for ${scopes.join(', ')}. It is not shown again: keep it now.`,
  )
}

async function list({ json }: { json?: boolean }): Promise<void> {
  const keys = await withKeys((keys) => keys.list())
  if (json) return console.log(JSON.stringify({ keys }, null, 2))
  if (keys.length === 0) return say('No key was ever made: on this machine everybody may do everything.')
  const table = new Table({
    head: ['id', 'name', 'scopes', 'made', 'ends', 'state'],
    style: { head: [], border: [], compact: true },
  })
  table.push(...keys.map(toRow))
  console.log(table.toString())
}

function toRow({ id, name, scopes, createdAt, expiresAt, revokedAt, state }: ListedKey): string[] {
  const day = (time = 'never') => time.slice(0, 10)
  return [id, name, scopes.join(', '), day(createdAt), day(revokedAt ?? expiresAt), state]
}

async function revoke(id: string, { json }: { json?: boolean }): Promise<void> {
  await withKeys((keys) => keys.revoke(id))
  if (json) console.log(JSON.stringify({ id, state: 'revoked' }, null, 2))
  else say(`The key ${id} is revoked.`)
}

async function withKeys<T>(work: (keys: Keys) => Promise<T>): Promise<T> {
  return withEngines(async ({ elasticsearchUrl }, { prefix }) => {
    const client = createElastic(elasticsearchUrl)
    return work(createKeys(client, prefix)).finally(() => client.close())
  })
}

/** @throws BayanError USAGE */
function readScopes(text: string): Scope[] {
  const scopes = [...new Set(text.split(/[\s,]+/).filter(Boolean))]
  const isScope = (scope: string): scope is Scope => (SCOPES as readonly string[]).includes(scope)
  if (scopes.length > 0 && scopes.every(isScope)) return scopes
  throw new BayanError('USAGE', { reason: `"${text}" names no scopes; there are ${SCOPES.join(', ')}.` })
}

/** @returns null for never. @throws BayanError USAGE */
function readExpiry(text: string): Date | null {
  if (text === 'never') return null
  const [, count, unit] = /^([1-9]\d{0,3})([dwy])$/.exec(text) ?? []
  if (!count || !unit)
    throw new BayanError('USAGE', { reason: `"${text}" is no time; say 90d, 12w, 1y or never.` })
  return new Date(Date.now() + Number(count) * DAYS[unit as keyof typeof DAYS] * MS_OF_DAY)
}
