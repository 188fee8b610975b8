/** How would somebody type this text in a word processor: what is centred, what is a heading, what does a list count? */

export type List = { numeral: string; patterns: string[] }
/** Place in a list that counts: its mark needs not be typed. Values of all levels down to its own. */
export type Item = { list: number; level: number; values: number[]; text: string }
export type Typed = { text: string; kind: 'blank' | 'centred' | 'heading' | 'text'; item?: Item }
export type Plan = { lines: Typed[]; lists: List[]; rightToLeft: boolean }

type Mark = { numeral: string; pattern: string; values: number[]; length: number }
type Open = List & { counts: number[] }

const TITLE_WORDS = 12
const HEADING_WORDS = 8
const SERIES: [numeral: string, signs: string[]][] = [
  ['arabicAbjad', [...'أبجدهوزحطيكلمن']],
  ['arabicAlpha', [...'أبتثجحخدذرزسشص']],
  ['lowerLetter', [...'abcdefghijklmn']],
  ['upperRoman', 'I II III IV V VI VII VIII IX X XI XII'.split(' ')],
]
const MARK =
  /^(\(?)(\d{1,3}|[\u0660-\u0669]{1,3}|[IVX]{1,4}|[\u0621-\u064Aa-n])(\)|\.|\s?[-\u2013])(?:\s+|(?<=[).-])(?=\p{Script=Arabic}))/u
const BULLET = /^([\u2022\u2013-])\s+/
const NESTED = /^(\d{1,2}(?:\.\d{1,2}){1,2})(\.?)\s+(?=\p{L})/u
const ARABIC = /\p{Script=Arabic}/gu

/** @param lines one for each paragraph, blank ones where the author left white */
export function planOf(lines: string[]): Plan {
  const first = lines.findIndex((line) => wordsIn(line) > TITLE_WORDS || marksOf(line.trim()).length > 0)
  const lists: Open[] = []
  const typed = lines.map((line, at): Typed => {
    const text = line.trim()
    if (text === '') return { text, kind: 'blank' }
    if (at < first) return { text, kind: 'centred' }
    const item = itemOf(text, lists)
    const [above, below] = [lines[at - 1], lines[at + 1]]
    const apart =
      above?.trim() === '' && below !== undefined && (below.trim() === '' || wordsIn(below) > TITLE_WORDS)
    const heads = apart && wordsIn(text) <= HEADING_WORDS && /\p{L}$/u.test(text)
    return { text, kind: heads && !item ? 'heading' : 'text', ...(item && { item }) }
  })
  const letters = lines.join('')
  return { lines: typed, lists, rightToLeft: (letters.match(ARABIC)?.length ?? 0) * 2 > letters.length }
}

/** Goes on with a list that is open, or opens one; anything else is typed. */
function itemOf(text: string, lists: Open[]): Item | undefined {
  for (const mark of marksOf(text)) {
    const level = mark.values.length - 1
    const found = lists.findLastIndex((list) => isNext(list, mark, level))
    const begins = found < 0 && level === 0 && mark.values[0] === 1
    if (begins) lists.push({ numeral: mark.numeral, patterns: [mark.pattern], counts: [] })
    const at = begins ? lists.length - 1 : found
    const list = lists[at]
    if (!list) continue
    list.counts = mark.values
    list.patterns[level] ??= mark.pattern
    return { list: at, level, values: mark.values, text: text.slice(mark.length) }
  }
  return undefined
}

/** The value that the list would print here, written as the list writes it. */
function isNext({ numeral, patterns, counts }: Open, mark: Mark, level: number): boolean {
  if (numeral !== mark.numeral || (patterns[level] ?? mark.pattern) !== mark.pattern) return false
  if (level > counts.length) return false
  const next = [...counts.slice(0, level), (counts[level] ?? 0) + 1]
  return numeral === 'bullet' || next.every((value, at) => value === mark.values[at])
}

function marksOf(text: string): Mark[] {
  const bullet = BULLET.exec(text)
  if (bullet) return [{ numeral: 'bullet', pattern: bullet[1] ?? '', values: [0], length: bullet[0].length }]
  const nested = NESTED.exec(text)
  if (nested) {
    const values = (nested[1] ?? '').split('.').map(Number)
    const pattern = values.map((_, at) => `%${at + 1}`).join('.') + nested[2]
    return [{ numeral: 'decimal', pattern, values, length: nested[0].length }]
  }
  const [all = '', before = '', printed = '', behind = ''] = MARK.exec(text) ?? []
  if (before && behind !== ')') return []
  const pattern = `${before}%1${behind}`
  return valuesOf(printed).map(([numeral, value]) => ({
    numeral,
    pattern,
    values: [value],
    length: all.length,
  }))
}

function valuesOf(printed: string): [numeral: string, value: number][] {
  if (/^\d/.test(printed)) return [['decimal', Number(printed)]]
  if (/^[\u0660-\u0669]/.test(printed))
    return [['hindiNumbers', Number(printed.replace(/./g, (digit) => String(digit.charCodeAt(0) & 0xf)))]]
  return SERIES.flatMap(([numeral, signs]): [string, number][] => {
    const value = signs.indexOf(printed) + 1
    return value > 0 ? [[numeral, value]] : []
  })
}

function wordsIn(line: string): number {
  return line.split(/\s+/).filter(Boolean).length
}
