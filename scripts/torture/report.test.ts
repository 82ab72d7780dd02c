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
const day = new Date('2026-11-01T12:00:00Z')

test('The report says what was proved, of which size, from which seed, when, and how to have it again', () => {
  const report = reportOf([ran], day)

  assert.match(
    report,
    /\| laws \| postgresql \| every permutation \| 5 \\\| 6 \| no counterexample \| 1\.5 \| 7 \| 2026-11-01 \| ✓ \|/,
  )
  assert.match(report, /Every proof passed: 1 runs\./)
  assert.match(report, /`npm run torture -- --seed 7 --only kills --database sqlite`/)
  assert.match(report, /\d+ cores .* Node \d+/)
})

test('A proof that failed is named with what went wrong', () => {
  const report = reportOf([{ ...ran, passed: false, problems: ['order A: sold twice'] }], day)

  assert.match(report, /1 of 1 runs failed/)
  assert.match(report, /## laws, postgresql: failed\n\n\* order A: sold twice/)
})

test('What is run again takes the place of what stood there; the rest stays, with what went wrong', () => {
  const lost = { ...ran, passed: false, problems: ['lost'] }
  const kills = { ...lost, proof: { ...ran.proof, name: 'kills' } }
  const first = reportOf([ran, { ...lost, database: 'sqlite' }, kills], day)

  const second = reportOf([{ ...ran, database: 'sqlite', measured: 'mended' }], day, first)

  assert.deepEqual(
    [...second.matchAll(/^\| (\w+) \| (\w+) \|.* ([✓✗]) \|$/gm)].map(([, ...cells]) => cells.join(' ')),
    ['laws sqlite ✓', 'laws postgresql ✓', 'kills postgresql ✗'],
  )
  assert.match(second, /1 of 3 runs failed/)
  assert.match(second, /mended/)
  assert.match(second, /## kills, postgresql: failed\n\n\* lost/)
  assert.doesNotMatch(second, /## laws/)
})
