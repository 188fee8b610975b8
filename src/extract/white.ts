/**
 * Where does a reader see white between two paragraphs? Some authors leave a paragraph empty; others have styles that keep space,
 * and then the file holds no blank line.
 */

/** Space around a paragraph, in twentieths of a point. */
export type Space = {
  before?: number
  after?: number
  /** None between paragraphs of the same style. */
  close?: boolean
}
/** What a style says of it, and where the rest comes from. */
export type SpaceStyle = Space & { basedOn?: string }

/** Twentieths of a point; less is part of the distance of lines. */
export const LEAST_WHITE = 80
/** Empty paragraphs for each that is only set apart, above which the empty ones alone divide. */
const BLANK_SHARE = 0.2
/** Styles are based on one another; a circle has no end. */
const DEEPEST = 20

export function isWhite(above: Space & { style?: string }, below: Space & { style?: string }): boolean {
  const alike = above.style === below.style
  const after = above.close && alike ? 0 : (above.after ?? 0)
  const before = below.close && alike ? 0 : (below.before ?? 0)
  return after + before >= LEAST_WHITE
}

/** What the paragraph does not say comes from its style, or the style that one is based on. */
export function withStyleSpace(
  styles: Map<string, SpaceStyle>,
  style: string | undefined,
  own: Space,
): Space {
  const space = { ...own }
  let name = style
  for (let depth = 0; name !== undefined && depth < DEEPEST; depth++) {
    const found = styles.get(name)
    space.before ??= found?.before
    space.after ??= found?.after
    space.close ??= found?.close
    name = found?.basedOn
  }
  return space
}

/** An author who divides by empty paragraphs means nothing by the space of his styles. */
export function spaceDivides(counts: { blank: number; space: number }): boolean {
  return counts.blank <= counts.space * BLANK_SHARE
}
