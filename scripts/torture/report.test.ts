import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportOf } from './report.ts'
import type { Ran } from './run-proofs.ts'

const ran: Ran = {
  proof: { name: 'laws', what: 'every permutation', goal: 'no counterexample' },
  database: 'postgresql',
  seed: 7,
  seconds: 90,
  passed: true,
  measured: '5 | 6',
  problems: [],
}
const run = {
  seed: 7,
  started: new Date('2026-11-01T12:00:00Z'),
  ended: new Date('2026-11-01T12:02:00Z'),
}

test('The report says what was proved, of which size, from which seed, when, and how to have it again', () => {
  const report = reportOf([ran], run)

  assert.match(
    report,
    /\| laws \| every permutation \| postgresql \| 5 \\\| 6 \| no counterexample \| 1\.5 \| ✓ \|/,
  )
  assert.match(report, /Every proof passed: 1 runs in 2 minutes, 2026-11-01, seed 7\./)
  assert.match(report, /`npm run torture -- --seed 7`/)
  assert.match(report, /\d+ cores .* Node \d+/)
})

test('A proof that failed is named with what went wrong', () => {
  const report = reportOf([{ ...ran, passed: false, problems: ['order A: sold twice'] }], run)

  assert.match(report, /1 of 1 proofs failed/)
  assert.match(report, /## laws, postgresql: failed\n\n\* order A: sold twice/)
})
