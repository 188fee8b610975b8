/** How does an engine outlive the terminal's Ctrl-C? In a process group of its own, writing to a log file. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open } from 'node:fs/promises'
import type { User } from './place.js'

export type Detached = {
  command: string
  args: string[]
  environment: NodeJS.ProcessEnv
  user?: User
  /** File for what it prints. */
  log: string
  /** Folder to run in. */
  folder: string
}

/** @returns the number of the process, which is also that of its group */
export async function detach({ command, args, environment, user, log, folder }: Detached): Promise<number> {
  const output = await open(log, 'w')
  const child = spawn(command, args, {
    cwd: folder,
    env: environment,
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
    ...user,
  })
  try {
    await once(child, 'spawn')
    child.unref()
    return child.pid as number
  } finally {
    await output.close()
  }
}
