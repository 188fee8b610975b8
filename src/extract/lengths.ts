/** Lengths as style sheets write them: "0.35cm", "10pt". */

const UNITS: Record<string, number> = {
  pt: 20,
  px: 15,
  pc: 240,
  in: 1440,
  cm: 567,
  mm: 56.7,
  em: 240,
  rem: 240,
}
const LENGTH = /^\s*(-?\d*\.?\d+)([a-z]*)\s*$/i

/** @returns twentieths of a point; nothing for what is no length, such as a share of the width */
export function twentieths(length: string | undefined): number | undefined {
  const [, number, unit = ''] = LENGTH.exec(length ?? '') ?? []
  const worth = UNITS[unit.toLowerCase()]
  if (number === undefined) return undefined
  return Number(number) === 0 ? 0 : worth && Math.round(Number(number) * worth)
}
