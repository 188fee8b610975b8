/** How are the formats of list numbers called? .doc and .rtf count them ([MS-OSHARED] 2.2.1.3), .docx names them. */

const FORMATS: Record<number, string> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  22: 'decimalZero',
  23: 'bullet',
  46: 'arabicAlpha',
  48: 'arabicAbjad',
  51: 'hindiNumbers',
  57: 'numberInDash',
  255: 'none',
}

/** Those that are not known are plain numbers. */
export function formatOf(number: number): string {
  return FORMATS[number] ?? 'decimal'
}
