/** Which resolution of a session is this? 1/44-POL, 1/6-C(IS), and in Arabic with the letter of its series; number, session, series, summit. */
import { once } from '../arabic/once.js'
import citations from '../reference/citation-words.json' with { type: 'json' }
import cover from '../reference/cover.json' with { type: 'json' }
import type { Forms } from './forms.js'
import { tidy, type Written } from './tokens.js'

const NUMBER = /^\d{1,3}$/
/** Bodies that some put before the series, though the session says it. */
const BODIES = new Set(['CFM', 'ICFM', 'RES', 'OIC'])

export function item({ tokens, slashed, organ }: Written): Forms | undefined {
  const at = tokens.findIndex((token) => NUMBER.test(token))
  const [number = '', session = ''] = tokens.slice(at, at + 2)
  if (organ || at < 0 || !slashed || !NUMBER.test(session)) return undefined
  const behind = tokens.slice(at + 2).filter((token) => !BODIES.has(token))
  const names = [...tokens.slice(0, at), ...behind]
  if (names.some((token) => /\d/.test(token))) return undefined
  const tail = readTail(names.join(''))
  return tail && itemForms(number, session, tail.series, tail.summit)
}

/** @param series code, or nothing where none is printed */
export function itemForms(number: string, session: string, series: string, summit: boolean): Forms {
  const bare = `${number}/${session}`
  const named = series ? `${bare}-${series}` : bare
  const full = summit ? `${named}(IS)` : named
  return { full, loose: [...new Set([named, bare])].filter((form) => form !== full) }
}

/** @returns the code of a series, whichever of its names is given */
export function seriesOf(name: string): string | undefined {
  return series().get(joined(name))
}

/** The letters behind the numbers: a series, the mark of the summit, or both, however they are parted. */
function readTail(letters: string): { series: string; summit: boolean } | undefined {
  if (letters === '') return { series: '', summit: false }
  if (summits().has(letters)) return { series: '', summit: true }
  for (let end = letters.length; end > 0; end -= 1) {
    const code = series().get(letters.slice(0, end))
    const rest = letters.slice(end)
    if (code && (rest === '' || summits().has(rest))) return { series: code, summit: rest !== '' }
  }
  return undefined
}

function joined(name: string): string {
  return tidy(name).replace(/[^\p{L}]/gu, '')
}

const series = once(() => {
  const listed = citations.series
    .filter(([name = '']) => !BODIES.has(name))
    .map(([name = '', code = '']) => [joined(name), code] as const)
  const named = cover.series.flatMap(({ code, names }) => names.map((name) => [joined(name), code] as const))
  return new Map([...listed, ...named])
})
const summits = once(() => new Set(citations.summit.map(joined)))
