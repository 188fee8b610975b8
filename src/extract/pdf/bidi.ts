/** The one place that opens bidi-js, our source of the classes of the bidirectional algorithm (UAX #9). */
import bidiModule, { type BidiCharTypeName } from 'bidi-js'

type Bidi = { getBidiCharTypeName(character: string): BidiCharTypeName }

/** Its types describe an ES module, Node loads a CommonJS one: the default export is the factory itself. */
const createBidi = bidiModule as unknown as () => Bidi

let bidi: Bidi | undefined

export function bidiClass(character: string): BidiCharTypeName {
  bidi ??= createBidi()
  return bidi.getBidiCharTypeName(character)
}
