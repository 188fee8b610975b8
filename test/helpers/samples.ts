/** The texts of `samples/`, as the pipeline reads them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Analysis } from '../../src/model.js'
import { analyse } from '../../src/pipeline.js'

const FOLDER = join(import.meta.dirname, '../../samples')

export const SAMPLES = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))

export function analysedSample(name: string): Promise<Analysis> {
  return analyse({ name, bytes: readFileSync(join(FOLDER, name)) })
}
