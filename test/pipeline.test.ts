/** The whole way from bytes to analysis: the gold document, the samples, and that nothing else plays a part. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Document, Read } from '../src/model.js'
import { analyse } from '../src/pipeline.js'
import gold from './fixtures/oic-ex-com-2016/gold.json' with { type: 'json' }

const FOLDER = new URL('./fixtures/oic-ex-com-2016/', import.meta.url)
const SAMPLES = new URL('../samples/', import.meta.url)
const bytes = readFileSync(new URL('oic-ex-com-2016-fc.ar.txt', FOLDER))

async function analysed(content: Uint8Array | string, name = 'file.txt'): Promise<Document> {
  const { documents } = await analyse({ name, bytes: Buffer.from(content) })
  return documents[0] as Document
}

describe('the final communiqué of 22 December 2016, against what a careful reader found', async () => {
  const document = await analysed(bytes)
  const numbered = document.paragraphs.filter((paragraph) => paragraph.number)

  test('has the numbered paragraphs of the gold, letter for letter', () => {
    expect(gold.paragraph_count).toBe(17)
    expect(numbered.map(({ number, text }) => ({ number: Number(number), text }))).toEqual(
      gold.paragraphs.map(({ number, text }) => ({ number, text })),
    )
  })

  test('points to them in the text: the span of each line, without its number', () => {
    const spans = numbered.map((paragraph) => paragraph.spans.map(([, end]) => end))
    expect(spans).toEqual(gold.paragraphs.map((paragraph) => paragraph.raw_char_spans.map(([, end]) => end)))
    expect(document.text).toBe(bytes.toString())
  })

  test('keeps cover and repeated title apart from them', () => {
    const cover = document.paragraphs.filter((paragraph) => paragraph.role === 'cover')
    const lines = bytes.toString().split('\n')
    const [from = 0, to = 0] = gold.cover.lines
    const printed = lines.slice(from - 1, to).filter((line) => line)
    expect(cover.map((paragraph) => paragraph.text).join(' ')).toBe(printed.join(' '))
    expect(document.paragraphs.length).toBe(cover.length + numbered.length)
  })

  test('has every field of the cover', () => {
    expect(document.language).toBe(gold.language)
    expect(document.symbol?.value).toBe(gold.symbol.normalised)
    expect(document.symbol?.raw).toBe(gold.symbol.raw)
    expect(document.type?.value).toBe(gold.type)
    expect(document.type?.raw).toBe(gold.type_ar)
    expect(document.organisation?.value).toBe(gold.organisation.abbr)
    expect(document.organisation?.raw).toBe(gold.organisation.ar)
    expect(document.title?.value).toBe(gold.title)
    expect(document.subject?.value).toBe(gold.subject.ar)
  })

  test('has the meeting', () => {
    expect(document.meeting?.body?.value).toBe(gold.symbol.body_code)
    expect(gold.meeting_kind.en).toContain(document.meeting?.kind?.value)
    expect(document.meeting?.level?.value).toBe(gold.level.en)
    expect(document.meeting?.level?.raw).toBe(gold.level.ar)
    expect(document.meeting?.ordinal).toBe(gold.meeting_kind.ordinal ?? undefined)
    expect(document.meeting?.requestedBy?.value).toBe(gold.requested_by.country)
    expect(document.meeting?.requestedBy?.raw).toBe(gold.requested_by.raw)
  })

  test('has date and place', () => {
    expect(document.date?.value).toBe(gold.date)
    expect(gold.date_raw).toContain(document.date?.raw)
    expect(document.dateEnd).toBeUndefined()
    expect(document.weekday?.value).toBe(gold.weekday.iso)
    expect(document.weekday?.raw).toBe(gold.weekday.raw)
    expect(document.hijri).toEqual({ computed: '1438-03-23' })
    expect(document.place?.city?.value).toBe(gold.place.city_en)
    expect(document.place?.city?.raw).toBe(gold.place.city_ar)
    expect(document.place?.country).toMatchObject({ value: gold.place.country, derived: true })
    expect(document.place?.venue?.value).toBe(gold.place.venue)
  })

  test('has its key and id', () => {
    expect(document.key).toBe('oic-ex-com-emergency-2016-12-22-fc.ar')
    expect(document.meeting?.key).toBe('oic-ex-com-emergency-2016-12-22')
    expect(document.id).toBe(`${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}-1`)
  })

  test('shows evidence that slices the text', () => {
    expect(reads(document).length).toBeGreaterThan(12)
    for (const { raw, span } of reads(document)) {
      expect(span && document.text.slice(...span)).toBe(raw)
    }
  })
})

/** All values with evidence in the description of a document. */
function reads(document: Document): Read<unknown>[] {
  const found: Read<unknown>[] = []
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    if ('value' in value && 'raw' in value) found.push(value as Read<unknown>)
    else Object.values(value).forEach(visit)
  }
  visit({ ...document, paragraphs: [] })
  return found
}

