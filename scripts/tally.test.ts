import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closingLines, startTally } from './tally.ts'

function quietTally() {
  const said: string[] = []
  return { said, tally: startTally((line) => said.push(line)) }
}

test('A check that throws is one failure with its reason, and those after it are still counted', async () => {
  const { said, tally } = quietTally()
  assert.equal(await tally.check('Format', () => Promise.reject(new Error('a.ts is not formatted'))), false)
  assert.equal(await tally.check('Types', () => Promise.resolve()), true)
  assert.deepEqual(tally.total(), { passed: 1, failed: 1, skipped: 0 })
  assert.equal(said[0], '✖ Format\na.ts is not formatted')
})

test('Tests that cannot run at all are one failure, and so are tests that are not there', async () => {
  const { said, tally } = quietTally()
  await tally.count('Stories', () => Promise.reject(new Error('No Chromium found')))
  await tally.count('Rules', () => Promise.resolve({ passed: 0, failed: 0, skipped: 3 }))
  await tally.count('Rules', () => Promise.resolve({ passed: 5, failed: 1, skipped: 2 }))
  assert.deepEqual(tally.total(), { passed: 5, failed: 3, skipped: 2 })
  assert.deepEqual(said, ['✖ Stories\nNo Chromium found', '✖ Rules\nNo test ran.'])
})

test('The count stands alone on the last line, with what to do next before it', () => {
  const good = closingLines({ passed: 7, failed: 0, skipped: 0 })
  assert.deepEqual(good, ['', 'All good: npm run demo opens the shop.', '7 passed, 0 failed'])
  const bad = closingLines({ passed: 7, failed: 2, skipped: 0 })
  assert.equal(bad.at(-1), '7 passed, 2 failed')
  assert.match(bad.at(-2) ?? '', /test-results/)
})

test('What was skipped has a line of its own and is no part of what passed', () => {
  const lines = closingLines({ passed: 7, failed: 0, skipped: 4 })
  assert.ok(lines.includes('4 skipped'))
  assert.equal(lines.at(-1), '7 passed, 0 failed')
})
