/** Which resolution of the League of Arab States is this? LAS/RES/8221, "8221 د.غ.ع", "ق.ق 475 د.ع (21)", "Arab League resolution 8221". */
import { once } from '../arabic/once.js'
import words from '../reference/symbol-words.json' with { type: 'json' }
import type { Forms } from './forms.js'
import { tidy, type Written } from './tokens.js'

/** Resolutions of the Council are numbered through all its sessions. */
const NUMBER = /^\d{2,5}$/

/** The number stands first; the session and the day of the adoption say nothing more. */
export function league({ tokens }: Written): Forms | undefined {
  const letters = tokens.filter((token) => !/\d/.test(token))
  const number = tokens.find((token) => /\d/.test(token))
  const named =
    letters.some((token) => names().has(token)) || mark().every((letter) => letters.includes(letter))
  if (!number || !NUMBER.test(number) || !named) return undefined
  const known = letters.every((token) => names().has(token) || around().has(token) || mark().includes(token))
  return known ? { full: `LAS/RES/${number}`, loose: [] } : undefined
}

const names = once(() => new Set(words.league.names.map(tidy)))
const around = once(() => new Set(words.league.around.map(tidy)))
/** The letters of "ordinary session", which stand in extraordinary ones too. */
const mark = once(() => words.league.mark.map(tidy))