describe('the same document in another file', async () => {
  const expected = await analysed(bytes)
  const text = bytes.toString()

  test.each([
    ['with a byte order mark and CRLF', Buffer.from(`\uFEFF${text.replace(/\n/g, '\r\n')}`)],
    ['in UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['with a mark of direction before each line', Buffer.from(text.replace(/^(?=.)/gm, '\u200F'))],
    ['with stretched letters in the title', Buffer.from(text.replaceAll('الختامي', 'الخــتــامــي'))],
    ['decomposed', Buffer.from(text.normalize('NFD'))],
  ])('%s', async (_, content) => {
    const document = await analysed(content)
    expect(document.key).toBe(expected.key)
    expect(document.paragraphs).toEqual(expected.paragraphs)
  })

  test('with page breaks where the pages ended', async () => {
    const lines = text.split('\n')
    const paged = [15, 26, 34].reduceRight((all, at) => all.toSpliced(at, 1, '\f'), lines).join('\n')
    const document = await analysed(paged)
    expect(document.key).toBe(expected.key)
    expect(document.paragraphs.map((p) => p.text)).toEqual(expected.paragraphs.map((p) => p.text))
    expect(document.paragraphs.at(-1)?.page).toBe(4)
  })
})

describe('the samples', () => {
  const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.txt'))

  test.each(names)('%s has a key, a title, evidence and a language that its name tells', async (name) => {
    const document = await analysed(readFileSync(new URL(name, SAMPLES)), name)
    expect(document.key).toMatch(/^(?:oic|un)-[a-z0-9-]+\.(?:ar|en|fr)$/)
    expect(document.key.split('.')[1]).toBe(name.split('.')[1])
    expect(document.title?.value).toBeTruthy()
    for (const { raw, span } of reads(document)) expect(span && document.text.slice(...span)).toBe(raw)
  })

  test('one resolution has one key but for the language, and one meeting', async () => {
    const documents = await Promise.all(
      names.map((name) =>
        analysed(readFileSync(new URL(name, SAMPLES))).then((document) => ({ name, document })),
      ),
    )
    for (const stem of new Set(names.map((name) => name.split('.')[0]))) {
      const versions = documents
        .filter(({ name }) => name.startsWith(`${stem}.`))
        .map(({ document }) => document)
      expect(new Set(versions.map((document) => document.key.split('.')[0])).size).toBe(1)
      expect(new Set(versions.map((document) => document.meeting?.key)).size).toBe(1)
      expect(new Set(versions.map((document) => document.date?.value)).size).toBe(1)
    }
    expect(new Set(documents.map(({ document }) => document.key)).size).toBe(names.length)
  })

  test.each(['ar', 'en', 'fr'])(
    'the Universal Declaration (%s) has its thirty articles',
    async (language) => {
      const document = await analysed(readFileSync(new URL(`un-udhr-1948.${language}.txt`, SAMPLES)))
      const labels = document.paragraphs.filter((p) => p.role === 'operative').map((p) => p.label)
      for (let article = 1; article <= 30; article += 1) {
        expect(labels.some((label) => label === `${article}` || label === `${article}.1`)).toBe(true)
      }
      expect(labels).toContain('29.3')
      expect(document).toMatchObject({
        key: `un-ga-3-dec-217a.${language}`,
        symbol: { value: 'A/RES/217A(III)' },
        type: { value: 'declaration' },
        date: { value: '1948-12-10' },
      })
    },
  )
})

test('the name of the file decides nothing', async () => {
  const one = await analyse({ name: 'a.txt', bytes })
  const other = await analyse({ name: 'elsewhere/OIC-CFM-44-2017.pdf', bytes })
  expect({ ...other, file: undefined, warnings: [] }).toEqual({ ...one, file: undefined })
  expect(other.warnings).toMatchObject([{ code: 'NAME_MISLEADS' }])
})

test('a damaged text says how much of it can be read', async () => {
  const { file } = await analyse({ name: 'x', bytes: Buffer.from(`${'كلمة '.repeat(50)}\uFFFD\uE000`) })
  expect(file.legibility).toBeLessThan(1)
  expect(file.legibility).toBeGreaterThan(0.7)
})

test('lam-alef that a file swapped is mended, and the text still called suspect', async () => {
  const swapped = bytes.toString().replace(/\u0644([\u0622\u0623\u0625\u0627])/gu, '$1\u0644')
  const { file, warnings, documents } = await analyse({ name: 'file.txt', bytes: Buffer.from(swapped) })
  expect(warnings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['LAM_ALEF_MENDED', 'TEXT_SUSPECT']),
  )
  expect(file.legibility).toBeLessThan(0.6)
  expect(documents[0]?.text.match(/\u0627[\u0623\u0625]\u0644/gu)).toBeNull()
})
