/** A reader with a key in a real browser: asked for it, let in, back at the page that they wanted, and out again. */
import { afterAll, describe, expect, inject, test } from 'vitest'
import { createElastic } from '../../src/elastic/client.js'
import { createGate } from '../../src/keys/gate.js'
import { createKeys } from '../../src/keys/keys.js'
import { serving } from '../helpers/app.js'
import { showing, unwatched } from '../helpers/browser.js'
import { ownPrefix } from '../helpers/prefix.js'
import { communique } from '../helpers/search-index.js'

describe.skipIf(unwatched)('signing in with a browser', () => {
  const prefix = ownPrefix()
  const client = createElastic(inject('elasticsearchUrl'))
  const keys = createKeys(client, prefix)
  const shown = showing(serving([communique()], { gate: createGate(keys, 'keys') }))
  afterAll(() => client.close())

  test('leads to the page that was asked for, and out again', async () => {
    const { key } = await keys.create({ name: 'reader', scopes: ['search'] })
    const { browser, url } = shown
    const page = await browser.newPage({ locale: 'en' })
    await page.goto(`${url}/d/${communique().key}?lang=en`)
    await page.fill('input[name=key]', 'bayan_wrong')
    await page.press('input[name=key]', 'Enter')
    expect(await page.locator('[role=alert]').count()).toBe(1)
    await page.fill('input[name=key]', key)
    await page.press('input[name=key]', 'Enter')
    await page.waitForURL(/\/d\//)
    expect(await page.locator('#p-6').count()).toBe(1)
    await page.goto(`${url}/sign-in?lang=en`)
    await page.locator('main button').click()
    await page.waitForURL(/\/sign-in$/)
    await page.goto(url)
    expect(await page.locator('input[name=key]').count()).toBe(1)
  })
})
