// Every kind of life that an order can have at Stripe, as the events of it in the order in which they happen. None is longer
// than seven events, so that every permutation of each can be tried.
import { free, otherShipping, tooMuch, tooMuchOff } from './odd-charges.ts'
import { oldChargeOf, sessionOf, type StripeEvent } from './stripe-objects.ts'
import type { Teller } from './teller.ts'

type Life = (tell: Teller) => StripeEvent[]

const unpaid = { payment_status: 'unpaid' }
const expired = {
  status: 'expired',
  payment_status: 'unpaid',
  payment_intent: null,
  customer_details: null,
}

const payments = {
  paid: (tell) => [paid(tell)],
  'paid, told in two events': (tell) => twice(tell, paid(tell)),
  free: (tell) => [
    tell.session('completed', {
      ...free(tell),
      payment_status: 'no_payment_required',
      payment_intent: null,
    }),
  ],
  'paid later': (tell) => [tell.session('completed', unpaid), tell.session('async_payment_succeeded')],
  'waits for a bank': (tell) => [tell.session('completed', unpaid)],
  'bank said no': (tell) => [tell.session('completed', unpaid), tell.session('async_payment_failed', unpaid)],
  expired: (tell) => [tell.session('expired', expired)],
  'expired, told in two events': (tell) => twice(tell, tell.session('expired', expired)),
  'paid after it expired': (tell) => [tell.session('expired', expired), paid(tell)],
  'wrong amount': (tell) => [tell.session('completed', { amount_total: tooMuch(tell) })],
  'other goods': (tell) => [tell.session('completed', { amount_subtotal: tell.order.total - 1 })],
  'more off than there is': (tell) => [tell.session('completed', tooMuchOff(tell))],
  'shipping never offered': (tell) => [tell.session('completed', otherShipping(tell))],
  'wrong currency': (tell) => [tell.session('completed', { currency: 'gbp' })],
  'wrong mode': (tell) => [tell.session('completed', { livemode: true })],
  'everything wrong, later': (tell) => [
    tell.session('completed', unpaid),
    tell.session('async_payment_succeeded', { amount_total: 1, currency: 'gbp', livemode: true }),
  ],
  'paid twice, by two sessions': (tell) => [paid(tell), second(tell)],
  'second session paid alone': (tell) => [tell.session('expired', expired), second(tell)],
  'second session expired': (tell) => [
    tell.session('expired', { ...expired, id: `cs_test_second_${tell.order.id}` }),
    paid(tell),
  ],
} satisfies Record<string, Life>

const refunds = {
  'refunded in full': (tell) => [
    paid(tell),
    tell.refund('refund.created', 'succeeded'),
    tell.refund('refund.updated', 'succeeded'),
  ],
  'refunded in part': (tell) => [paid(tell), tell.refund('refund.created', 'succeeded', { amount: 1 })],
  'refunded in three parts': (tell) => [
    paid(tell),
    ...[1, 2, 3].map((number) => tell.refund('refund.created', 'succeeded', { number, amount: number })),
    tell.refund('refund.updated', 'succeeded', { number: 2, amount: 2 }),
  ],
  'refund failed after success': (tell) => [
    paid(tell),
    tell.refund('refund.created', 'succeeded'),
    tell.refund('refund.updated', 'succeeded'),
    tell.refund('refund.failed', 'failed'),
    tell.refund('charge.refund.updated', 'failed'),
  ],
  'refund failed, and again': (tell) => [
    paid(tell),
    tell.refund('refund.created', 'pending'),
    tell.refund('refund.failed', 'failed'),
    tell.refund('refund.created', 'succeeded', { number: 2 }),
  ],
  'refund pending': (tell) => [paid(tell), tell.refund('refund.created', 'pending')],
  'refund pending, then paid out': (tell) => [
    paid(tell),
    tell.refund('refund.created', 'pending'),
    tell.refund('refund.updated', 'requires_action'),
    tell.refund('charge.refund.updated', 'succeeded'),
  ],
  'refund canceled': (tell) => [
    paid(tell),
    tell.refund('refund.created', 'requires_action'),
    tell.refund('refund.updated', 'canceled'),
  ],
  'refunded, told of the older way': (tell) => [
    paid(tell),
    tell.event(
      'charge.refunded',
      oldChargeOf(`pi_${tell.order.id}`, [tell.refundJson('succeeded', { amount: 2 })]),
    ),
    tell.refund('refund.updated', 'succeeded', { amount: 2 }),
  ],
  'refunded, told of the older way, then failed': (tell) => [
    paid(tell),
    tell.event('charge.refunded', oldChargeOf(`pi_${tell.order.id}`, [tell.refundJson('succeeded')])),
    tell.refund('refund.failed', 'failed'),
  ],
  'review, then refunded': (tell) => [
    tell.session('completed', { amount_total: tooMuch(tell) }),
    tell.refund('refund.created', 'succeeded', { amount: tooMuch(tell) }),
  ],
  'paid twice, the second given back': (tell) => [
    paid(tell),
    second(tell),
    tell.refund('refund.created', 'succeeded', { number: 2, intent: `pi_second_${tell.order.id}` }),
  ],
} satisfies Record<string, Life>

