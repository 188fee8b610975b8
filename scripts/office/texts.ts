/** Texts to make files of: from `.txt` files and folders of them, a line for each paragraph. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

export type Text = { name: string; lines: string[] }

export async function textsOf(paths: string[]): Promise<Text[]> {
  const files = (await Promise.all(paths.map(filesIn))).flat()
  return Promise.all(
    files.map(async (path) => ({
      name: basename(path, '.txt'),
      lines: (await readFile(path, 'utf8')).trim().split(/\r?\n/),
    })),
  )
}

async function filesIn(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path]
  const names = await readdir(path)
  return names
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(path, name))
}
