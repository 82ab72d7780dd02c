import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DatabaseUnavailable } from './database-unavailable.ts'
import { TransactionQueue } from './transaction-queue.ts'

test('Jobs run one at a time, in the order they were added, also after one has failed', async () => {
  const queue = new TransactionQueue()
  const steps: string[] = []
  const job = (name: string) => async () => {
    steps.push(`${name} begins`)
    await new Promise(setImmediate)
    steps.push(`${name} ends`)
    if (name === 'b') throw new Error('b fails')
    return name
  }
  const results = await Promise.allSettled(['a', 'b', 'c'].map((name) => queue.add(job(name))))
  assert.deepEqual(steps, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
})

test('A failed job is reported to whoever added it, and to nobody else', async () => {
  const queue = new TransactionQueue()
  const failing = queue.add(() => Promise.reject(new Error('mine')))
  await assert.rejects(failing, { message: 'mine' })
  assert.equal(await queue.add(() => Promise.resolve(1)), 1)
})

test('A job whose turn comes too late is refused as locked and never runs, and the ones after it run', async () => {
  let now = 0
  const queue = new TransactionQueue(() => now)
  let ran = false
  const slow = queue.add(async () => {
    now = 10_001
  })
  const late = queue.add(async () => {
    ran = true
  })
  await slow
  await assert.rejects(late, (error) => error instanceof DatabaseUnavailable && error.reason === 'locked')
  assert.equal(ran, false)
  assert.equal(await queue.add(() => Promise.resolve(1)), 1)
})

test('A queue is drained when its last job has ended', async () => {
  const queue = new TransactionQueue()
  let ended = false
  const job = queue.add(async () => {
    await new Promise(setImmediate)
    ended = true
  })
  await queue.drained()
  assert.equal(ended, true)
  await job
})
