// The part of the reference about one order: what all that was told of its sessions amounts to.
import type { PlannedOrder } from './lives/planned-order.ts'
import type { Json, StripeEvent } from './lives/stripe-objects.ts'
import { type ExpectedCharge, foldCharge, isOfferedShipping, isRightAmount } from './reference-charge.ts'

export interface ExpectedOrder extends ExpectedCharge {
  readonly session: string
  readonly payment: string
  readonly sessionId: string | null
  readonly paymentIntentId: string | null
  /** Minor units. */
  readonly amountPaid: number | null
  /** Milliseconds. */
  readonly paidAt: number | null
  readonly email: string | null
  readonly customerName: string | null
  readonly review: string
  readonly stock: string
}

export interface Telling {
  readonly event: StripeEvent
  readonly session: Json
}

/** What was told of the sessions made for each order. */
export function groupSessions(events: readonly StripeEvent[]): Map<string, Telling[]> {
  const groups = new Map<string, Telling[]>()
  for (const event of events) {
    if (!sessionTypes.has(event.type)) continue
    const session = event.data.object
    const orderId = String(session['client_reference_id'])
    groups.set(orderId, [...(groups.get(orderId) ?? []), { event, session }])
  }
  return groups
}

// https://docs.stripe.com/checkout/fulfillment
export const sessionTypes = new Set([
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
])

/** What all of its `tellings` make of an order. */
export function foldOrder(
  order: PlannedOrder,
  tellings: readonly Telling[],
  scarce: readonly string[],
): ExpectedOrder {
  const sessionId = order.sessionId ?? textOf(tellings[0]?.session['id'])
  const own = tellings.filter(({ session }) => session['id'] === sessionId)
  const others = tellings.filter((one) => !own.includes(one))
  const paying = own.filter(isPaid)
  const failed = own.some(({ event }) => event.type === 'checkout.session.async_payment_failed')
  const completed = own.some(({ session }) => session['status'] === 'complete')
  const expired = order.stock === 'released' || own.some(({ session }) => session['status'] === 'expired')
  const isScarce = order.stock === 'released' && order.lines.some(({ sku }) => scarce.includes(sku))
  const customers = own.map(({ session }) => session['customer_details'] as Json | null)
  return {
    session: firstTrue({ complete: completed, expired, open: sessionId !== null }),
    payment: firstTrue({ paid: paying.length > 0, failed, processing: completed }),
    sessionId,
    paymentIntentId: firstText(own.map(({ session }) => session['payment_intent'])),
    amountPaid:
      paying.length > 0 ? Math.max(...paying.map(({ session }) => Number(session['amount_total']))) : null,
    paidAt: paying.length > 0 ? Math.min(...paying.map(({ event }) => event.created)) * 1000 : null,
    email: firstText(customers.map((customer) => customer?.['email'])),
    customerName: firstText(customers.map((customer) => customer?.['name'])),
    ...foldCharge(
      order,
      own.map(({ session }) => session),
    ),
    review: reasons({ order, paying, others, isScarce, isLate: completed && expired }),
    stock: stockOf({ isPaid: paying.length > 0, isOver: expired || failed, isScarce, before: order.stock }),
  }
}

// A session that needs no payment is as good as a paid one. https://docs.stripe.com/api/checkout/sessions/object
function isPaid({ session }: Telling): boolean {
  return session['payment_status'] === 'paid' || session['payment_status'] === 'no_payment_required'
}

interface Trouble {
  readonly order: PlannedOrder
  readonly paying: readonly Telling[]
  /** What was told of other sessions of the same order. */
  readonly others: readonly Telling[]
  readonly isScarce: boolean
  /** Completed, and expired before or after. */
  readonly isLate: boolean
}

function reasons({ order, paying, others, isScarce, isLate }: Trouble): string {
  const wrong = {
    amount: paying.some(({ session }) => !isRightAmount(order, session)),
    shipping: paying.some(({ session }) => !isOfferedShipping(order, session)),
    currency: paying.some(({ session }) => session['currency'] !== order.currency),
    mode: paying.some(({ session }) => session['livemode'] !== false),
    session: others.some(isPaid),
    stock: paying.length > 0 && isScarce,
    late: isLate,
  }
  return Object.entries(wrong)
    .flatMap(([reason, is]) => (is ? [reason] : []))
    .join(' ')
}

function stockOf(known: { isPaid: boolean; isOver: boolean; isScarce: boolean; before: string }): string {
  if (known.isPaid) return known.isScarce ? 'missing' : 'sold'
  return known.isOver ? 'released' : known.before
}

function firstTrue(states: Readonly<Record<string, boolean>>): string {
  return Object.entries(states).find(([, is]) => is)?.[0] ?? 'none'
}

function firstText(values: readonly unknown[]): string | null {
  return values.map(textOf).find((value) => value !== null) ?? null
}

/** A text as it is stored: no database text holds U+0000. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value.replaceAll('\u0000', '') : null
}
