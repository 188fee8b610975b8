/**
 * Which lines of a page are its text, and which only lead to other pages? Told by the element that holds the text, by what its
 * author calls the parts around it, and by links: before and behind the text a line of nothing else is a menu.
 */
import { isLinked, type Line, lettersIn, MENU } from './line.js'

/** Share of the letters outside of links that must be left for a part to stand for the page. */
const LEAST_SHARE = 0.3
/** Words of a line that is text and no menu, title or date. */
const TEXT_WORDS = 8

export function mainPart(lines: Line[]): Line[] {
  const own = standing(lines, (line) => !line.aside)
  const main = standing(own, (line) => line.main)
  return withoutMenus(main)
}

/** The lines that are meant, where enough is left. */
function standing(lines: Line[], isMeant: (line: Line) => boolean): Line[] {
  const meant = lines.filter(isMeant)
  return meant.length > 0 && lettersOf(meant) >= LEAST_SHARE * lettersOf(lines) ? meant : lines
}

function lettersOf(lines: Line[]): number {
  return lines.reduce((sum, line) => sum + lettersIn(line) - line.linked, 0)
}

/** Within the text links are what it cites; a page that has no text is a list of them. */
function withoutMenus(lines: Line[]): Line[] {
  const first = lines.findIndex(isText)
  if (first < 0) return lines
  const last = lines.findLastIndex(isText)
  return lines.filter((line, at) => {
    if (at >= first && at <= last) return true
    if (at > last && line.heading && inMenu(lines, at + 1)) return false
    return !inMenu(lines, at)
  })
}

function inMenu(lines: Line[], at: number): boolean {
  const line = lines[at]
  if (!line || !isLinked(line)) return false
  return line.links >= MENU || [at - 1, at + 1].some((beside) => isLinked(lines[beside]))
}

function isText(line: Line): boolean {
  return !isLinked(line) && line.text.split(/\s+/).length >= TEXT_WORDS
}
