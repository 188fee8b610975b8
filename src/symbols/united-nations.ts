/** Which resolution or document of the United Nations is this? S/RES/2254 (2015), A/RES/69/160, 217 A (III), S/2015/107. */
import { once } from '../arabic/once.js'
import citations from '../reference/citation-words.json' with { type: 'json' }
import words from '../reference/symbol-words.json' with { type: 'json' }
import type { Forms } from './forms.js'
import { tidy, type Written } from './tokens.js'

const NUMBER = /^\d{1,4}$/
const YEAR = /^(?:19|20)\d\d$/
const HEADS = [['A', 'HRC'], ['S'], ['A'], ['E']]
const FIRST_YEAR = 1946

export function unitedNations(written: Written): Forms | undefined {
  const { tokens } = written
  const head = HEADS.find(
    (parts) => parts.every((part, at) => tokens[at] === part) && tokens.length > parts.length,
  )
  if (!head) return spoken(written)
  const rest = tokens.slice(head.length)
  const organ = head.join('/')
  return rest[0] === 'RES' ? resolution(organ, rest.slice(1)) : paper(organ, rest)
}

/** "Security Council resolution 2254 (2015)", "217 A (III)", "resolution 69/160". */
function spoken({ tokens, organ, announced, slashed }: Written): Forms | undefined {
  const [first = '', second = ''] = tokens
  if (!NUMBER.test(first) || tokens.length > 4) return undefined
  if (organ) return resolution(organ, tokens)
  const early = earlyResolution(tokens)
  if (early) return early
  const dated = tokens.length === 2 && YEAR.test(second) && Number(second) >= FIRST_YEAR && !slashed
  if (dated || (tokens.length === 1 && announced)) return resolution('S', tokens)
  return undefined
}

function resolution(organ: string, tokens: string[]): Forms | undefined {
  const [first = '', second = '', third = ''] = tokens
  if (organ === 'S') {
    const plain = NUMBER.test(first) && (second === '' || YEAR.test(second)) && tokens.length <= 2
    return plain ? { full: `S/RES/${first}`, loose: [first] } : undefined
  }
  if (first === 'ES' && NUMBER.test(second) && NUMBER.test(third))
    return { full: `${organ}/RES/ES-${second}/${third}`, loose: [`ES-${second}/${third}`] }
  if (NUMBER.test(first) && NUMBER.test(second)) {
    const number = `${first}/${second}${letterOf(third) ?? ''}`
    return { full: `${organ}/RES/${number}`, loose: [number] }
  }
  return earlyResolution(tokens) ?? bare(organ, tokens)
}

/** Number, letter, and the session in Roman or, in Arabic, behind its letter: 217 A (III). */
function earlyResolution([number = '', ...rest]: string[]): Forms | undefined {
  const letter = rest.length > 1 ? letterOf(rest[0] ?? '') : undefined
  const session = letter ? rest.slice(1) : rest
  const roman = session[0] === sessionLetter() ? citations.roman[Number(session[1]) - 1] : session[0]
  if (!NUMBER.test(number) || !roman || !citations.roman.includes(roman)) return undefined
  const item = `${number}${letter ?? ''}`
  return { full: `A/RES/${item}(${roman})`, loose: [`A/RES/${item}`, item] }
}

/** Without its session it is not named, only hinted at. */
function bare(organ: string, [number = '', letter = '', ...more]: string[]): Forms | undefined {
  if (!NUMBER.test(number) || more.length > 0 || (letter && !letterOf(letter))) return undefined
  return { full: `${organ}/RES/${number}${letterOf(letter) ?? ''}`, loose: [] }
}

function paper(organ: string, tokens: string[]): Forms | undefined {
  const [first = '', second = ''] = tokens
  if (tokens.length === 1 && organ === 'S') return resolution(organ, tokens)
  if (!NUMBER.test(first) || !/^\d+$|^[A-Z.]+$/.test(second)) return undefined
  return { full: [organ, ...tokens].join('/'), loose: [] }
}

function letterOf(token: string): string | undefined {
  return /^[A-H]$/.test(token) ? token : letters().get(token)
}

const letters = once(
  () => new Map(Object.entries(words.letters).map(([name, letter]) => [tidy(name), letter])),
)
const sessionLetter = once(() => tidy(citations.session[0] ?? ''))
