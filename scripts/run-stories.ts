// What shoppers do, in a browser, against the built shop.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { againstStripe } from '../e2e/stripe-mode.ts'
import { ensureBrowser } from './browser.ts'
import type { Count } from './tally.ts'

const playwright = ['node_modules/playwright/cli.js', 'test', '--config', 'e2e/playwright.config.ts']

/** Runs every story and counts them. Throws when there is no browser for them or Playwright leaves no report. */
export async function runStories(): Promise<Count> {
  console.log(
    againstStripe
      ? 'Stories run against Stripe (STRIPE_SECRET_KEY is set)'
      : 'Stories run against Local Stripe',
  )
  const browser = await ensureBrowser()
  const report = join(tmpdir(), `kiosk-stories-${process.pid}.json`)
  const child = spawn(process.execPath, [...playwright, '--reporter', 'list,json'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, ...(browser && { CHROMIUM_PATH: browser }) },
  })
  const [exitCode] = (await once(child, 'exit')) as [number | null]
  try {
    return countStories({ report: readFileSync(report, 'utf8'), exitCode })
  } catch (error) {
    throw new Error(`Playwright ended (${exitCode}) without a report that can be read.`, { cause: error })
  } finally {
    rmSync(report, { force: true })
  }
}

/** Counts the stories of Playwright's JSON report; `exitCode` is null when it was killed. Throws when it is not one. */
export function countStories({ report, exitCode }: { report: string; exitCode: number | null }): Count {
  const { stats, errors } = JSON.parse(report) as {
    stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>
    errors: unknown[]
  }
  const failed = stats.unexpected + stats.flaky + errors.length
  return {
    passed: stats.expected,
    failed: exitCode === 0 ? failed : Math.max(failed, 1),
    skipped: stats.skipped,
  }
}
