/** A reader with a key in a real browser: asked for it, let in, back at the page that they wanted, and out again. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createElastic } from '../../src/elastic/client.js'
import type { App } from '../../src/http/app.js'
import { listen } from '../../src/http/server.js'
import { createGate } from '../../src/keys/gate.js'
import { createKeys } from '../../src/keys/keys.js'
import { appOver } from '../helpers/app.js'
import { ownPrefix } from '../helpers/prefix.js'
import { communique, type SmallIndex, smallIndex } from '../helpers/search-index.js'

const QUIET = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking'
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
)
const unwatched = !executablePath && process.env.CI !== 'true'
if (unwatched) console.log('No Chromium: signing in was not tried in a browser.')

describe.skipIf(unwatched)('signing in with a browser', () => {
  const prefix = ownPrefix()
  const client = createElastic(inject('elasticsearchUrl'))
  const keys = createKeys(client, prefix)
  let index: SmallIndex
  let app: App
  let browser: Browser
  let url: string

  beforeAll(async () => {
    index = await smallIndex(inject('elasticsearchUrl'), [communique()])
    const gate = createGate(keys, 'keys')
    app = await appOver(index.search, { gate })
    url = (await listen(app, { host: '127.0.0.1', port: 0 })).url
    browser = await chromium.launch({ executablePath, args: QUIET.split(' ') })
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await index?.remove()
    await client.close()
  })

  test('leads to the page that was asked for, and out again', async () => {
    const { key } = await keys.create({ name: 'reader', scopes: ['search'] })
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
