import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DatabaseUnavailable } from './database-unavailable.ts'
import type { Transaction } from './run-transaction.ts'
import { TransactionQueue } from './transaction-queue.ts'

interface QueueParts {
  readonly now?: () => number
  readonly commit?: () => Promise<void>
}

/** A queue over transactions that only remember what was kept: `log` has one entry for each that was committed. */
function aQueue({ now = () => 0, commit = async () => {} }: QueueParts = {}) {
  const log: string[][] = []
  let open: string[] = []
  const queue = new TransactionQueue(async (work) => {
    open = []
    const result = await work(undefined as unknown as Transaction)
    await commit()
    log.push(open)
    return result
  }, now)
  const note = (name: string) => queue.add(async () => open.push(name))
  return { queue, log, note, write: (name: string) => open.push(name) }
}

test('Work that waits together is committed together, in the order it was added', async () => {
  const { log, note } = aQueue()
  await Promise.all(['a', 'b', 'c'].map(note))
  assert.deepEqual(log, [['a', 'b', 'c']])
})

test('Nobody hears of success before the commit they share', async () => {
  const { promise: commit, resolve } = Promise.withResolvers<void>()
  const { note } = aQueue({ commit: () => commit })
  const heard: string[] = []
  const both = Promise.all(['a', 'b'].map((name) => note(name).then(() => heard.push(name))))
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate)
  assert.deepEqual(heard, [])
  resolve()
  await both
  assert.deepEqual(heard, ['a', 'b'])
})

test('When one of a group fails, it alone is told so, and the others are kept by themselves', async () => {
  const { queue, log, note, write } = aQueue()
  const failing = queue.add(async () => {
    write('half')
    throw new Error('mine')
  })
  const results = await Promise.allSettled([note('a'), failing, note('c')])
  assert.deepEqual(log, [['a'], ['c']])
  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
  await assert.rejects(failing, { message: 'mine' })
})

test('When the commit of a group fails because the database does, all of it is told so and none runs again', async () => {
  let runs = 0
  const full = new DatabaseUnavailable('full', 'no room')
  const { queue } = aQueue({ commit: () => Promise.reject(full) })
  const count = () => queue.add(async () => (runs += 1))
  const results = await Promise.allSettled([count(), count()])
  assert.deepEqual(
    results.map((result) => result.status === 'rejected' && result.reason === full),
    [true, true],
  )
  assert.equal(runs, 2)
})

test('When one of a group takes too long, it alone is told so, and the others are kept by themselves', async () => {
  const { queue, log, note } = aQueue()
  const slow = queue.add(() => Promise.reject(new DatabaseUnavailable('overrun', 'too long')))
  const results = await Promise.allSettled([note('a'), slow, note('c')])
  assert.deepEqual(log, [['a'], ['c']])
  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
})

test('Jobs that take long share no transaction, and all of them are done', async () => {
  let now = 0
  const { queue, log, write } = aQueue({ now: () => now })
  const slowly = (name: string) =>
    queue.add(async () => {
      write(name)
      now += 300
    })
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map(slowly))
  assert.deepEqual(log, [['a', 'b'], ['c', 'd'], ['e']])
})

test('A group has at most 24 members, so that the process serves others in between', async () => {
  const { log, note } = aQueue()
  await Promise.all(Array.from({ length: 60 }, (_, index) => note(String(index))))
  assert.deepEqual(
    log.map(({ length }) => length),
    [24, 24, 12],
  )
})

test('Work whose turn comes too late is refused as locked and never runs, and what comes after it runs', async () => {
  let now = 0
  let ran = false
  const { queue, note } = aQueue({ now: () => now })
  const late = queue.add(async () => {
    ran = true
  })
  now = 10_001
  await assert.rejects(late, (error) => error instanceof DatabaseUnavailable && error.reason === 'locked')
  assert.equal(ran, false)
  assert.equal(await note('next'), 1)
})

test('A queue is drained when its last work has ended', async () => {
  const { queue, log, note } = aQueue()
  const last = note('a')
  await queue.drained()
  assert.deepEqual(log, [['a']])
  await last
})
