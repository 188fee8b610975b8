/** What is one glyph of a page, and does it take room of its own? */

/** One drawn glyph. Lengths are points, x grows to the right and y downwards on the upright page. */
export type Glyph = {
  /** What the font says it stands for: one letter, several for a ligature, nothing where it does not say. */
  text: string
  /** Its font, as the page calls it, and its number there; negative for all glyphs of a span together. */
  font: string
  code: number
  /** Left and right end of its advance. */
  x0: number
  x1: number
  /** Of its baseline. */
  y: number
  size: number
  /** Place in the file. */
  order: number
  /** Direction of writing in degrees; 0 for upright text. */
  angle: number
  /** Drawn turned over, so that what is written from its first letter on runs from the right. */
  mirrored?: true
  /** Which of the spans that may say what they stand for holds it, counted from 0 through those that draw something. */
  span?: number
}

/** Less advance than this, in sizes, is none. */
const NO_ROOM = 0.06

/** False for marks that are drawn over their letter. */
export function takesRoom({ x0, x1, size }: Pick<Glyph, 'x0' | 'x1' | 'size'>): boolean {
  return x1 - x0 >= NO_ROOM * size
}
