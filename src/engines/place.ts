/**
 * Where do the engines and their data lie, and who runs them? Elasticsearch refuses to run as root, so root hands it to
 * an unprivileged user, who must be able to enter every folder above; else they go to a folder under /var/tmp, and a
 * file beside the place where they would have been says where.
 */
import { randomUUID } from 'node:crypto'
import {
  chmod,
  lchown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'

const OPEN_FOLDER = '/var/tmp'
const ANYONE_MAY_ENTER = 0o001
const NOBODY = 65534

export type User = { uid: number; gid: number }

/** Who runs the engines, or undefined when it is the one who asks. */
export async function engineUser(): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const [uid = NOBODY, gid = NOBODY] = (await nobodyLine()).split(':').slice(2, 4).map(Number)
  return { uid, gid }
}

async function nobodyLine(): Promise<string> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '')
  return users.split('\n').find((line) => line.startsWith('nobody:')) ?? ''
}

/** Whether `user` can enter `folder` and all above it; undefined is the one who asks. */
export async function canEnter(folder: string, user: User | undefined): Promise<boolean> {
  if (user === undefined) return true
  const { mode } = await stat(folder)
  if ((mode & ANYONE_MAY_ENTER) === 0) return false
  return folder === dirname(folder) || canEnter(dirname(folder), user)
}

/** Makes `folder`, or another one in its place that `user` can enter. @returns the one that is there now */
export async function makeFolder(folder: string, user: User | undefined): Promise<string> {
  await mkdir(dirname(folder), { recursive: true })
  if (!(await canEnter(dirname(folder), user))) return (await elsewhere(folder)) ?? makeElsewhere(folder)
  await mkdir(folder, { recursive: true })
  if (user) await chmod(folder, 0o755)
  return folder
}

/** Removes `folder`, and what was made in its place. */
export async function removeFolder(folder: string): Promise<void> {
  const other = await elsewhere(folder)
  if (other) await rm(other, { recursive: true, force: true })
  await rm(pointer(folder), { force: true })
  await rm(folder, { recursive: true, force: true })
}

function pointer(folder: string): string {
  return `${folder}.elsewhere`
}

/** Only a folder of ours: the place is one where anybody may make folders. */
async function elsewhere(folder: string): Promise<string | undefined> {
  const path = await readFile(pointer(folder), 'utf8').catch(() => '')
  if (!path.startsWith(join(OPEN_FOLDER, 'bayan-'))) return undefined
  const owner = await stat(path).catch(() => undefined)
  return owner?.isDirectory() && owner.uid === process.getuid?.() ? path : undefined
}

async function makeElsewhere(folder: string): Promise<string> {
  const path = await mkdtemp(join(OPEN_FOLDER, 'bayan-'))
  await chmod(path, 0o755)
  await writeWhole(pointer(folder), path)
  return path
}

/** The folder and all in it. */
export async function giveTo({ uid, gid }: User, folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  for (const path of [folder, ...names.map((name) => join(folder, name))]) await lchown(path, uid, gid)
}

/** Nobody ever sees half of it. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, text)
  await rename(draft, path)
}
