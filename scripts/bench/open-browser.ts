// The browser that pages are measured in: that of the browser tests.
import { chromium, type Browser } from 'playwright'
import { ensureBrowser } from '../browser.ts'

/** Starts it. Root in a container has no sandbox. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await ensureBrowser()
  return chromium.launch({ chromiumSandbox: false, ...(executablePath && { executablePath }) })
}
