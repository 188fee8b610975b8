/** What does the layout of pages tell: heads and page numbers, notes, ends of paragraphs, cells of tables? */
import { describe, expect, test } from 'vitest'
import { blocksOf } from '../../../src/extract/pdf/columns.js'
import { endsOfParagraphs } from '../../../src/extract/pdf/ends.js'
import { markFurniture } from '../../../src/extract/pdf/furniture.js'
import type { Glyph } from '../../../src/extract/pdf/glyphs.js'
import { linesOfPage, type PageLine } from '../../../src/extract/pdf/page.js'
import type { Row } from '../../../src/extract/pdf/rows.js'
import type { Rule } from '../../../src/extract/pdf/rules.js'
import { closeBelow } from '../../../src/extract/pdf/spacing.js'

const SIZE = 10
const line = (text: string, y: number): PageLine => ({ text, y, size: SIZE })

/** One glyph of 5 points for each letter. */
function glyphs(text: string, x: number, y: number, size = SIZE): Glyph[] {
  return [...text].map((letter, at) => ({
    text: letter,
    font: 'f',
    code: letter.codePointAt(0) as number,
    x0: x + 5 * at,
    x1: x + 5 * at + 5,
    y,
    size,
    angle: 0,
    order: y * 1000 + x + at,
  }))
}

function row(text: string, x: number, y: number): Row {
  return { y, size: SIZE, clusters: glyphs(text, x, y).map(({ angle: _, ...cluster }) => cluster) }
}

test('heads that return and numbers that count the pages are furniture, words that return in the text are not', () => {
  const pages = [1, 2, 3].map((page) => ({
    height: 800,
    lines: [
      line('OIC/CFM-44', 40),
      line(`Article ${page * 5}`, 80),
      line('same words', 400),
      line(`- ${page} -`, 780),
    ],
  }))
  markFurniture(pages)
  for (const { lines } of pages)
    expect(lines.map(({ kind }) => kind)).toEqual(['furniture', undefined, undefined, 'furniture'])
})

test('a line that had room for the next word ends its paragraph', () => {
  const rows = [row('aaaa bbbb cccc dddd', 0, 10), row('eeee ffff', 0, 20), row('gggg hhhh iiii jjjj', 0, 30)]
  expect(endsOfParagraphs(rows, 'ltr', { written: true })).toEqual([false, true, false])
})

test('two short lines that end at the same place by chance are two paragraphs, many are a narrow text', () => {
  const full = 'aaaa bbbb cccc dddd eeee'
  const ends = (...texts: string[]) =>
    endsOfParagraphs(
      texts.map((text, at) => row(text, 0, 10 * at)),
      'ltr',
      { written: true },
    )
  expect(ends(full, 'ffff gg', 'hhhh ii', full).slice(1, 3)).toEqual([true, true])
  expect(ends(full, 'ffff', 'gggg', 'hhhh', 'iiii', full).slice(1, 5)).toEqual([false, false, false, false])
})

test('where nearly all lines are paragraphs one that ends in a full stop is one too', () => {
  const full = 'aaaa bbbb cccc ddd.'
  const rows = [full, 'eeee', 'fff', 'gggg gggg', full].map((text, at) => row(text, 0, 10 * at))
  expect(endsOfParagraphs(rows, 'ltr', { written: true })[0]).toBe(true)
})

describe('white between lines', () => {
  const full = 'aaaa bbbb cccc dddd'
  const spaced = (distance: number) =>
    [full, 'eeee', full, 'ffff', full, 'gggg', full, full].map((text, at) =>
      row(text, 0, 12 * at + (distance - 12) * Math.floor(at / 2)),
    )

  test('parts full lines too, where it is found below all lines that were ended', () => {
    const rows = [...spaced(15), row(full, 0, 12 * 7 + 3 * 3 + 15)]
    expect(endsOfParagraphs(rows, 'ltr', { written: true }).slice(6)).toEqual([false, true, false])
  })

  test('is not taken for the distance of lines where the widest line alone seems to go on', () => {
    const rows = ['ee', 'fff ff', full, 'gggg gggg', 'hh'].map((text, at) =>
      row(text, 0, 24 * at - (at > 3 ? 12 : 0)),
    )
    expect(endsOfParagraphs(rows, 'ltr', { written: true })[2]).toBe(true)
    const ends = endsOfParagraphs(rows, 'ltr', { written: true })
    expect([0, 1, 2, 3].map(closeBelow(rows, ends))).toEqual([false, false, false, true])
  })

  test('parts a line that ends in a full stop by less', () => {
    const rows = [full, 'aaaa bbbb cccc ddd.', full, full, full].map((text, at) =>
      row(text, 0, 12 * at + (at > 1 ? 3 : 0)),
    )
    expect(endsOfParagraphs(rows, 'ltr', { written: true }).slice(0, 3)).toEqual([false, true, false])
  })

  test('says nothing where paragraphs stand as close as lines', () => {
    const rows = [...spaced(12), row(full, 0, 12 * 8 + 1)]
    expect(endsOfParagraphs(rows, 'ltr', { written: true }).slice(6)).toEqual([false, false, false])
  })

  test('a line that leaves a little room goes on where no white stands below it', () => {
    const rows = [...spaced(16), row('aaaa bbbb cccc d', 0, 112), row('e ffff', 0, 124)]
    expect(endsOfParagraphs(rows, 'ltr', { written: true })[8]).toBe(false)
  })
})

