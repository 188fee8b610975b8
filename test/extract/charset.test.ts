/** Every encoding gives the text back, also a short one. */
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/extract/charset.js'
import { decodeBytes } from '../../src/extract/code-pages.js'

const ARABIC = [
  'البيان الختامي',
  'قمة',
  'سوريا',
  'قرار',
  'منظمة التعاون الإسلامي، جدة',
  'القرار رقم 2254 (2015)؛ في 8 فبراير',
]
const FRENCH = [
  'Communiqué final',
  "DÉCLARATION À L'UNANIMITÉ",
  '« été »',
  'Réunion extraordinaire à Djeddah',
  'Noël',
]

/** The byte of each character of a page. */
function encoded(text: string, page: string): Uint8Array {
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decodeBytes(Uint8Array.of(byte), page), byte]),
  )
  return Uint8Array.from([...text], (letter) => {
    const byte = bytes.get(letter)
    if (byte === undefined) throw new Error(`${letter} is not in ${page}`)
    return byte
  })
}

function utf16(text: string, { bigEndian = false, mark = true } = {}): Uint8Array {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('eight-bit pages', () => {
  test.each(ARABIC)('%s in windows-1256', (text) => expect(decode(encoded(text, 'windows-1256'))).toBe(text))
  test.each(ARABIC)('%s in ISO-8859-6', (text) => expect(decode(encoded(text, 'iso-8859-6'))).toBe(text))
  test.each(FRENCH)('%s in windows-1252', (text) => expect(decode(encoded(text, 'windows-1252'))).toBe(text))
  test.each(['l’œuvre – « été » de la Réunion', 'Communiqué final'])(
    '%s in windows-1252 and of a Macintosh',
    (text) => {
      expect(decode(encoded(text, 'windows-1252'))).toBe(text)
      expect(decode(encoded(text, 'macintosh'))).toBe(text)
    },
  )
  test('French in ISO-8859-15', () => expect(decode(encoded("à l'œuvre", 'iso-8859-15'))).toBe("à l'œuvre"))
  test('Arabic and French in one windows-1256 text', () => {
    const text = 'القرار (Genève, 2012) يدعو'
    expect(decode(encoded(text, 'windows-1256'))).toBe(text)
  })
})

describe('Unicode', () => {
  const text = 'قمة إسلامية\nسوريا é'
  test('UTF-8', () => expect(decode(Buffer.from(text))).toBe(text))
  test('UTF-8 with its mark', () => expect(decode(Buffer.from(`\uFEFF${text}`))).toBe(text))
  test.each([true, false])('UTF-16 with its mark, big-endian: %s', (bigEndian) =>
    expect(decode(utf16(text, { bigEndian }))).toBe(text),
  )
  test.each([true, false])('UTF-16 without a mark, big-endian: %s', (bigEndian) => {
    expect(decode(utf16(text, { bigEndian, mark: false }))).toBe(text)
    expect(decode(utf16('Final communiqué', { bigEndian, mark: false }))).toBe('Final communiqué')
  })
  test.each([true, false])('UTF-32 with and without its mark, little-endian: %s', (littleEndian) => {
    for (const mark of ['', '\uFEFF']) {
      const view = new DataView(new ArrayBuffer([...mark, ...text].length * 4))
      for (const [at, letter] of [...mark, ...text].entries())
        view.setUint32(at * 4, letter.codePointAt(0) ?? 0, littleEndian)
      expect(decode(new Uint8Array(view.buffer))).toBe(text)
    }
  })
  test('a UTF-8 text that was cut in the middle of a letter stays UTF-8', () => {
    const bytes = Buffer.from('البيان الختامي للاجتماع الطارئ للجنة التنفيذية')
    expect(decode(bytes.subarray(0, -1))).toMatch(/^البيان الختامي للاجتماع الطارئ للجنة التنفيذي\uFFFD$/)
  })
})

test('bytes that are no text give nothing', () => {
  expect(decode(Uint8Array.from({ length: 500 }, (_, n) => (n * 7919 + 13) % 251))).toBeNull()
})
