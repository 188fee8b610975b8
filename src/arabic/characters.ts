/**
 * Named code points of Arabic text. Logic speaks of names; bare right-to-left letters in code are
 * unreadable in a diff. Ranges are written for use inside a character class of a regular expression.
 */

/** Short vowels, tanwin, shadda, sukun, small alef and the Quranic marks. */
export const MARKS = '\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED'
export const TATWEEL = '\u0640'
/** Controls of direction and joining that have no place in a stored text: soft hyphen, ZWSP … ZWJ, LRM, RLM, ALM, embeddings, isolates, BOM. */
export const INVISIBLE = '\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF'
/** The blocks Arabic Presentation Forms-A and -B. */
export const PRESENTATION_FORMS = '\uFB50-\uFDFF\uFE70-\uFEFC'
export const ARABIC_LETTERS =
  '\u0620-\u063F\u0641-\u064A\u066E\u066F\u0671-\u06D3\u06D5\u06EE\u06EF\u06FA-\u06FC\u06FF'
export const ARABIC_INDIC_DIGITS = '\u0660-\u0669'
export const PERSIAN_DIGITS = '\u06F0-\u06F9'
