/** Which PDF files make up the matrix: producers by fonts by layouts by texts, each with its known text. */
import { EXTRAS, type Extras, withCalls } from './extras.js'

export type PdfSpec = {
  name: string
  producer: ProducerName
  font: string
  language: 'ar' | 'en' | 'fr'
  /** The known text: one string for each paragraph. */
  paragraphs: string[]
  justify: boolean
  columns: 1 | 2
  /** Running head; a page number stands at the foot of such files. */
  head?: string
  /** A table below the paragraphs and notes that they call. */
  extras?: Extras
}

export type ProducerName =
  | 'chromium'
  | 'weasyprint'
  | 'libreoffice'
  | 'xetex'
  | 'pango'
  | 'typst'
  | 'qt'
  | 'reportlab'

export type Text = { name: string; language: 'ar' | 'en' | 'fr'; paragraphs: string[] }

const ARABIC_FONTS = [
  'Noto Naskh Arabic',
  'Amiri',
  'KacstOne',
  'DejaVu Sans',
  'Scheherazade',
  'Noto Sans Arabic',
  'KacstBook',
  'Nazli',
]
const PRODUCERS: ProducerName[] = [
  'chromium',
  'libreoffice',
  'weasyprint',
  'xetex',
  'pango',
  'typst',
  'qt',
  'reportlab',
]
const LAYOUTS = [
  { justify: false, columns: 1, head: false, indic: false },
  { justify: true, columns: 1, head: true, indic: false },
  { justify: true, columns: 2, head: false, indic: false },
  { justify: false, columns: 1, head: false, indic: true },
] as const
/** What only some producers can do; the others make the plain layout instead. */
const COLUMNS: ProducerName[] = ['chromium', 'libreoffice', 'weasyprint', 'typst', 'xetex']
const HEADS: ProducerName[] = [...COLUMNS]
const JUSTIFY: ProducerName[] = [...COLUMNS, 'pango', 'qt']
/** Where markup has tables and notes at the foot of the page; one has no notes. */
const TABLES: ProducerName[] = ['chromium', 'weasyprint', 'libreoffice', 'typst']
const WITHOUT_NOTES: ProducerName = 'chromium'
const HEAD = 'OIC/CFM-38/2011/POL/FINAL'

/** Every producer with every font for Arabic; layouts and texts are dealt out in turn. */
export function planMatrix(texts: Text[]): PdfSpec[] {
  const arabic = texts.filter((text) => text.language === 'ar')
  const others = texts.filter((text) => text.language !== 'ar')
  const arabicSpecs = PRODUCERS.flatMap((producer, row) =>
    ARABIC_FONTS.map((font, column) => specOf(producer, font, at(arabic, row + column), row * 3 + column)),
  )
  const otherSpecs = PRODUCERS.flatMap((producer, row) =>
    others.length === 0 ? [] : [specOf(producer, 'DejaVu Sans', at(others, row), row)],
  )
  const extraSpecs = TABLES.map((producer, row) =>
    withExtras(specOf(producer, at(ARABIC_FONTS, row), at(arabic, row), 0)),
  )
  return [...arabicSpecs, ...otherSpecs, ...extraSpecs]
}

function withExtras(spec: PdfSpec): PdfSpec {
  const extras = spec.producer === WITHOUT_NOTES ? { ...EXTRAS, notes: [] } : EXTRAS
  const name = `${spec.name}_table${extras.notes.length > 0 ? '_notes' : ''}`
  return { ...spec, name, paragraphs: withCalls(spec.paragraphs, extras), extras }
}

function specOf(producer: ProducerName, font: string, text: Text, turn: number): PdfSpec {
  const layout = at(LAYOUTS, turn)
  const indic = layout.indic && text.language === 'ar'
  const columns = COLUMNS.includes(producer) ? layout.columns : 1
  const head = layout.head && HEADS.includes(producer)
  const justify = layout.justify && JUSTIFY.includes(producer)
  const marks = [justify && 'justified', columns === 2 && 'columns', head && 'heads', indic && 'indic']
  return {
    name: [producer, font.replaceAll(' ', ''), text.name, ...marks.filter(Boolean)].join('_'),
    producer,
    font,
    language: text.language,
    paragraphs: indic ? text.paragraphs.map(withArabicDigits) : text.paragraphs,
    justify,
    columns,
    ...(head ? { head: HEAD } : {}),
  }
}

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T
}

/** Digits that stand in Arabic; those of Latin symbols stay. */
function withArabicDigits(text: string): string {
  return text.replace(/\S+/g, (word) =>
    /[A-Za-z]/.test(word) ? word : word.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
  )
}
