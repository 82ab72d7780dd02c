// Every check there is: format, lint, types, rules beside the code, the built shop in a browser. Ends with "N passed, N failed".
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run as runTests } from 'node:test'
import { spec } from 'node:test/reporters'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { ensureBrowser } from './browser.ts'
import { buildShop, generateClient, next } from './prepare.ts'
import { runScript, step } from './step.ts'

interface Count {
  passed: number
  failed: number
}

const total: Count = { passed: 0, failed: 0 }

await step('Preparing Prisma’s client', generateClient)
await check('Format', () => runScript('node_modules/oxfmt/bin/oxfmt', ['--check', '.']))
await check('Lint, with who may import whom', () =>
  runScript('node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', '.']),
)
await check('Types', async () => {
  await runScript(next, ['typegen'])
  return runScript('node_modules/typescript/bin/tsc', ['--noEmit', '--incremental', 'false'])
})
add('Rules', await runRules())
await check('Build', buildShop)
const browser = await step('Finding a browser', ensureBrowser)
add('Stories', await runStories(browser))
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

/** Counts one check, and goes on to the next when it fails: one run shows everything that is wrong. */
async function check(title: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now()
  const problem = await work().then(
    () => null,
    (error: Error) => error.message,
  )
  console.log(
    `${problem === null ? '✔' : '✖'} ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  )
  if (problem !== null) console.log(problem)
  add(title, problem === null ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
}

function add(title: string, { passed, failed }: Count): void {
  if (passed + failed === 0) throw new Error(`${title}: no test ran`)
  total.passed += passed
  total.failed += failed
}

/** The tests beside the code, each file in a process of its own. */
async function runRules(): Promise<Count> {
  const count: Count = { passed: 0, failed: 0 }
  const tests = runTests({
    globPatterns: ['{app,domain,stripe,prisma,local-stripe,messages,scripts}/**/*.test.ts', '*.test.ts'],
    concurrency: 2,
  })
  tests.on('test:summary', ({ file, counts }) => {
    if (file !== undefined) return
    count.passed = counts.passed
    count.failed = counts.tests - counts.passed - counts.skipped
  })
  tests.compose(spec).pipe(process.stdout, { end: false })
  await new Promise((resolve) => tests.once('close', resolve))
  return count
}

/** What shoppers do, in a browser, against the built shop. */
async function runStories(browserPath: string | null): Promise<Count> {
  const report = join(tmpdir(), `kiosk-stories-${process.pid}.json`)
  const args = [
    'node_modules/playwright/cli.js',
    'test',
    '--config',
    'e2e/playwright.config.ts',
    '--reporter',
    'list,json',
  ]
  const env = {
    ...process.env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    ...(browserPath && { CHROMIUM_PATH: browserPath }),
  }
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8')) as {
    stats: Record<'expected' | 'unexpected' | 'flaky', number>
    errors: unknown[]
  }
  rmSync(report, { force: true })
  const failed = stats.unexpected + stats.flaky + errors.length
  return { passed: stats.expected, failed: code === 0 ? failed : Math.max(failed, 1) }
}
