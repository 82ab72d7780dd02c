// What npm run reconcile and npm run replay print and answer, as a person at a terminal sees it.
import '#prisma/test-database'
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, beforeEach, mock, test } from 'node:test'
import { statusOf } from '../domain/orders/order.ts'
import { aPendingOrder, lineOf, readOrder } from '../domain/orders/test-orders.ts'
import { takeLease } from '../domain/inbox/lease-store.ts'
import { receiveEvent } from '../domain/inbox/receive-event.ts'
import { patience, retryEvents } from '../domain/inbox/retry-events.ts'
import { anOrderPaidAtStripe, forgetOrders, inMinutes, refundAtStripe } from '../domain/inbox/test-sweeps.ts'
import { closeDatabase, transaction } from '../prisma/client.ts'
import { refuseUpdates } from '../prisma/test-obstacle.ts'
import { eventJson, sessionJson, sign } from '../stripe/test-events.ts'
import { breakStripe, mendStripe } from '../stripe/test-stripe.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)
beforeEach(forgetOrders)

test('When all is well, reconcile says so and ends well', async () => {
  const { code, out } = await run('reconcile')

  assert.deepEqual([code, out], [0, '0 orders looked at, 0 repairs\n'])
})

test('Reconcile prints what it repaired, order by order and refund by refund', async () => {
  const { order, paymentIntentId } = await anOrderPaidAtStripe()
  const { id } = await refundAtStripe(paymentIntentId)

  const { code, out } = await run('reconcile')

  assert.equal(statusOf(await readOrder(order.token)), 'refunded')
  assert.deepEqual(out.split('\n').toSorted(), [
    '',
    '0 orders looked at, 2 repairs',
    `order ${order.id}: refunded`,
    `refund ${id}: succeeded`,
  ])
  assert.equal(code, 0)
})

test('Reconcile names what waits for a person, and ends badly while anything does', async () => {
  const { order, id, allowUpdates } = await aParkedEvent()
  await allowUpdates()
  await transaction((tx) => tx.order.update({ where: { id: order.id }, data: { review: 'amount' } }))

  const { code, out } = await run('reconcile')

  assert.match(out, new RegExp(`to look at: order ${order.id}, `))
  assert.match(out, new RegExp(`to look at: event ${id}, .*npm run replay -- ${id}`))
  assert.equal(code, 1)
})

test('While another process sweeps, reconcile says so in plain words and asks Stripe nothing', async () => {
  const claim = { name: 'sweep', holder: 'another', now: new Date(), until: inMinutes(1) }
  await transaction((tx) => takeLease(tx, claim))

  const { code, out } = await run('reconcile')

  assert.match(out, /^Another process of this shop is doing this just now/)
  assert.equal(code, 1)
})

test('When Stripe does not answer, reconcile says how often, and ends badly', async () => {
  await breakStripe({ fault: '429', times: 100 })

  const { code, out } = await run('reconcile')

  await mendStripe()
  assert.match(out, /^5 questions that Stripe did not answer/m)
  assert.equal(code, 1)
})

test('Replay applies the events that it is given, and says what became of each', async () => {
  const { order, id, allowUpdates } = await aParkedEvent()

  const failed = await run('replay', id)
  assert.match(failed.out, new RegExp(`^event ${id}: cannot be applied: `))
  assert.equal(failed.code, 1)

  await allowUpdates()
  assert.deepEqual(await run('replay', id, id), {
    code: 0,
    out: `event ${id}: applied\nevent ${id}: applied\n`,
  })
  assert.equal(statusOf(await readOrder(order.token)), 'paid')
  assert.equal(lineOf(order).quantity, 1)
})

test('Replay takes all that are parked, and says when there are none', async () => {
  const { id, allowUpdates } = await aParkedEvent()
  await allowUpdates()

  assert.deepEqual(await run('replay', '--parked'), { code: 0, out: `event ${id}: applied\n` })
  assert.deepEqual(await run('replay', '--parked', '--pending'), {
    code: 0,
    out: 'There is no such event.\n',
  })
})

test('Replay of an unknown event says that it is not stored, and ends badly', async () => {
  const { code, out } = await run('replay', 'evt_nobody')

  assert.match(out, /^event evt_nobody: not stored here/)
  assert.equal(code, 1)
})

test('Replay of nothing says how it is used', async () => {
  for (const args of [[], ['--all']]) {
    const { code, out } = await run('replay', ...args)
    assert.match(out, /npm run replay -- evt_…/)
    assert.equal(code, 1)
  }
})

async function aParkedEvent() {
  const order = await aPendingOrder()
  const allowUpdates = await refuseUpdates(order.id)
  const { sessionId, total, currency } = order
  const session = { id: sessionId, client_reference_id: order.id, amount_total: total, currency }
  const body = eventJson('checkout.session.completed', sessionJson(session))
  await receiveEvent({ body, signature: sign(body) })
  for (let failures = 1; failures < patience; failures += 1) await retryEvents()
  return { order, id: String(JSON.parse(body).id), allowUpdates }
}

async function run(
  command: 'reconcile' | 'replay',
  ...args: string[]
): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [`scripts/${command}.ts`, ...args], (error, stdout, stderr) => {
      const code = Number(error?.code ?? 0)
      resolve({ code, out: command === 'replay' ? stdout || stderr : stdout })
    })
  })
}