test('columns have lines of their own, at their own heights', () => {
  const text = 'aaaa bbbb cccc dddd'
  const rows = [0, 1, 2, 3, 4].map((at) => ({
    ...row(text, 0, 20 * at),
    clusters: [...row(text, 0, 20 * at).clusters, ...row(text, 150, 20 * at + (at < 2 ? 4 : 0)).clusters],
  }))
  const heights = blocksOf(rows, 'ltr').map((block) => block.map(({ y }) => y))
  expect(heights).toEqual([
    [0, 20, 40, 60, 80],
    [4, 24, 40, 60, 80],
  ])
})

test('three columns are read one after the other, though their lines stand at different heights and many are short', () => {
  const words = ['aaaa bbbb cccc dddd', 'eeee', 'ffff gggg hhhh iiii', 'jjjj kkkk', 'llll mmmm nnnn oooo']
  const rows = [0, 150, 300].flatMap((x, column) =>
    words.map((text, at) => row(text, x, 20 * at + 7 * column)),
  )
  const blocks = blocksOf(
    rows.toSorted((one, two) => one.y - two.y),
    'ltr',
  )
  expect(blocks.map((block) => block.map(({ clusters }) => clusters[0]?.x0))).toEqual(
    [0, 150, 300].map((x) => words.map(() => x)),
  )
})

test('full cells side by side are rows of a table', () => {
  const cells = [1, 2, 3, 4, 5].flatMap((at) =>
    ['Republic one', '980,5', '12,5', '22/12'].flatMap((text, column) =>
      glyphs(text, 85 * column, 100 + 14 * at),
    ),
  )
  const lines = linesOfPage(cells).filter(({ text }) => text)
  expect(lines.map(({ text }) => text)).toEqual(Array(5).fill('Republic one\t980,5\t12,5\t22/12'))
})

test('pages side by side on one sheet are read one after the other, however short their lines are', () => {
  const long = 'aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii'
  const pages = [0, 260].flatMap((x) =>
    [long, 'jjjj', 'kkkk', 'llll', 'mmmm'].map((text, at) => row(text, x, 20 * at)),
  )
  const sheet = pages
    .slice(0, 5)
    .map((left, at) => ({ ...left, clusters: [...left.clusters, ...(pages[at + 5] as Row).clusters] }))
  expect(blocksOf(sheet, 'ltr').map((block) => block.length)).toEqual([5, 5])
})

test('short lines side by side are columns where many stand at heights that no table has', () => {
  const lines = [
    'aaaa bbbb cccc dddd',
    'eee fff',
    'ggg hhh',
    'iii jjj',
    'kkk lll',
    'mmm nnn',
    'ooo ppp',
    'qqq rrr',
  ]
  const rows = [0, 150].flatMap((x) => lines.map((text, at) => row(text, x, 20 * at + x / 20)))
  const inOrder = rows.toSorted((one, two) => one.y - two.y)
  expect(blocksOf(inOrder, 'ltr').map((block) => block.length)).toEqual([8, 8])
})

