/**
 * A reader as a process: `node --max-old-space-size=HEAP child.ts MEGABYTES`, with an empty environment and no
 * address of an engine.
 */
import { analyse } from '../../src/pipeline.js'
import { serve } from './serve.js'

await serve(analyse, Number(process.argv[2]))
