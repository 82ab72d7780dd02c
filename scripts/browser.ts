// A Chromium for the browser tests: the machine's own, else Playwright's, else Debian's.
import { existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { run, runScript } from './step.ts'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const playwright = 'node_modules/playwright/cli.js'

/** Where the browser is; null: where Playwright itself looks for its own. Installs one when there is none. */
export async function ensureBrowser(): Promise<string | null> {
  const found = process.env.CHROMIUM_PATH ?? installed.find((path) => existsSync(path))
  if (found) return found
  if (hasPlaywrightBrowser()) return null
  try {
    await runScript(playwright, ['install', '--only-shell', 'chromium'])
    return null
  } catch (error) {
    return installFromDebian(error)
  }
}

function hasPlaywrightBrowser(): boolean {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright')
  return globSync(join(folder, 'chromium_headless_shell-*', 'INSTALLATION_COMPLETE')).length > 0
}

async function installFromDebian(reason: unknown): Promise<string> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      `No Chromium found, and Playwright could not fetch one. Install Chromium or Chrome and run this again.\n${String(reason)}`,
    )
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], env)
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], env)
  return '/usr/bin/chromium'
}
