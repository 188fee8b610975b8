import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BayanError, ERRORS } from '../src/errors.js'

describe('errors', () => {
  test('docs/errors.md lists every code; "npx vitest run test/errors.test.ts -u" writes it', async () => {
    const rows = Object.entries(ERRORS).map(([code, { sentence, status, retryable }]) => {
      return `| \`${code}\` | ${sentence.replaceAll('|', '\\|')} | ${status} | ${retryable ? 'yes' : 'no'} |`
    })
    const head = [
      '# Errors',
      '',
      'What Bayan says when something is wrong. Words in braces are filled in.',
      '',
    ]
    const table = [
      '| code | sentence | HTTP status | can help to try again |',
      '| --- | --- | --- | --- |',
      ...rows,
      '',
    ]
    await expect([...head, ...table].join('\n')).toMatchFileSnapshot(
      join(import.meta.dirname, '../docs/errors.md'),
    )
  })

  test('the words in braces are filled from the details', () => {
    const error = new BayanError('FILE_MISSING', { path: 'a.txt' })
    expect(error.message).toBe('There is no file at a.txt; check the path.')
    expect(error).toMatchObject({ code: 'FILE_MISSING', retryable: false, status: 404 })
  })

  test.each(Object.entries(ERRORS))('%s is one sentence that ends', (_, { sentence }) => {
    expect(sentence).toMatch(/[.}]$/)
    expect(sentence).not.toContain('\n')
  })
})
