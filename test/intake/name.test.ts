import { describe, expect, test } from 'vitest'
import { nameOf } from '../../src/intake/name.js'

describe('the name of an upload', () => {
  test.each([
    ['report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\report.docx', 'report.docx'],
    ['/', 'upload'],
    ['..', 'upload'],
    ['', 'upload'],
    [undefined, 'upload'],
    ['a\u0000b\n.txt', 'ab.txt'],
    ['gpj.\u202Etxt.exe', 'gpj.txt.exe'],
    ['e\u0301.txt', '\u00E9.txt'],
    ['\u0628\u064A\u0627\u0646 1.txt', '\u0628\u064A\u0627\u0646 1.txt'],
    ['.hidden', '.hidden'],
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(196)}.pdf`],
    [`${'\u0628'.repeat(300)}.docx`, `${'\u0628'.repeat(97)}.docx`],
  ])('%j becomes %j', (given, name) => {
    expect(nameOf(given)).toBe(name)
  })
})
