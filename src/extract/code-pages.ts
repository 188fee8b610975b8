/**
 * Bytes of a named encoding to text, by the names of the Encoding Standard (WHATWG). Some versions of Node take windows-1252 for
 * ISO-8859-1 (nodejs/node, TextDecoder with "latin1"), and so give controls for its quotes and dashes.
 */

/** What windows-1252 has at 0x80 to 0x9F; five of them are controls there too. */
const WINDOWS_1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'

/** @throws RangeError for a name that is not known; TypeError where `fatal` and bytes are not of the encoding */
export function decodeBytes(bytes: Uint8Array, encoding: string, options: { fatal?: boolean } = {}): string {
  const decoder = new TextDecoder(encoding, options)
  const text = decoder.decode(bytes)
  if (decoder.encoding !== 'windows-1252') return text
  return text.replace(/[\u0080-\u009F]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80))
}
