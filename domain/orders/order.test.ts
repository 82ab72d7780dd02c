import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Dispute, DisputeStatus } from '#stripe/dispute'
import { type Refund, type RefundStatus, refundStatuses } from '#stripe/refund'
import { amountRefunded, isBought, type Order, reviewReasons, statusOf } from './order.ts'

type Known = Parameters<typeof statusOf>[0]

const nothing: Known = {
  session: 'none',
  payment: 'none',
  review: [],
  amountPaid: null,
  refunds: [],
  disputes: [],
}
const paid: Known = { ...nothing, session: 'complete', payment: 'paid', amountPaid: 1200 }

const statuses: [status: string, facts: Partial<Order>, bought: boolean][] = [
  ['open', {}, false],
  ['open', { session: 'open' }, false],
  ['expired', { session: 'expired' }, false],
  ['processing', { session: 'complete', payment: 'processing' }, true],
  ['failed', { session: 'complete', payment: 'failed' }, false],
  ['paid', { session: 'complete', payment: 'paid' }, true],
  ['paid', { session: 'complete', payment: 'paid', review: ['late'] }, true],
  ['review', { session: 'complete', payment: 'paid', review: ['amount'] }, true],
  ['review', { session: 'complete', payment: 'paid', review: ['stock', 'late'] }, true],
  ['review', { session: 'open', review: ['session'] }, true],
  ['review', { session: 'expired', review: ['session'] }, true],
]

for (const [status, known, bought] of statuses) {
  test(`An order of which ${JSON.stringify(known)} is known is ${status}, ${bought ? '' : 'not '}bought`, () => {
    assert.equal(statusOf({ ...nothing, ...known }), status)
    assert.equal(isBought({ ...nothing, ...known }), bought)
  })
}

const refunds: [status: string, refunds: [RefundStatus, number][]][] = [
  ['paid', []],
  ['refunded', [['succeeded', 1200]]],
  ['refunded', [['pending', 1200]]],
  ['partially_refunded', [['succeeded', 1199]]],
  ['partially_refunded', [['pending', 1]]],
  ['paid', [['requires_action', 1200]]],
  ['paid', [['failed', 1200]]],
  ['paid', [['canceled', 1200]]],
  [
    'refunded',
    [
      ['succeeded', 400],
      ['succeeded', 400],
      ['pending', 400],
    ],
  ],
  [
    'partially_refunded',
    [
      ['succeeded', 400],
      ['failed', 800],
    ],
  ],
  [
    'refunded',
    [
      ['failed', 1200],
      ['succeeded', 1200],
    ],
  ],
]

for (const [status, given] of refunds) {
  test(`A payment of 1200 with ${JSON.stringify(given)} given back is ${status}, and bought`, () => {
    const known = { ...paid, refunds: given.map(refundOf) }

    assert.equal(statusOf(known), status)
    assert.ok(isBought(known))
  })
}

const disputes: [status: string, statuses: DisputeStatus[]][] = [
  ['paid', ['warning_needs_response']],
  ['paid', ['warning_under_review']],
  ['paid', ['warning_closed']],
  ['disputed', ['needs_response']],
  ['disputed', ['under_review']],
  ['paid', ['prevented']],
  ['paid', ['won']],
  ['charged_back', ['lost']],
  ['charged_back', ['won', 'needs_response', 'lost']],
  ['disputed', ['won', 'under_review']],
]

for (const [status, given] of disputes) {
  test(`A payment with disputes that are ${given.join(', ')} is ${status}, and bought`, () => {
    const known = { ...paid, disputes: given.map(disputeOf) }

    assert.equal(statusOf(known), status)
    assert.ok(isBought(known))
  })
}

test('What is wrong with an order comes before what was claimed back, and that before what was given back', () => {
  const refunded = { ...paid, refunds: [refundOf(['succeeded', 1200])] }
  const disputed = { ...refunded, disputes: [disputeOf('needs_response')] }
  const lost = { ...disputed, disputes: [disputeOf('needs_response'), disputeOf('lost')] }

  assert.equal(statusOf(refunded), 'refunded')
  assert.equal(statusOf(disputed), 'disputed')
  assert.equal(statusOf(lost), 'charged_back')
  for (const reason of reviewReasons)
    assert.equal(statusOf({ ...lost, review: [reason] }), reason === 'late' ? 'charged_back' : 'review')
})

test('What was given back of a payment that is not known does not make the order paid', () => {
  const known = { ...nothing, refunds: [refundOf(['succeeded', 1200])], disputes: [disputeOf('lost')] }

  assert.equal(statusOf(known), 'open')
})

test('What was given back counts what has gone and what is on its way, and nothing that came back', () => {
  const given = refundStatuses.map((status, place) => refundOf([status, 10 ** place]))

  assert.equal(amountRefunded({ refunds: given }), 110)
})

function refundOf([status, amount]: [RefundStatus, number]): Refund {
  const fixed = { id: `re_${amount}`, paymentIntentId: 'pi_1', currency: 'usd', createdAt: new Date(0) }
  return { ...fixed, amount, status, hasSucceeded: status === 'succeeded' }
}

function disputeOf(status: DisputeStatus): Dispute {
  const fixed = { paymentIntentId: 'pi_1', currency: 'usd', createdAt: new Date(0), amount: 1200 }
  return { ...fixed, id: `du_${status}`, status }
}
