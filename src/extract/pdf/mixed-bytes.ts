/**
 * Ghostscript 10.00 mixes the bytes up where one glyph stands for several letters: "fi" (0066 0069) becomes 6600 6900, lam-alef
 * (0644 0627) becomes 0644 4427. Both give Chinese letters, which no ligature has.
 */
const HAN = /\p{Script=Han}/u

/** @param name what the file says that one glyph stands for */
export function withoutMixedBytes(name: string): string {
  if (name.length < 2 || !HAN.test(name)) return name
  const codes = [...name].map((letter) => letter.codePointAt(0) as number)
  const [first = 0] = codes
  const mended = codes.every((code) => low(code) === 0)
    ? codes.map(high)
    : codes.map((code, at) =>
        high(code) === low(codes[at - 1] ?? 0) ? high(first) * BYTE + low(code) : code,
      )
  return String.fromCodePoint(...mended)
}

const BYTE = 0x100

function low(code: number): number {
  return code % BYTE
}

function high(code: number): number {
  return Math.floor(code / BYTE)
}
