// The tests beside the code, each file in a process of its own.
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import type { Count } from './tally.ts'

const files = ['{app,domain,stripe,prisma,local-stripe,messages,scripts}/**/*.test.ts', '*.test.ts']

/** Runs them all, prints how each went and counts them. */
export async function runRules(): Promise<Count> {
  let count: Count = { passed: 0, failed: 0, skipped: 0 }
  const tests = run({ globPatterns: files, concurrency: 2 })
  tests.on('test:summary', ({ file, counts: { tests: all, passed, skipped } }) => {
    if (file === undefined) count = { passed, skipped, failed: all - passed - skipped }
  })
  // Read to its end, so that nothing of it is printed after what follows.
  for await (const text of tests.compose(spec)) process.stdout.write(String(text))
  return count
}