describe('a table that is drawn', () => {
  const uprights = [0, 60, 120].map((x) => ({ x0: x, x1: x, y0: 90, y1: 150 }))
  const levels = [90, 125, 150].map((y) => ({ x0: 0, x1: 120, y0: y, y1: y }))
  const drawn = [
    ...glyphs('Before it', 5, 80),
    ...glyphs('one two', 5, 105),
    ...glyphs('three', 5, 118),
    ...glyphs('four', 65, 111),
    ...glyphs('five', 5, 140),
    ...glyphs('six', 65, 140),
    ...glyphs('after it', 5, 165),
  ]
  const read = (rules: Rule[]) => linesOfPage(drawn, new Set(), rules).map(({ text }) => text)

  test('has the lines of each cell together, each row for itself', () => {
    const wanted = ['Before it', '', 'one two three\tfour', '', 'five\tsix', '', 'after it', '']
    expect(read([...uprights, ...levels])).toEqual(wanted)
  })

  test('is read line by line where level lines do not part its rows', () => {
    expect(read(uprights).filter(Boolean)).toEqual([
      'Before it',
      'one two',
      'four',
      'three',
      'five\tsix',
      'after it',
    ])
  })

  test('is no columns', () => {
    const rows = [100, 120, 140, 160].map((y) => ({
      ...row('aaaa bbbb cccc dddd', 0, y),
      clusters: [
        ...row('aaaa bbbb cccc dddd', 0, y).clusters,
        ...row('eeee ffff gggg hhhh', 150, y).clusters,
      ],
    }))
    const between = [110, 130, 150].map((y) => ({ x0: 0, x1: 250, y0: y, y1: y }))
    expect(blocksOf(rows, 'ltr')).toHaveLength(2)
    expect(blocksOf(rows, 'ltr', between)).toHaveLength(1)
  })
})

test('letters and their shadow are read once', () => {
  const lines = linesOfPage([...glyphs('Title', 0, 100), ...glyphs('Title', 0.8, 100.8)])
  expect(lines.map(({ text }) => text)).toEqual(['Title'])
})

test('a raised figure whose note stands below in small letters is a call', () => {
  const body = [
    ...glyphs('It recalls the plan', 0, 100),
    ...glyphs('1', 95, 96, 6),
    ...glyphs('of the states', 105, 100),
  ]
  const lines = linesOfPage([...body, ...glyphs('1 See the annex', 0, 700, 8)]).filter(({ text }) => text)
  expect(lines.map(({ text, kind }) => [text, kind])).toEqual([
    ['It recalls the plan[1] of the states', undefined],
    ['[1] See the annex', 'note'],
  ])
})

test('a figure that is raised by more than half of its line stands on it', () => {
  const lines = linesOfPage([...glyphs('1', 0, 94, 6), ...glyphs('See the annex', 4, 100)])
  expect(lines.map(({ text }) => text)).toEqual(['1See the annex'])
})

test('short cells side by side are rows of a table, however many there are', () => {
  const states = ['Kingdom of One', 'Two', 'Republic of Three', 'Four', 'Five']
  const cells = states.flatMap((state, at) => [
    ...glyphs(state, 0, 100 + 14 * at),
    ...[140, 220, 300].flatMap((x) => glyphs('12', x, 100 + 14 * at)),
  ])
  const lines = linesOfPage(cells).filter(({ text }) => text)
  expect(lines.map(({ text }) => text)).toEqual(states.map((state) => `${state}\t12\t12\t12`))
})

test('the call of a note behind a symbol stands behind it in Arabic too', () => {
  const arabic = '\u0642\u0631\u0627\u0631'
  const line = [
    ...glyphs('1', 0, 96, 6),
    ...glyphs('.ES-10', 5, 100),
    ...glyphs(arabic, 40, 100),
    ...glyphs(arabic, 65, 100),
  ]
  const lines = linesOfPage([...line, ...glyphs(`${arabic} 1`, 0, 700, 8)])
  expect(lines[0]?.text).toMatch(/ES-10\.\[1\]$/)
})

test('without a note below a raised figure stays a figure', () => {
  const lines = linesOfPage([...glyphs('an area of ten m', 0, 100), ...glyphs('2', 80, 96, 6)])
  expect(lines.map(({ text }) => text)).toEqual(['an area of ten m2'])
})

test('wide white parts the cells of a row', () => {
  const [first] = linesOfPage([...glyphs('state', 0, 100), ...glyphs('12', 100, 100)])
  expect(first?.text).toBe('state\t12')
})

test('a bracket that was drawn on the other side of its symbol closes it', () => {
  const arabic = '\u0642\u0631\u0627\u0631'
  const lines = linesOfPage([
    ...glyphs(arabic, 0, 100),
    ...glyphs('(A/RES/377(V', 25, 100),
    ...glyphs(arabic, 90, 100),
  ])
  expect(lines[0]?.text).toContain('A/RES/377(V)')
})

