import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigSchema, readConfig } from '../src/config.js'
import { BayanError } from '../src/errors.js'

/** What stands below the line is for docker-compose.yml; see containers.test.ts. */
const [EXAMPLE = ''] = readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8').split('\n# ---')
const settings = Object.entries(ConfigSchema.properties) as unknown as [
  string,
  { default?: unknown; description: string },
][]

describe('.env.example', () => {
  test('names every setting and no other', () => {
    const named = [...EXAMPLE.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name)
    expect(named).toEqual(settings.map(([name]) => name))
  })

  test.each(settings)(
    '%s stands under its description with its default',
    (name, { default: value, description }) => {
      const line = value === undefined ? `#${name}=` : `#${name}=${value}`
      expect(`${EXAMPLE}\n`).toContain(`# ${description}\n${line}\n`)
    },
  )
})

describe('readConfig', () => {
  test('without any setting everything has its default', () => {
    expect(readConfig({})).toMatchObject({ prefix: 'bayan', host: '127.0.0.1', port: 3000, concurrency: 2 })
  })

  test('numbers are read from text, space around them is dropped', () => {
    expect(readConfig({ BAYAN_PORT: ' 8080 ' }).port).toBe(8080)
  })

  test.each([
    ['BAYAN_PORT', 'eighty'],
    ['BAYAN_PORT', '70000'],
    ['BAYAN_CONCURRENCY', '0'],
    ['BAYAN_PREFIX', 'Bayan*'],
    ['BAYAN_LOG_LEVEL', 'loud'],
  ])('a wrong %s is named', (name, value) => {
    const read = () => readConfig({ [name]: value })
    expect(read).toThrow(BayanError)
    expect(read).toThrow(name)
  })
})
