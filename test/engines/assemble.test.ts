import { access, chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assemble, currentStamp } from '../../src/engines/assemble.js'

/** Writes what Maven would, and counts how often it was called. */
const MAVEN = `
for word in "$@"; do case "$word" in -Dassembly=*) folder="\${word#-Dassembly=}";; esac; done
echo run >> "$(dirname "$0")/calls"
mkdir -p "$folder/elasticsearch-0/bin" "$folder/redis"
touch "$folder/elasticsearch-0/bin/elasticsearch" "$folder/redis/redis-server"`

let root: string
let lines: string[]

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bayan-assemble-'))
  lines = []
  await maven(MAVEN)
})

afterEach(() => rm(root, { recursive: true }))

async function maven(script: string): Promise<void> {
  await writeFile(join(root, 'mvn'), `#!/bin/sh${script}\n`)
  await chmod(join(root, 'mvn'), 0o755)
}

async function calls(): Promise<number> {
  return (await readFile(join(root, 'calls'), 'utf8')).trim().split('\n').length
}

function make() {
  const found = { java: { home: '/jdk', version: 25 }, maven: join(root, 'mvn'), unusable: [] }
  const report = (line: string) => lines.push(line)
  return assemble(root, { found, environment: { PATH: process.env.PATH }, report })
}

test('what is whole is not made again', async () => {
  const { folder, stamp } = await make()
  expect(stamp).toBe(await currentStamp())
  expect(await readdir(folder)).toEqual(['complete', 'elasticsearch-0', 'redis'])
  await access(join(folder, 'redis/redis-server'), 1)
  expect(await make()).toEqual({ folder, stamp })
  expect(await calls()).toBe(1)
  expect(lines).toHaveLength(1)
})

test('a folder that was left half unpacked is made anew', async () => {
  const { folder } = await make()
  await rm(join(folder, 'complete'))
  await writeFile(join(folder, 'half'), '')
  await make()
  expect(await readdir(folder)).toEqual(['complete', 'elasticsearch-0', 'redis'])
  expect(await calls()).toBe(2)
})

test('two at once make it once', async () => {
  const [first, second] = await Promise.all([make(), make()])
  expect(first).toEqual(second)
  expect(await calls()).toBe(1)
})

test('one that was made from other sources goes', async () => {
  await mkdir(join(root, 'assembly/0123456789ab'), { recursive: true })
  const { stamp } = await make()
  expect(await readdir(join(root, 'assembly'))).toEqual([stamp])
})

test('when Maven fails, the error says what Maven said, and nothing passes for whole', async () => {
  await maven('\necho "[INFO] x"; echo "[ERROR] Could not transfer artifact" ; exit 1')
  await expect(make()).rejects.toMatchObject({
    code: 'ENGINE_START_FAILED',
    message: 'Maven did not start: Could not transfer artifact',
  })
  await maven(MAVEN)
  await make()
  expect(await calls()).toBe(1)
})
