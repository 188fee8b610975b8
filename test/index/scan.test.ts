import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { listFiles } from '../../src/elastic/listing.js'
import { contentId, type Place } from '../../src/index/access.js'
import { scan } from '../../src/index/scan.js'
import { findWork } from '../../src/index/sweep.js'
import { take } from '../../src/index/take.js'
import { conclude, writeContent } from '../../src/index/write.js'
import { analysisOf, idsIn, openTestIndex, sha256Of, type TestIndex } from '../helpers/index.js'

let index: TestIndex
let inbox: string

beforeEach(async () => {
  index = await openTestIndex(inject('elasticsearchUrl'))
  inbox = await realpath(await mkdtemp(join(tmpdir(), 'bayan-inbox-')))
})
afterEach(async () => {
  await index.remove()
  await rm(inbox, { recursive: true })
})

/** Scans the paths, then does what a worker does with the work. @returns what the scan told: path and state or code */
async function ingest(...paths: string[]): Promise<Record<string, string>> {
  const told: Record<string, string> = {}
  const work: string[] = []
  const options = {
    index,
    content: async (path: string) => {
      const bytes = await take(path, 1000)
      return { sha256: sha256Of(bytes.toString()), bytes: bytes.length }
    },
    vanished: (_: string, gone: Place[]) => gone,
    onNoted: (noted: { path: string; state: string }[]) => {
      for (const { path, state } of noted) told[path] = state
    },
    onProblem: (found: { path: string; problem: { code: string } }) => {
      told[found.path.replace(`${inbox}/`, '')] = found.problem.code
    },
    onWork: async (some: { sha256: string }[]) => void work.push(...some.map(({ sha256 }) => sha256)),
  }
  await scan(options, paths)
  const waiting = (await findWork(index)).map(({ sha256 }) => sha256)
  expect(new Set(work)).toEqual(new Set(waiting))
  for (const sha256 of waiting) await workOn(sha256)
  return told
}

async function workOn(sha256: string): Promise<void> {
  const analysis = analysisOf(['one', 'two'], sha256)
  analysis.file.sha256 = sha256
  for (const document of analysis.documents) document.id = `${contentId(sha256)}-1`
  const { documents } = await writeContent(index, analysis)
  await conclude(index, sha256, { outcome: 'indexed', documents, attempts: 1, seconds: 0 })
}

async function outcomes(): Promise<Record<string, string>> {
  const { files } = await listFiles(index.client, index.names)
  return Object.fromEntries(
    files.map(({ path, outcome, of }) => [path, of ? `${outcome} of ${of}` : outcome]),
  )
}

/** First digits of the contents in the index. */
async function contents(): Promise<string[]> {
  return [...new Set((await idsIn(index, index.names.paragraphs)).map((id) => id.split('-')[0] ?? ''))].sort()
}

function contentsOf(...texts: string[]): string[] {
  return texts.map((text) => contentId(sha256Of(text))).sort()
}

const put = (path: string, text: string) => writeFile(join(inbox, path), text)

describe('a folder', () => {
  test('scanned again without a change writes nothing', async () => {
    await put('a.txt', 'A')
    await mkdir(join(inbox, 'deep'))
    await put('deep/b.txt', 'B')
    expect(await ingest(inbox)).toEqual({ 'a.txt': 'pending', 'deep/b.txt': 'pending' })
    const writes = async () =>
      (await index.client.indices.stats({ index: Object.values(index.names) }))._all.primaries?.indexing
    const before = await writes()
    await utimes(join(inbox, 'a.txt'), 1, 1)
    expect(await ingest(inbox)).toEqual({ 'a.txt': 'unchanged', 'deep/b.txt': 'unchanged' })
    expect(await writes()).toMatchObject({
      index_total: before?.index_total,
      delete_total: before?.delete_total,
    })
  })

  test('in which a file changed, vanished, came or was renamed is followed', async () => {
    for (const name of ['stays', 'changes', 'vanishes', 'moves']) await put(name, name)
    await ingest(inbox)
    await put('changes', 'changed')
    await rm(join(inbox, 'vanishes'))
    await rename(join(inbox, 'moves'), join(inbox, 'moved'))
    await put('comes', 'comes')
    expect(await ingest(inbox)).toEqual({
      stays: 'unchanged',
      changes: 'pending',
      vanishes: 'withdrawn',
      moves: 'withdrawn',
      moved: 'pending',
      comes: 'pending',
    })
    expect(await contents()).toEqual(contentsOf('stays', 'changed', 'moves', 'comes'))
  })

  test('with the same bytes twice holds one content, until the last copy goes', async () => {
    await put('b.txt', 'same')
    await ingest(inbox)
    await put('a.txt', 'same')
    await ingest(inbox)
    expect(await outcomes()).toEqual({ 'a.txt': 'indexed', 'b.txt': 'duplicate of a.txt' })
    await rm(join(inbox, 'a.txt'))
    await ingest(inbox)
    expect(await outcomes()).toEqual({ 'a.txt': 'withdrawn', 'b.txt': 'indexed' })
    expect(await contents()).toEqual(contentsOf('same'))
    await rm(join(inbox, 'b.txt'))
    await ingest(inbox)
    expect(await contents()).toEqual([])
  })

  test('named by itself, by the one above or by a file in it, gives each file one entry', async () => {
    await mkdir(join(inbox, 'sub'))
    await put('sub/a.txt', 'A')
    await put('b.txt', 'B')
    await ingest(join(inbox, 'sub'))
    await ingest(inbox)
    await ingest(join(inbox, 'sub', 'a.txt'))
    await ingest(join(inbox, 'b.txt'))
    expect(await outcomes()).toEqual({ 'a.txt': 'indexed', 'b.txt': 'indexed' })
    await rm(join(inbox, 'sub', 'a.txt'))
    await ingest(inbox)
    expect(await outcomes()).toEqual({ 'a.txt': 'withdrawn', 'b.txt': 'indexed' })
  })

  test('a file that was named is withdrawn when it is named again and gone; a folder that is gone is not', async () => {
    await mkdir(join(inbox, 'disk'))
    await put('disk/a.txt', 'A')
    await put('b.txt', 'B')
    await ingest(inbox)
    await rm(join(inbox, 'b.txt'))
    expect(await ingest(join(inbox, 'b.txt'))).toEqual({ 'b.txt': 'withdrawn' })
    await rename(join(inbox, 'disk'), join(inbox, '.away'))
    expect(await ingest(join(inbox, 'disk'))).toEqual({ disk: 'FILE_MISSING' })
    expect(await contents()).toEqual(contentsOf('A'))
  })
})