describe('words', () => {
  const pageOf = (gap: number) =>
    Array.from({ length: 12 }, (_, line) =>
      Array.from({ length: 8 }, (_, word) => glyphs('word', word * (20 + gap), 100 + 14 * line)),
    ).flat(2)

  test.each([1.2, 2, 3])('without spaces are parted by the white that the page leaves: %s points', (gap) => {
    expect(linesOfPage(pageOf(gap))[0]?.text).toBe(Array(8).fill('word').join(' '))
  })

  test('are parted by white in a long line without spaces among lines with them', () => {
    const spaced = glyphs('one two three four five six seven eight', 0, 80)
    expect(
      linesOfPage([...spaced, ...spaced.map((glyph) => ({ ...glyph, y: 60 })), ...pageOf(3).slice(0, 32)]).at(
        -1,
      )?.text,
    ).toBe(Array(8).fill('word').join(' '))
  })
})

test('a line that is drawn parts two cells, however close they stand', () => {
  const rule = { x0: 10.5, x1: 10.5, y0: 85, y1: 110 }
  const [first, second] = linesOfPage([...glyphs('12', 0, 100), ...glyphs('34', 11, 100)], new Set(), [
    rule,
  ]).filter(({ text }) => text)
  expect([first?.text, second]).toEqual(['12\t34', undefined])
  const below = linesOfPage([...glyphs('12', 0, 150), ...glyphs('34', 11, 150)], new Set(), [rule])
  expect(below[0]?.text).toBe('1234')
})

describe('Arabic', () => {
  const word = '\u0642\u0631\u0627\u0631'
  const drawn = [...word].reverse().join('')
  const read = (...lines: string[]) =>
    linesOfPage(lines.flatMap((text, at) => glyphs(text, 0, 100 + 14 * at)))
      .map(({ text }) => text)
      .filter(Boolean)

  test('in paragraphs that run from the left keeps its numbers in front and its full stops behind', () => {
    expect(read(`1- ${drawn}`, `${drawn} ${drawn}.`, `${drawn}.`)).toEqual([
      `1- ${word}`,
      `${word} ${word}.`,
      `${word}.`,
    ])
  })

  test('tells by the numbers of its paragraphs alone that it runs from the left', () => {
    expect(read(`1- ${drawn}`, `2- ${drawn} OIC`, `3- ${drawn} 2017 ${drawn}`)).toEqual([
      `1- ${word}`,
      `2- ${word} OIC`,
      `3- ${word} 2017 ${word}`,
    ])
  })

  test('has the lam that a font left out between two alefs at the beginning of a word', () => {
    expect(read(`${drawn} \u0645\u0623\u0627`)).toEqual([`\u0627\u0644\u0623\u0645 ${word}`])
  })

  test('knows a glyph without a name with a hamza behind the first alef of a word as lam-alef', () => {
    const [lamAlef] = glyphs('\uE000', 20, 100) as [Glyph]
    const all = [
      { ...lamAlef, x0: 14 },
      ...glyphs('\u0655', 16, 100).map((mark) => ({ ...mark, x1: mark.x0 })),
      ...glyphs(`\u0627 ${drawn}`, 25, 100),
      ...glyphs('\u0645', 9, 100),
    ].map((glyph, order) => ({ ...glyph, order }))
    expect(linesOfPage(all).map(({ text }) => text)).toEqual([`${word} \u0627\u0644\u0625\u0645`])
  })

  test('has the sign of its paragraph number behind it, on whichever side it is drawn', () => {
    expect(read(`${drawn} -1`, `${drawn} 2-`, '3 -')).toEqual([`1- ${word}`, `2- ${word}`, '3 -'])
  })

  test('has the signs at the end of an address that goes on on the next line behind it', () => {
    const arabic = Array(5).fill(drawn).join(' ')
    expect(read(`www.oic.org/docs/? ${arabic}`)[0]).toMatch(/ www\.oic\.org\/docs\/\?$/)
  })

  test('opens a bracket whose word stands on the next line', () => {
    expect(read(`) ${drawn}`, `(2024 ${drawn}`)[0]).toBe(`${word} (`)
  })

  test('has no white before its comma that is not written', () => {
    const [line] = linesOfPage([...glyphs('\u060C', 0, 100), ...glyphs(`${drawn} ${drawn}`, 10, 100)])
    expect(line?.text).toBe(`${word} ${word}\u060C`)
  })
})