const disputes = {
  'dispute won': (tell) => [
    paid(tell),
    tell.dispute('created', 'needs_response'),
    tell.dispute('funds_withdrawn', 'needs_response'),
    tell.dispute('updated', 'under_review'),
    tell.dispute('closed', 'won'),
    tell.dispute('funds_reinstated', 'won'),
  ],
  'dispute lost': (tell) => [
    paid(tell),
    tell.dispute('created', 'needs_response'),
    tell.dispute('updated', 'under_review'),
    tell.dispute('closed', 'lost'),
  ],
  'dispute open': (tell) => [paid(tell), tell.dispute('created', 'needs_response')],
  'inquiry closed': (tell) => [
    paid(tell),
    tell.dispute('created', 'warning_needs_response'),
    tell.dispute('updated', 'warning_under_review'),
    tell.dispute('closed', 'warning_closed'),
  ],
  'inquiry, then a dispute': (tell) => [
    paid(tell),
    tell.dispute('created', 'warning_needs_response'),
    tell.dispute('updated', 'needs_response'),
    tell.dispute('funds_withdrawn', 'needs_response'),
    tell.dispute('closed', 'lost'),
  ],
  'refunded in part, then disputed': (tell) => [
    tell.session('completed', unpaid),
    tell.session('async_payment_succeeded'),
    tell.refund('refund.created', 'pending', { amount: 3 }),
    tell.dispute('created', 'needs_response'),
    tell.refund('refund.failed', 'failed', { amount: 3 }),
    tell.dispute('closed', 'won'),
  ],
  'all that can happen': (tell) => [
    tell.session('completed', unpaid),
    tell.session('async_payment_succeeded'),
    tell.refund('refund.created', 'pending', { amount: 4 }),
    tell.dispute('created', 'warning_needs_response'),
    tell.refund('refund.updated', 'succeeded', { amount: 4 }),
    tell.dispute('updated', 'needs_response'),
    tell.refund('refund.failed', 'failed', { amount: 4 }),
  ],
  'every mishap': (tell) => [
    tell.session('expired', expired),
    second(tell),
    tell.session('completed', { amount_total: 1 }),
    tell.refund('refund.created', 'succeeded', { amount: 2 }),
    tell.refund('refund.created', 'requires_action', { number: 2, amount: 1 }),
    tell.refund('refund.updated', 'canceled', { number: 2, amount: 1 }),
    tell.dispute('closed', 'lost'),
  ],
} satisfies Record<string, Life>

/** The lives by name. */
export const lives: Readonly<Record<string, Life>> = { ...payments, ...refunds, ...disputes }

function paid(tell: Teller): StripeEvent {
  return tell.session('completed')
}

function second(tell: Teller): StripeEvent {
  const { order } = tell
  const other = { id: `cs_test_second_${order.id}`, payment_intent: `pi_second_${order.id}` }
  return tell.event('checkout.session.completed', sessionOf(order, other))
}

function twice(tell: Teller, event: StripeEvent): StripeEvent[] {
  return [event, tell.twin(event)]
}
