import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PacedCalls } from './paced-calls.ts'

// A clock that only sleeping and calling move.
function aTime() {
  let now = 0
  return {
    clock: () => now,
    pass: (milliseconds: number) => {
      now += milliseconds
    },
    sleep: async (milliseconds: number) => {
      now += milliseconds
    },
  }
}

type Time = ReturnType<typeof aTime>

// When each of `count` calls began that last so long.
async function beginnings(time: Time, count: number, lasts: (call: number) => number): Promise<number[]> {
  const calls = new PacedCalls(time)
  const begun: number[] = []
  for (let call = 0; call < count; call += 1) {
    await calls.ask(async () => {
      begun.push(time.clock())
      time.pass(lasts(call))
    })
  }
  return begun
}

function mostWithinASecond(moments: readonly number[]): number {
  return Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + 1000).length))
}

test('However fast Stripe answers, no second sees more than eight calls begin', async () => {
  const begun = await beginnings(aTime(), 100, () => 0)

  assert.equal(mostWithinASecond(begun), 8)
  assert.equal(begun.at(-1), 12_375)
})

test('The first call does not wait, and neither does one that comes long after the last', async () => {
  const time = aTime()
  const calls = new PacedCalls(time)
  for (const at of [0, 5_000]) {
    time.pass(at - time.clock())
    await calls.ask(async () => assert.equal(time.clock(), at))
  }
})

test('Calls that take their time do not wait on top of it', async () => {
  assert.deepEqual(await beginnings(aTime(), 4, () => 250), [0, 250, 500, 750])
})

test('A call so long that the SDK may have made it twice counts as two', async () => {
  const begun = await beginnings(aTime(), 40, (call) => (call % 3 === 0 ? 510 : 5))
  const again = begun.filter((_, call) => call % 3 === 0).map((at) => at + 500)

  assert.ok(mostWithinASecond([...begun, ...again]) <= 10)
  assert.deepEqual(await beginnings(aTime(), 2, () => 510), [0, 635])
})

test('Calls asked for all at once are made eight a second', async () => {
  const waits: number[] = []
  const calls = new PacedCalls({ clock: () => 0, sleep: async (milliseconds) => waits.push(milliseconds) })

  await Promise.all(Array.from({ length: 5 }, () => calls.ask(async () => 1)))

  assert.deepEqual(waits, [125, 250, 375, 500])
})

test('An answer is given as it is, and an error comes through', async () => {
  const calls = new PacedCalls(aTime())

  assert.equal(await calls.ask(async () => 'answer'), 'answer')
  await assert.rejects(
    calls.ask(async () => {
      throw new Error('mine')
    }),
    { message: 'mine' },
  )
  assert.equal(calls.unanswered, 0)
})

test('After five calls in a row without an answer no more are made', async () => {
  const calls = new PacedCalls(aTime())
  let made = 0
  const call = async () => {
    made += 1
    return 'unanswered' as const
  }

  for (let times = 0; times < 9; times += 1) assert.equal(await calls.ask(call), 'unanswered')

  assert.deepEqual([made, calls.unanswered, calls.isSilent], [5, 5, true])
})

test('One answer among many failures is enough to go on', async () => {
  const calls = new PacedCalls(aTime())

  for (let call = 1; call <= 50; call += 1)
    await calls.ask(async () => (call % 5 === 0 ? 'answer' : 'unanswered'))

  assert.deepEqual([calls.unanswered, calls.isSilent], [40, false])
})
