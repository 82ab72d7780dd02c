import '#prisma/test-database'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { closeDatabase, transaction } from '#prisma/client'
import { type Held, holdLease, LeaseLost, leaseMilliseconds } from './hold-lease.ts'
import { findDoneAt, markDone, releaseLease, takeLease } from './lease-store.ts'

after(closeDatabase)

const noon = new Date('2026-11-23T12:00:00Z')
const later = (milliseconds: number) => new Date(noon.getTime() + milliseconds)
const hour = 60 * 60_000

test('While one holds a lease, another is told that it is busy and does nothing', async () => {
  const name = randomUUID()
  const inner = () => holdLease({ name, now: () => noon, work: () => assert.fail('did its work') })

  assert.deepEqual(await holdLease({ name, now: () => noon, work: async () => [await inner()] }), ['busy'])
})

test('Of twenty that want a lease at once, one gets it', async () => {
  const name = randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => take({ name, holder: `holder ${index}`, now: noon })),
  )

  assert.equal(answers.filter(Boolean).length, 1)
})

test('A lease is free again as soon as the work is over, however it ended', async () => {
  const name = randomUUID()
  const broken = holdLease({ name, now: () => noon, work: () => Promise.reject(new Error('broken')) })
  await assert.rejects(broken, { message: 'broken' })

  assert.equal(await holdLease({ name, now: () => noon, work: async () => 'done' }), 'done')
})

test('A holder that died loses its lease a minute after it was last heard of, not before', async () => {
  const name = randomUUID()
  await take({ name, holder: 'dead', now: noon })

  const tryAt = (at: Date) => holdLease({ name, now: () => at, work: async () => 'done' })
  assert.equal(await tryAt(later(leaseMilliseconds - 1)), 'busy')
  assert.equal(await tryAt(later(leaseMilliseconds)), 'done')
})

test('A holder that is heard of keeps its lease for as long as it works', async () => {
  const name = randomUUID()
  let now = noon
  const answer = await holdLease({
    name,
    now: () => now,
    async work({ keep }: Held) {
      for (let seconds = 0; seconds < 600; seconds += 25) {
        now = later(seconds * 1000)
        await keep()
        assert.equal(await take({ name, holder: 'another', now }), false)
      }
      return 'done'
    },
  })

  assert.equal(answer, 'done')
})

test('A holder that slept for too long learns that another has taken over, and does not take it back', async () => {
  const name = randomUUID()
  let now = noon
  const work = async ({ keep }: Held) => {
    now = later(leaseMilliseconds + 1)
    await take({ name, holder: 'another', now })
    await keep()
  }

  await assert.rejects(holdLease({ name, now: () => now, work }), LeaseLost)
  assert.equal(await take({ name, holder: 'a third', now }), false)
})

test('A lease taken by a clock that goes hours ahead stops nobody; by one that goes minutes ahead, it holds', async () => {
  const name = randomUUID()
  await take({ name, holder: 'ahead', now: later(2 * hour) })
  assert.equal(await take({ name, holder: 'right', now: noon }), true)

  await take({ name, holder: 'right', now: later(10 * 60_000) })
  assert.equal(await take({ name, holder: 'another', now: noon }), false)
})

test('Only the holder can give a lease back', async () => {
  const name = randomUUID()
  await take({ name, holder: 'one', now: noon })

  await transaction((tx) => releaseLease(tx, { name, holder: 'another' }))
  assert.equal(await take({ name, holder: 'another', now: noon }), false)
})

test('Up to when work is done is remembered, beside any lease', async () => {
  const name = randomUUID()
  assert.equal(await findDoneAt(name, later(hour)), null)

  await transaction((tx) => markDone(tx, { name, at: noon }))
  assert.equal(await take({ name, holder: 'one', now: later(1) }), true)
  assert.deepEqual(await findDoneAt(name, later(hour)), noon)

  await transaction((tx) => markDone(tx, { name, at: later(5) }))
  assert.deepEqual(await findDoneAt(name, later(hour)), later(5))
})

test('A time up to which work is done that lies in the future, by a clock that was ahead, is not known', async () => {
  const name = randomUUID()
  await transaction((tx) => markDone(tx, { name, at: later(1) }))

  assert.equal(await findDoneAt(name, noon), null)
  assert.deepEqual(await findDoneAt(name, later(1)), later(1))
})

function take({ name, holder, now }: { name: string; holder: string; now: Date }): Promise<boolean> {
  const until = new Date(now.getTime() + leaseMilliseconds)
  return transaction((tx) => takeLease(tx, { name, holder, now, until }))
}
