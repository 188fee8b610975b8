import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findTools } from '../../src/engines/find.js'

let root: string

beforeEach(async () => {
  root = await mkdtemp('/var/tmp/bayan-find-')
  await chmod(root, 0o755)
})

afterEach(() => rm(root, { recursive: true }))

async function program(path: string, script = 'exit 0'): Promise<string> {
  const file = join(root, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return file
}

async function jdk(name: string, version: string): Promise<string> {
  await program(`${name}/bin/java`, `echo 'openjdk version "${version}" 2026-01-20' >&2`)
  await program(`${name}/bin/javac`)
  return join(root, name)
}

function look(environment: NodeJS.ProcessEnv = {}) {
  return findTools({
    environment: { PATH: join(root, 'bin'), ...environment },
    javaFolders: [join(root, 'jvm')],
  })
}

describe('Java', () => {
  test('the first that is new enough is taken, the others are named with the reason', async () => {
    const old = await jdk('old', '1.8.0_412')
    const middle = await jdk('jvm/java-17', '17.0.15')
    const good = await jdk('jvm/java-25', '25.0.1')
    await jdk('jvm/java-26', '26')
    const found = await look({ ES_JAVA_HOME: old })
    expect(found.java).toEqual({ home: good, version: 25 })
    expect(found.unusable).toEqual([
      { home: old, version: 8, problem: 'Java 21 or newer is needed' },
      { home: middle, version: 17, problem: 'Java 21 or newer is needed' },
    ])
  })

  test('ES_JAVA_HOME comes before JAVA_HOME, and that before the folders and the PATH', async () => {
    const [first, second] = [await jdk('a', '21.0.2'), await jdk('b', '22')]
    const third = await jdk('jvm/c', '23')
    expect((await look({ ES_JAVA_HOME: first, JAVA_HOME: second })).java?.home).toBe(first)
    expect((await look({ JAVA_HOME: second })).java?.home).toBe(second)
    expect((await look()).java?.home).toBe(third)
  })

  test('the one on the PATH is found last', async () => {
    const home = await jdk('d', '24')
    expect((await look({ PATH: join(home, 'bin') })).java?.home).toBe(home)
  })

  test('one without a compiler is passed over', async () => {
    await program('jvm/jre/bin/java', `echo 'openjdk version "25"' >&2`)
    const { java, unusable } = await look()
    expect(java).toBeUndefined()
    expect(unusable[0]?.problem).toMatch(/compiler/)
  })

  test('one that the user of the engines cannot enter is passed over', async () => {
    const home = await jdk('closed/jdk', '25')
    await chmod(join(root, 'closed'), 0o700)
    const machine = { environment: { ES_JAVA_HOME: home, PATH: '' }, javaFolders: [] }
    expect((await findTools({ ...machine, user: { uid: 65534, gid: 65534 } })).java).toBeUndefined()
    expect((await findTools(machine)).java?.home).toBe(home)
  })
})

describe('Maven, Redis, Docker', () => {
  test('nothing on the PATH: nothing is found', async () => {
    expect(await look()).toEqual({ unusable: [] })
  })

  test('valkey-server stands in for redis-server', async () => {
    const valkey = await program('bin/valkey-server')
    expect((await look()).redis).toBe(valkey)
    const redis = await program('bin/redis-server')
    expect((await look()).redis).toBe(redis)
  })

  test('a file that may not be run is no program', async () => {
    await chmod(await program('bin/mvn'), 0o644)
    expect((await look()).maven).toBeUndefined()
  })

  test('a Docker engine that answers, and one that does not', async () => {
    const command = await program('bin/docker', 'echo 28.2.2')
    expect((await look()).docker).toEqual({ command, engine: '28.2.2' })
    await program('bin/docker', 'echo "Cannot connect to the Docker daemon" >&2; exit 1')
    expect((await look()).docker).toEqual({ command, problem: 'Cannot connect to the Docker daemon' })
  })
})
