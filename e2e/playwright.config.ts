// What a shopper does, in Chromium, against the built shop. Every worker has a shop and a Local Stripe of its own.
import { defineConfig } from 'playwright/test'
import { againstStripe } from './stripe-mode.ts'

const { CHROMIUM_PATH } = process.env
const withoutScript = 'without-script*.spec.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './make-template.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: againstStripe ? 120_000 : 60_000,
  expect: { timeout: againstStripe ? 30_000 : 10_000 },
  // The whole shop once more for browsers that run no script. Worker processes are each project's own, and so are their shops.
  projects: [
    { name: 'with script', testMatch: '*.spec.ts', testIgnore: withoutScript },
    { name: 'without script', testMatch: withoutScript, use: { javaScriptEnabled: false } },
  ],
  use: {
    screenshot: 'only-on-failure',
    launchOptions: {
      // Root in a container has no sandbox; the rest keeps the browser from talking to anybody but the shop.
      chromiumSandbox: false,
      args: [
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
      ...(CHROMIUM_PATH && { executablePath: CHROMIUM_PATH }),
    },
  },
})
