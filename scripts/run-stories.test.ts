import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countStories } from './run-stories.ts'

function reportOf(stats: object, errors: unknown[] = []): string {
  return JSON.stringify({
    stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
    errors,
  })
}

test('A skipped story has not passed, and a flaky one has failed', () => {
  const report = reportOf({ expected: 9, skipped: 4, flaky: 1, unexpected: 2 })
  assert.deepEqual(countStories({ report, exitCode: 1 }), { passed: 9, failed: 3, skipped: 4 })
})

test('What breaks outside of a story is a failure', () => {
  const report = reportOf({ expected: 3 }, [{ message: 'make-template failed' }])
  assert.deepEqual(countStories({ report, exitCode: 1 }), { passed: 3, failed: 1, skipped: 0 })
})

for (const exitCode of [1, null]) {
  test(`Playwright that ends with ${exitCode} has failed, even where its report names no failure`, () => {
    assert.equal(countStories({ report: reportOf({ expected: 3 }), exitCode }).failed, 1)
  })
}

for (const report of ['', '{', '{}', '{"stats":null}']) {
  test(`“${report}” is no report`, () => {
    assert.throws(() => countStories({ report, exitCode: 0 }))
  })
}
