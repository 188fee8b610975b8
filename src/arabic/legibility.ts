/** How much of this text can be read? 1 is clean; letters that were lost, private or unassigned count against it. */

const VISIBLE = /\S/gu
const LOST = /[\uFFFD\p{Co}\p{Cn}]/gu
/** A text with this share of lost letters is worthless. */
const WORTHLESS_SHARE = 0.2

/** @returns 0 to 1, in hundredths */
export function legibility(text: string): number {
  const visible = text.match(VISIBLE)?.length ?? 0
  const lost = text.match(LOST)?.length ?? 0
  const share = visible === 0 ? 0 : 1 - lost / visible / WORTHLESS_SHARE
  return Math.round(Math.max(share, 0) * 100) / 100
}
