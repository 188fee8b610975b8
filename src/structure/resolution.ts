/** Which number has the resolution that begins with this line: "RESOLUTION No. 1/44-POL", "القرار الرقم 6/39 – أت"? */
import { resolutionNumbers } from '../symbols/number.js'
import { beginning } from './words.js'

/** Letters between "resolution" and its number. */
const NUMBER_REACH = 12

export function numberOf(line: string): string | undefined {
  const rest = beginning(line, 'resolutionHeads')?.rest
  const [number] = rest === undefined ? [] : resolutionNumbers(rest)
  return number && number.start <= NUMBER_REACH ? number.value : undefined
}
