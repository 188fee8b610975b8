#!/usr/bin/env node
// The door of the command line: TypeScript is run as it is, by tsx.
import { register } from 'tsx/esm/api'

register()
await import('./bayan.ts')
