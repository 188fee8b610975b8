/** How are the tests run? Those that ask for the engines (`inject`, and what uses it) get real ones; the others start nothing. */
import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const ALL = 'test/**/*.test.ts'
const PATIENCE_MS = 180_000

const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).map((file) => `test/${file}`)
const tests = files.filter((file) => file.endsWith('.test.ts'))
const withEngines = tests.filter((file) =>
  /\b(?:inject|ownPrefix|searching|serving|testIndex|underClock)\(/.test(readFileSync(file, 'utf8')),
)
const common = { testTimeout: PATIENCE_MS, hookTimeout: PATIENCE_MS }

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: '.bayan/test-results.json' }]],
    projects: [
      { test: { ...common, name: 'pure', include: [ALL], exclude: withEngines } },
      {
        test: {
          ...common,
          name: 'engines',
          include: withEngines,
          globalSetup: 'test/helpers/global-setup.ts',
        },
      },
    ],
  },
})
