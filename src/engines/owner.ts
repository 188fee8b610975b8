/** Which program wrote this, and does it still live? Its number alone would not say: numbers are given out again. */
import { startOf } from './processes.js'

/** `<pid>-<when it began>` */
export async function thisProcess(): Promise<string> {
  return `${process.pid}-${await startOf(process.pid)}`
}

/** @param owner begins with what `thisProcess` gave */
export async function isAlive(owner: string): Promise<boolean> {
  const [, pid, start] = /^(\d+)-(\w+)/.exec(owner) ?? []
  return start !== undefined && (await startOf(Number(pid))) === start
}
