/**
 * Which symbols and addresses were printed from their last part to their first? Programs that turn all of a line, Latin too, print
 * FC/2016/COM-EX/OIC for OIC/EX-COM/2016/FC. Only what has no meaning as it stands is turned back: no symbol ends in its organisation.
 */

/** Numbers that are held together by strokes and stops keep their order. */
const PARTS = /\p{Nd}+(?:[/.,:]\p{Nd}+)*|\p{Script=Latin}+|[^\p{Nd}\p{Script=Latin}]/gu
const TOKEN =
  /(?<![\p{L}\p{Nd}/@.:_-])[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}/@.:_-]*[\p{Script=Latin}\p{Nd}]/gu
/** A roman number in brackets was printed behind the letter of the body: "377/RES/A(V)". */
const ROMAN = /(?<![\p{L}\p{Nd}/])(\p{Nd}+)\/RES\/([AS])(\([IVX]+\))/gu
const TURNED = [
  /^(?!OIC\b)[^/]+\/(?:.+\/)?[^/]+\/OIC$/,
  /^\p{Nd}+(?:\/\p{Nd}+)?(?:-ES)?\/RES\/[AS]$/u,
  /^\p{Nd}+(?:\/\p{Nd}+)+\/[AS]$/u,
  /^(?:org|com|net|int|edu|gov)\..*@[a-z]/,
  /[a-z]\.www(?:\/\/:https?)?$/,
]

export function withTurnedBack(text: string): string {
  return text
    .replace(ROMAN, '$2/RES/$1$3')
    .replace(TOKEN, (token) => (TURNED.some((shape) => shape.test(token)) ? turned(token) : token))
}

function turned(token: string): string {
  return (token.match(PARTS) ?? []).reverse().join('')
}
