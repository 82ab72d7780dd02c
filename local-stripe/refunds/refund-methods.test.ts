// Refunds of what was not paid by card. The payment is one by card that is turned into one by another method, because
// only the charge decides how a refund goes.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { DatabaseSync } from 'node:sqlite'
import { idOf } from '../testing/local-stripe-for-test.ts'
import { paidSession } from '../testing/paid-session.ts'

const details: Record<string, object> = {
  konbini: { store: null },
  multibanco: { entity: null, reference: null },
  alipay: { fingerprint: null, transaction_id: null },
}

/** A shop with one payment by a method. */
async function paidBy(t: TestContext, type: string, email: string | null = 'ann@example.com') {
  const folder = mkdtempSync(join(tmpdir(), 'local-stripe-'))
  const data = join(folder, 'refunds.db')
  const setup = await paidSession(t, { data })
  t.after(() => rmSync(folder, { recursive: true }))
  const database = new DatabaseSync(data)
  const change = `UPDATE objects SET body = json_set(body, '$.payment_method_details', json(?), '$.billing_details.email', ?)
    WHERE id = ?`
  database.prepare(change).run(JSON.stringify({ type, [type]: details[type] }), email, setup.charge)
  database.close()
  return setup
}

const updates = ['refund.updated', 'charge.refund.updated']

test('A refund of a konbini payment waits for the customer’s account, and goes on once it is there.', async (t) => {
  const { stripe, charge, control, wait, eventsOf } = await paidBy(t, 'konbini')
  const refund = await stripe.refunds.create({ charge, amount: 1000 })
  const { email_sent, expires_at } = refund.next_action?.display_details ?? {}
  assert.deepEqual([refund.status, refund.next_action?.type], ['requires_action', 'display_details'])
  assert.deepEqual(email_sent, { email_sent_at: refund.created, email_sent_to: 'ann@example.com' })
  assert.equal(expires_at, refund.created + 45 * 24 * 3600)
  const answer = () => control('POST', '/refunds/details', { refund: refund.id })
  assert.deepEqual(await eventsOf(answer), updates)
  const pending = await stripe.refunds.retrieve(refund.id)
  assert.deepEqual(
    [pending.status, pending.pending_reason, pending.next_action],
    ['pending', 'processing', undefined],
  )
  assert.equal((await answer()).status, 400)
  assert.deepEqual(await eventsOf(() => wait(31)), ['charge.refunded', ...updates])
  assert.equal((await stripe.refunds.retrieve(refund.id)).status, 'succeeded')
})

test('A refund that waits for the customer can be canceled, and only that.', async (t) => {
  const { stripe, charge, eventsOf } = await paidBy(t, 'multibanco')
  const refund = await stripe.refunds.create({ charge })
  assert.deepEqual(await eventsOf(() => stripe.refunds.cancel(refund.id)), updates)
  const canceled = await stripe.refunds.retrieve(refund.id)
  assert.deepEqual([canceled.status, canceled.failure_reason], ['canceled', 'merchant_request'])
  assert.match(idOf(canceled.failure_balance_transaction), /^txn_/)
  const unsupported = { statusCode: 400, message: 'Canceling this refund is unsupported.' }
  await assert.rejects(stripe.refunds.cancel(refund.id), unsupported)
  await assert.rejects(stripe.refunds.cancel('re_x'), { statusCode: 404, param: 'refund' })
  assert.equal((await stripe.refunds.create({ charge })).status, 'requires_action')
})

test('A customer who never answers gets nothing, after 45 days.', async (t) => {
  const { stripe, charge, wait, eventsOf } = await paidBy(t, 'konbini')
  const refund = await stripe.refunds.create({ charge })
  const month = () => wait(45 * 24 * 3600 + 1)
  assert.deepEqual(await eventsOf(month), ['balance.available', 'refund.failed', ...updates])
  assert.equal((await stripe.refunds.retrieve(refund.id)).status, 'failed')
})

test('Somebody must be asked: without an address of the payment there must be one of the refund.', async (t) => {
  const { stripe, charge } = await paidBy(t, 'konbini', null)
  await assert.rejects(stripe.refunds.create({ charge }), { statusCode: 400, param: 'instructions_email' })
  const refund = await stripe.refunds.create({ charge, instructions_email: 'bob@example.com' })
  const sent = refund.next_action?.display_details?.email_sent.email_sent_to
  assert.deepEqual([refund.instructions_email, sent], ['bob@example.com', 'bob@example.com'])
})

test('Refunds to wallets and bank accounts are pending first.', async (t) => {
  const { stripe, charge, wait } = await paidBy(t, 'alipay')
  const refund = await stripe.refunds.create({ charge, amount: 100 })
  assert.deepEqual(
    [refund.status, refund.pending_reason, refund.destination_details],
    ['pending', 'processing', { alipay: {}, type: 'alipay' }],
  )
  await wait(31)
  assert.equal((await stripe.refunds.retrieve(refund.id)).status, 'succeeded')
})
