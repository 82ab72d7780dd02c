// For tests: every kind of life that an order can have at Stripe, as what is said of it, in the order in which it happens.
import type { Dispute } from '#stripe/dispute'
import type { Refund } from '#stripe/refund'
import type { Session } from '#stripe/session'

/** One thing that Stripe says; what is not given is as in a payment in full. */
export type Said =
  | { readonly session: Partial<Session> }
  | { readonly refund: Partial<Refund> }
  | { readonly dispute: Partial<Dispute> }

const paid: Said = { session: {} }
const processing: Said = { session: { payment: 'processing' } }
const failed: Said = { session: { payment: 'failed' } }
const nobody = { paymentIntentId: null, email: null, customerName: null }
const expired: Said = { session: { status: 'expired', payment: 'none', ...nobody } }
const second: Said = { session: { id: 'cs_test_second', paymentIntentId: 'pi_second' } }

function refund(status: Refund['status'], { id = 're_1', ...said }: Partial<Refund> = {}): Said {
  return { refund: { id, status, ...said } }
}

function dispute(status: Dispute['status'], id = 'du_1'): Said {
  return { dispute: { id, status } }
}

export const lives: Readonly<Record<string, readonly Said[]>> = {
  'paid by card': [paid],
  'paid by bank': [processing, paid],
  'refused by the bank': [processing, failed],
  expired: [expired],
  'paid after it expired': [expired, paid],
  'paid by bank after it expired': [expired, processing, paid],
  'waiting for a bank after it expired': [expired, processing],
  'refused, then paid, then expired': [processing, failed, paid, expired],
  'paid too little': [{ session: { amountTotal: 1 } }],
  'paid in another currency and mode': [{ session: { currency: 'jpy', rightMode: false } }],
  'paid twice over': [paid, second],
  'paid by a second session alone': [expired, second],
  'paid twice over, the second given back': [
    processing,
    paid,
    second,
    refund('pending', { paymentIntentId: 'pi_second' }),
    refund('succeeded', { paymentIntentId: 'pi_second' }),
  ],
  'given back': [paid, refund('succeeded')],
  'given back in part': [paid, refund('succeeded', { amount: 1 })],
  'given back in three parts': [
    paid,
    refund('pending', { amount: 400 }),
    refund('succeeded', { id: 're_2', amount: 400 }),
    refund('succeeded', { amount: 400 }),
    refund('requires_action', { id: 're_3', amount: 400 }),
    refund('succeeded', { id: 're_3', amount: 400 }),
  ],
  'given back by a refund that failed after success': [
    processing,
    paid,
    refund('pending'),
    refund('succeeded'),
    refund('failed'),
  ],
  'given back by a refund that failed without success, and by another': [
    paid,
    refund('pending'),
    refund('failed'),
    refund('pending', { id: 're_2' }),
    refund('succeeded', { id: 're_2' }),
  ],
  'not given back, for the refund was canceled': [paid, refund('requires_action'), refund('canceled')],
  'paid too little and given back': [{ session: { amountTotal: 1 } }, refund('succeeded', { amount: 1 })],
  'paid after it expired and given back': [expired, paid, refund('pending'), refund('succeeded')],
  'disputed and won': [
    paid,
    dispute('needs_response'),
    dispute('needs_response'),
    dispute('under_review'),
    dispute('won'),
  ],
  'disputed and lost': [paid, dispute('needs_response'), dispute('under_review'), dispute('lost')],
  'inquired about': [
    paid,
    dispute('warning_needs_response'),
    dispute('warning_under_review'),
    dispute('warning_closed'),
  ],
  'inquired about, disputed, won, disputed again and lost': [
    paid,
    dispute('warning_needs_response'),
    dispute('needs_response'),
    dispute('won'),
    dispute('needs_response', 'du_2'),
    dispute('lost', 'du_2'),
  ],
  'paid by bank, given back in part, disputed and lost after all': [
    processing,
    paid,
    refund('pending', { amount: 300 }),
    dispute('needs_response'),
    refund('succeeded', { amount: 300 }),
    dispute('under_review'),
    dispute('lost'),
  ],
}

/** Every order in which `items` can come. */
export function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  )
}
