// What a shopper does, in Chromium, against the built shop. Every worker has a shop and a Local Stripe of its own.
import { defineConfig } from 'playwright/test'
import { againstStripe } from './stripe-mode.ts'

const { CHROMIUM_PATH } = process.env

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  globalSetup: './make-template.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: againstStripe ? 120_000 : 60_000,
  expect: { timeout: againstStripe ? 30_000 : 10_000 },
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
