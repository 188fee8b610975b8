/** How is the number of a list item written? The formats of Word's `w:numFmt`; those of HTML are among them. */

/** The alphabet in its dictionary order, and in the order of the old numerals. */
const ARABIC_ALPHABET =
  '\u0623\u0628\u062A\u062B\u062C\u062D\u062E\u062F\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637\u0638\u0639\u063A\u0641\u0642\u0643\u0644\u0645\u0646\u0647\u0648\u064A'
const ARABIC_ABJAD =
  '\u0623\u0628\u062C\u062F\u0647\u0648\u0632\u062D\u0637\u064A\u0643\u0644\u0645\u0646\u0633\u0639\u0641\u0635\u0642\u0631\u0634\u062A\u062B\u062E\u0630\u0636\u0638\u063A'
const ARABIC_ZERO = 0x0660
const LATIN = 'abcdefghijklmnopqrstuvwxyz'
const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

const FORMATS: Record<string, (value: number) => string> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  lowerLetter: (value) => letter(LATIN, value),
  upperLetter: (value) => letter(LATIN, value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  arabicAlpha: (value) => letter(ARABIC_ALPHABET, value),
  arabicAbjad: (value) => letter(ARABIC_ABJAD, value),
  /** Hindi proper in the standard; writers of Arabic call the digits of their own script so. */
  hindiNumbers: (value) =>
    String(value).replace(/\d/g, (digit) => String.fromCharCode(ARABIC_ZERO + Number(digit))),
  ordinal: (value) => `${value}${ordinalEnding(value)}`,
  decimalEnclosedParen: (value) => `(${value})`,
  numberInDash: (value) => `- ${value} -`,
  none: () => '',
}

/** Formats that are not known are written as plain numbers. */
export function numeral(format: string, value: number): string {
  return (FORMATS[format] ?? String)(value)
}

/** English, as most of those who ask for it. */
function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'
}

/** Word doubles the letter after the last one: z, aa, bb. */
function letter(alphabet: string, value: number): string {
  if (value < 1) return ''
  const times = Math.ceil(value / alphabet.length)
  return (alphabet[(value - 1) % alphabet.length] as string).repeat(Math.min(times, 10))
}

function roman(value: number): string {
  let [left, written] = [Math.min(value, 4999), '']
  for (const [worth, sign] of ROMAN) {
    while (left >= worth) {
      written += sign
      left -= worth
    }
  }
  return written
}
