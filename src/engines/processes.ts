/** Is what we once started still running, even when its number now belongs to another program? And how is it ended? */
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const GRACE_MS = 20_000
const LOOK_AGAIN_MS = 100

/** A group of processes, led by `pid`; `marker` is a part of the command line that only they have. */
export type Running = { pid: number; marker: string; url: string }
type Process = { pid: number; group: number; command: string }

export async function isRunning({ pid, marker }: Running): Promise<boolean> {
  return (await processes()).some(({ group, command }) => group === pid && command.includes(marker))
}

/** Asks the group to end, and ends it when it does not. */
export async function stop(running: Running): Promise<void> {
  if (!(await isRunning(running))) return
  signalGroup(running, 'SIGTERM')
  const end = Date.now() + GRACE_MS
  while (await isRunning(running)) {
    if (Date.now() > end) signalGroup(running, 'SIGKILL')
    await sleep(LOOK_AGAIN_MS)
  }
}

/** Ends whatever has `marker` in its command line: left over from a start that nobody remembers. */
export async function stopMarked(marker: string): Promise<void> {
  const marked = (await processes()).filter(({ command }) => command.includes(marker))
  for (const { group } of marked) await stop({ pid: group, marker, url: '' })
}

/** The command lines of all processes that we may see. */
export async function commandLines(): Promise<string[]> {
  return (await processes()).map(({ command }) => command)
}

/** When `pid` began: with it, a process is known even after its number was given to another. Undefined: it is gone. */
export async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return (await statFields(pid))?.[19]
  const { stdout } = await ps(['-o', 'lstart=', '-p', String(pid)])
  return stdout.trim().replaceAll(/\W+/g, '') || undefined
}

function signalGroup({ pid }: Running, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function processes(): Promise<Process[]> {
  return process.platform === 'linux' ? processesOfProc() : processesOfPs()
}

async function processesOfProc(): Promise<Process[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0)
  const all = await Promise.all(pids.map(processOfProc))
  return all.filter((found) => found !== undefined)
}

async function processOfProc(pid: number): Promise<Process | undefined> {
  const fields = await statFields(pid)
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return fields && { pid, group: Number(fields[2]), command: command.replaceAll('\0', ' ') }
}

/** The fields after the name, which may hold spaces: state, parent, group … (proc_pid_stat(5)). */
async function statFields(pid: number): Promise<string[] | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  return line?.slice(line.lastIndexOf(')') + 2).split(' ')
}

async function processesOfPs(): Promise<Process[]> {
  const { stdout } = await ps(['-axww', '-o', 'pid=,pgid=,command='])
  return [...stdout.matchAll(/^\s*(\d+)\s+(\d+)\s+(.*)$/gm)].map(([, pid, group, command = '']) => ({
    pid: Number(pid),
    group: Number(group),
    command,
  }))
}

async function ps(args: string[]): Promise<{ stdout: string }> {
  return promisify(execFile)('ps', args, { maxBuffer: 64 * 1024 * 1024 }).catch(() => ({ stdout: '' }))
}
