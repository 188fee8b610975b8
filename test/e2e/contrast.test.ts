/** Can everything be read? What stands out from what lies behind it, as WCAG 2.2 (1.4.3) wants it, by day and by night. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { serving } from '../helpers/app.js'
import { showing, unwatched } from '../helpers/browser.js'
import { communique } from '../helpers/search-index.js'

const ENOUGH = 4.5
const PAINTED = readFileSync(join(import.meta.dirname, 'painted.js'), 'utf8')
const { key } = communique()
/** So that there is something to choose. */
const OTHER = {
  key: 'other.ar',
  language: 'ar' as const,
  type: 'resolution' as const,
  year: 2015,
  texts: ['قلق السوريين في حلب'],
}
const PAGES = [
  '/?lang=en',
  '/?q=السوريين&lang=en&type=final_communique&year=-2014',
  '/?q=حلب+زيتون',
  '/?q=لاشيء&words=all',
  '/?q=السوريين&group=document',
  `/d/${key}?q=السوريين`,
  `/facets/country?q=السوريين`,
  '/explain?q=السوريين+-حلب',
  '/help',
  '/api',
  '/nothing',
]

describe.skipIf(unwatched)('every text stands out', () => {
  const shown = showing(serving([communique(), OTHER]))

  test.each(
    PAGES.flatMap((path) => [
      ['light' as const, path],
      ['dark' as const, path],
    ]),
  )('%s %s', async (colorScheme, path) => {
    const page = await shown.browser.newPage({ colorScheme })
    await page.goto(shown.url + path)
    const texts = await page.evaluate<Painted[]>(PAINTED)
    expect(texts.length).toBeGreaterThan(5)
    expect(texts.filter(({ ink, paper }) => contrast(ink, paper) < ENOUGH)).toEqual([])
    await page.close()
  })
})

type Colour = [red: number, green: number, blue: number]
type Painted = { name: string; ink: Colour; paper: Colour }

/** From 1 to 21, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Colour, other: Colour): number {
  const [less = 0, more = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (more + 0.05) / (less + 0.05)
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
