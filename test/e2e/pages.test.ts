/** The pages in a real browser: a reader searches, chooses, opens, and it all stands from right to left. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { serving } from '../helpers/app.js'
import { showing, unwatched } from '../helpers/browser.js'
import { communique } from '../helpers/search-index.js'

const RESOLUTION = {
  key: 'un-unsc-2015-2209.ar',
  language: 'ar' as const,
  title: 'القرار 2209 (2015)',
  body: 'UNSC',
  year: 2015,
  day: '2015-03-06',
  texts: ['يعرب عن قلقه إزاء أوضاع السوريين.', 'يقرر أن يبقي المسألة قيد النظر.'],
}

describe.skipIf(unwatched)('pages in a browser', () => {
  const shown = showing(serving([communique(), RESOLUTION]))
  let url: string
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    url = shown.url
    page = await shown.browser.newPage({ locale: 'ar', viewport: { width: 1280, height: 900 } })
    page.on('console', (message) => complaints.push(message.text()))
  })

  test('a reader searches, narrows, opens the document and stands before the paragraph', async () => {
    await page.goto(url)
    await page.fill('input[name=q]', 'سوريين')
    await page.press('input[name=q]', 'Enter')
    expect(await page.locator('mark').allTextContents()).toContain('السوريين')

    const facet = page.locator('.facets a.value', { hasText: 'مجلس الأمن' })
    const counted = await facet.locator('.count').textContent()
    await facet.click()
    expect(await page.locator('.hit').count()).toBe(Number(counted))
    expect(await page.locator('.facets a.value[aria-current]').count()).toBe(1)

    await page.locator('.chip').click()
    await page.locator('.hit .number').first().click()
    const place = new URL(page.url()).hash.slice(1)
    const target = page.locator(`[id="${decodeURIComponent(place)}"]`)
    expect(await target.locator('mark').count()).toBeGreaterThan(0)
    expect(await target.evaluate((element) => element.matches(':target'))).toBe(true)

    await page.goto(`${url}/d/${communique().key}#p-3`)
    const top = await page.locator('#p-3').evaluate((element) => element.getBoundingClientRect().top)
    const head = await page.locator('.top').evaluate((element) => element.getBoundingClientRect().bottom)
    expect(top).toBeGreaterThanOrEqual(head)
  })

  test('Arabic stands from right to left, English from left to right', async () => {
    const order = async (lang: string) => {
      await page.goto(`${url}/?q=2015&lang=${lang}`)
      const [input, button] = await Promise.all(
        ['.search [name=q]', '.search button'].map((one) => page.locator(one).boundingBox()),
      )
      return (input?.x ?? 0) < (button?.x ?? 0)
    }
    expect(await order('en')).toBe(true)
    expect(await order('ar')).toBe(false)
    const text = page.locator('.hit .text').first()
    expect(await text.evaluate((element) => element.matches(':dir(rtl)'))).toBe(true)
  })

  test('the keyboard is enough', async () => {
    await page.goto(url)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#main')
  })

  test('what is being typed is completed, and chosen by its keys', async () => {
    await page.goto(`${url}/?lang=en`)
    const box = page.getByRole('combobox')
    await box.pressSequentially('مجل')
    await page.getByRole('option', { name: 'مجلس الأمن' }).waitFor()
    expect(await box.getAttribute('aria-expanded')).toBe('true')
    await box.press('ArrowDown')
    const chosen = page.getByRole('option', { selected: true })
    expect(await box.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
    await box.press('Escape')
    expect(await box.getAttribute('aria-expanded')).toBe('false')
    expect(await box.inputValue()).toBe('مجل')
    await box.press('Backspace')
    await page.getByRole('option').first().waitFor()
    await box.press('ArrowDown')
    await box.press('Enter')
    await page.waitForURL(/body=UNSC|meeting=|\/d\//)
  })

  test('the box of a facet is not completed, nor the question that it keeps', async () => {
    await page.goto(`${url}/facets/country?q=${encodeURIComponent('السوريين')}`)
    expect(await page.locator('[role=combobox]').count()).toBe(1)
    expect(await page.locator('input[name=find]').getAttribute('role')).toBeNull()
  })

  test.each([
    '/',
    '/?q=السوريين&lang=fr',
    `/d/${RESOLUTION.key}`,
    '/?q=لاشيء',
    '/explain?q=السوريين',
    '/nothing',
    '/help?lang=fr',
    '/api?lang=en',
  ])('%s fits a telephone, and a finger what unfolds', async (path) => {
    await page.setViewportSize({ width: 360, height: 844 })
    await page.goto(url + path)
    const width = await page.evaluate('document.documentElement.scrollWidth')
    expect(width).toBe(360)
    const heights = await page
      .locator('summary:visible')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
    expect(heights.filter((height) => height < 24)).toEqual([])
  })

  test('a printed document lies within its paper, without what only a screen can use', async () => {
    await page.setViewportSize({ width: 720, height: 1000 })
    await page.emulateMedia({ media: 'print' })
    await page.goto(`${url}/d/${communique().key}`)
    const boxes = await page
      .locator('main, .document > *')
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map(({ left, right }) => [left, right]),
      )
    expect(boxes.filter(([left = 0, right = 0]) => left < 0 || right > 720)).toEqual([])
    expect(await page.locator('.top:visible, summary:visible, .offer:visible').count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
  })

  test('the browser had nothing to complain about', () => {
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([])
  })
})
