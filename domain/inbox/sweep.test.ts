// Sweeps that meet: of all processes that serve a shop, one at a time.
import '#prisma/test-database'
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, beforeEach, mock, test } from 'node:test'
import { statusOf } from '#domain/orders/order'
import { readOrder } from '#domain/orders/test-orders'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase, transaction } from '#prisma/client'
import { PacedCalls } from '#stripe/paced-calls'
import { breakStripe, listStripeRequests, mendStripe } from '#stripe/test-stripe'
import { takeLease } from './lease-store.ts'
import { sweep } from './sweep.ts'
import { anOrderPaidAtStripe, forgetOrders, inMinutes, sweepIn } from './test-sweeps.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)
beforeEach(forgetOrders)

test('Of two sweeps at once one is busy with the other, and what there is to repair is repaired once', async () => {
  const { sku, order } = await anOrderPaidAtStripe()

  const swept = await Promise.all([sweep(inMinutes(3)), sweep(inMinutes(3))])

  assert.equal(swept.filter((answer) => answer === 'busy').length, 1)
  assert.equal(statusOf(await readOrder(order.token)), 'paid')
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 1 })
})

test('Sweeps that follow each other do not meet', async () => {
  for (let sweeps = 0; sweeps < 3; sweeps += 1) assert.notEqual(await sweep(), 'busy')
})

test('A process that is killed while it sweeps keeps the others from it for a minute, and no longer', async () => {
  const program = `
    const { holdLease } = await import('./domain/inbox/hold-lease.ts')
    setInterval(() => {}, 1000)
    await holdLease({ name: 'sweep', now: () => new Date(), work: async () => { console.log('sweeping'); await new Promise(() => {}) } })`
  const other = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(other.stdout, 'data')
  other.kill('SIGKILL')
  await once(other, 'exit')

  const before = (await listStripeRequests()).length
  assert.equal(await sweep(), 'busy')
  assert.equal((await listStripeRequests()).length, before)
  assert.notEqual(await sweep(inMinutes(1.1)), 'busy')
})

test('A sweep that another has taken over from, because it slept, stops where it is', async () => {
  await sweepIn(0)
  for (let orders = 0; orders < 3; orders += 1) await anOrderPaidAtStripe()
  let time = 0
  const sleep = async () => {
    time += 61_000
    const claim = { name: 'sweep', holder: 'another', now: inMinutes(5), until: inMinutes(6) }
    assert.equal(await transaction((tx) => takeLease(tx, claim)), true)
  }
  const calls = new PacedCalls({ sleep, clock: () => 0 })

  const swept = await sweep(inMinutes(3), { calls, clock: () => time })

  assert.ok(swept !== 'busy')
  assert.equal(swept.repairs.length, 1)
  assert.equal(swept.failed, 0)
})

test('A sweep keeps its turn while Stripe is silent, however long it asks', async () => {
  const begun = inMinutes(3).getTime()
  let time = 0
  const taken: boolean[] = []
  const sleep = async () => {
    time += 25_000
    const [now, until] = [new Date(begun + time), new Date(begun + time + 60_000)]
    taken.push(await transaction((tx) => takeLease(tx, { name: 'sweep', holder: 'another', now, until })))
  }
  const calls = new PacedCalls({ sleep, clock: () => 0 })
  await breakStripe({ fault: '429', times: 100 })

  const swept = await sweep(new Date(begun), { calls, clock: () => time })

  await mendStripe()
  assert.ok(swept !== 'busy')
  assert.equal(swept.unanswered, 5)
  assert.deepEqual(taken, [false, false, false, false])
})
