/** A service in a real browser. Where there is no Chromium nothing can be tried; on CI that is a failure. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { App } from '../../src/http/app.js'
import { listen } from '../../src/http/server.js'

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const QUIET =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const executablePath = BROWSERS.find((path) => existsSync(path))

export const unwatched = !executablePath && process.env.CI !== 'true'
if (unwatched) console.log(`No Chromium at ${BROWSERS.join(', ')}: the pages were not tried in a browser.`)

type Shown = { browser: Browser; url: string }

/** @param served its `app` is there before the tests run @returns where it listens, and who looks */
export function showing(served: { app: App }): Shown {
  const shown = {} as Shown
  beforeAll(async () => {
    shown.url = (await listen(served.app, { host: '127.0.0.1', port: 0 })).url
    shown.browser = await chromium.launch({ executablePath, args: QUIET.split(' ') })
  })
  afterAll(() => shown.browser?.close())
  return shown
}
