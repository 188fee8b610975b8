/** A service that is going to be killed while its reader is busy for ever: prints the process id of the reader. */
import { join } from 'node:path'
import { createReaders } from '../../workers/readers/pool.js'

const path = join(import.meta.dirname, '../../samples/un-a-res-69-166.ar.txt')
const program = join(import.meta.dirname, 'bad-reader.ts')
const readers = createReaders({ seconds: 600, megabytes: 512, maxFileBytes: 1_000_000, program })

const { pid } = (await readers.analyse({ name: 'itself', path })) as unknown as { pid: number }
console.log(pid)
await readers.analyse({ name: 'loop', path })