describe('what cannot be read is told, and the rest goes on', () => {
  test('pipes, links that lead out, large files, broken links; names with a dot are passed over', async () => {
    await put('good.txt', 'good')
    await put('large.txt', 'x'.repeat(1001))
    await put('.hidden', 'hidden')
    execFileSync('mkfifo', [join(inbox, 'pipe')])
    await symlink('/etc/hostname', join(inbox, 'out'))
    await symlink('good.txt', join(inbox, 'in'))
    expect(await ingest(inbox)).toEqual({
      'good.txt': 'pending',
      'large.txt': 'FILE_TOO_LARGE',
      pipe: 'FILE_NOT_REGULAR',
      out: 'FILE_OUTSIDE',
    })
    expect(await outcomes()).toEqual({
      'good.txt': 'indexed',
      'large.txt': 'failed',
      pipe: 'failed',
      out: 'failed',
    })
    expect(await contents()).toEqual(contentsOf('good'))
  })

  test('names: unfinished and hidden ones are passed over, others are taken as they are', async () => {
    const passed = ['a.pdf.part', '~$a.docx', 'b.tmp', '.~lock.a.odt#', 'c.crdownload', 'Thumbs.db', 'd~']
    for (const name of passed) await put(name, name)
    await mkdir(join(inbox, 'folder.tmp'))
    await put('folder.tmp/in.txt', 'in')
    const long = `${'\u0628'.repeat(125)}.txt`
    const composed = '\u00E9t\u00E9.txt'
    await put(long, 'long')
    await put(composed, 'composed')
    await put(composed.normalize('NFD'), 'decomposed')
    await put('e\u0301 alone.txt', 'alone')
    await writeFile(Buffer.concat([Buffer.from(`${inbox}/`), Buffer.from([0xc7, 0xe1])]), 'windows-1256')
    const taken = { [long]: 'pending', [composed]: 'pending', '\u00E9 alone.txt': 'pending' }
    const told = await ingest(inbox)
    expect(told).toEqual({ ...taken, '\uFFFD\uFFFD': 'FILE_UNREADABLE' })
    // Of two names that are one once composed, the first in order counts.
    expect(await contents()).toEqual(contentsOf('long', 'decomposed', 'alone'))
    expect(Object.values(await ingest(inbox))).not.toContain('pending')
  })

  test('a missing path, an empty folder, a device', async () => {
    await mkdir(join(inbox, 'empty'))
    await put('good.txt', 'good')
    const told = await ingest(join(inbox, 'none'), join(inbox, 'empty'), '/dev/null', join(inbox, 'good.txt'))
    expect(told).toEqual({
      none: 'FILE_MISSING',
      empty: 'FOLDER_EMPTY',
      '/dev/null': 'FILE_NOT_REGULAR',
      'good.txt': 'pending',
    })
  })

  test('a file that cannot be read today keeps what it had', async () => {
    await put('a.txt', 'A')
    await ingest(inbox)
    await rm(join(inbox, 'a.txt'))
    // A link to itself: the system refuses to follow it, whoever asks.
    await symlink('a.txt', join(inbox, 'a.txt'))
    expect(await ingest(inbox)).toEqual({ 'a.txt': 'FILE_UNREADABLE' })
    expect(await contents()).toEqual(contentsOf('A'))
    expect(await outcomes()).toEqual({ 'a.txt': 'indexed' })
    await symlink('new.txt', join(inbox, 'new.txt'))
    await ingest(inbox)
    expect(await outcomes()).toEqual({ 'a.txt': 'indexed', 'new.txt': 'failed' })
  })

  test('a file that became too large leaves nothing behind', async () => {
    await put('a.txt', 'A')
    await ingest(inbox)
    await put('a.txt', 'x'.repeat(2000))
    expect(await ingest(inbox)).toEqual({ 'a.txt': 'FILE_TOO_LARGE' })
    expect(await contents()).toEqual([])
  })
})
