/**
 * Text that was recognised on a picture is written from the right by turning it over, its numbers and Latin words too. On paper
 * these run from the left: their glyphs change places.
 */
import type { Glyph } from './glyphs.js'

const FROM_THE_LEFT = /[\p{Script=Latin}\p{Nd}]+(?:[.,:/@_-][\p{Script=Latin}\p{Nd}]+)*/gu

/** @param glyphs in the order of the file */
export function withNumbersUpright(glyphs: Glyph[]): Glyph[] {
  if (!glyphs.some(({ mirrored }) => mirrored)) return glyphs
  const turned = [...glyphs]
  const text = glyphs.map((glyph) => (glyph.mirrored && glyph.text.length === 1 ? glyph.text : ' ')).join('')
  for (const { 0: run, index } of text.matchAll(FROM_THE_LEFT))
    turned.splice(index, run.length, ...upright(glyphs.slice(index, index + run.length)))
  return turned
}

function upright(run: Glyph[]): Glyph[] {
  const [left, right] = [Math.min(...run.map(({ x0 }) => x0)), Math.max(...run.map(({ x1 }) => x1))]
  return run.map((glyph) => ({ ...glyph, x0: left + right - glyph.x1, x1: left + right - glyph.x0 }))
}
