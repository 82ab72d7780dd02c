// Measures the figures in README again, each beside its limit of the same run. Reports; never fails a build by time.
// `--first-start` measures the one that installs everything anew.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildBesideBare } from './bench/build-beside-bare.ts'
import { startBenchShop } from './bench/bench-shop.ts'
import { measureCheckout } from './bench/checkout.ts'
import { measureFirstStart } from './bench/first-start.ts'
import { measurePages } from './bench/pages.ts'
import { measureLaterStart } from './bench/later-start.ts'
import { measureWebhooks } from './bench/webhooks.ts'
import { buildShop, generateClient } from './prepare.ts'
import { stopServers } from './server.ts'
import { step } from './step.ts'

export interface Figure {
  readonly what: string
  readonly measured: string
  readonly beside: string
  readonly goal: string
  readonly met: boolean
}

const folder = mkdtempSync(join(tmpdir(), 'kiosk-bench-'))
const figures = process.argv.includes('--first-start')
  ? await step('Starting the demo of a fresh clone', () => measureFirstStart(folder))
  : await measureShop()
console.log('\n| what | measured | beside | goal | |\n|---|---|---|---|---|')
for (const { what, measured, beside, goal, met } of figures) {
  console.log(`| ${what} | ${measured} | ${beside} | ${goal} | ${met ? '✓' : '✗'} |`)
}
rmSync(folder, { recursive: true, force: true })
await stopServers('done', 0)

async function measureShop(): Promise<Figure[]> {
  await step('Preparing', generateClient)
  await step('Building', buildShop)
  const build = join(folder, 'build')
  await step('Building it beside a bare Route Handler', () => buildBesideBare(build))
  const shop = await step('Starting a shop of its own', () => startBenchShop({ build, folder }))
  return [
    ...(await step('Weighing pages', () => measurePages(shop.url, folder))),
    ...(await step('Opening checkouts', () => measureCheckout(shop))),
    ...(await step('Sending webhooks', () => measureWebhooks(shop))),
    ...(await step('Starting the demo again', () => measureLaterStart(folder))),
  ]
}
