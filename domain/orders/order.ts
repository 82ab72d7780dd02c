// An order and its status. What Stripe has said is kept as facts; the status is worked out from them and stored nowhere.
import type { Currency } from '#domain/money/currency'
import type { Locale } from '#domain/catalogue/text'
import type { ShippingOffer } from '#domain/shipping/shipping-offer'
import type { Dispute } from '#stripe/dispute'
import type { Refund } from '#stripe/refund'
import type { Presentment } from '#stripe/presentment'
import type { ShippingAddress } from '#stripe/shipping-address'
import type { Breakdown } from './breakdown.ts'

export const sessionRanks = ['none', 'open', 'expired', 'complete'] as const
export const paymentRanks = ['none', 'processing', 'failed', 'paid'] as const
export const reviewReasons = [
  'amount',
  'shipping',
  'currency',
  'mode',
  'session',
  'stock',
  'lost',
  'late',
] as const

export type SessionFact = (typeof sessionRanks)[number]
export type PaymentFact = (typeof paymentRanks)[number]
export type ReviewReason = (typeof reviewReasons)[number]
export type StockState = 'held' | 'released' | 'sold' | 'missing'

/** What is known of an order from Stripe. */
export interface OrderFacts {
  readonly session: SessionFact
  readonly payment: PaymentFact
  readonly paymentIntentId: string | null
  /** Minor units; null until paid. */
  readonly amountPaid: number | null
  readonly paidAt: Date | null
  readonly email: string | null
  readonly customerName: string | null
  /** What Stripe charged and what for; null until Stripe has told. */
  readonly breakdown: Breakdown | null
  /** Where it is sent; null until Stripe has told. */
  readonly shippingAddress: ShippingAddress | null
  /** What the shopper paid in a currency of their own; null where Stripe did not convert. */
  readonly presentment: Presentment | null
  /** Why a person must look at it; none: nothing is wrong. */
  readonly review: readonly ReviewReason[]
}

/** What of a payment went back, or is claimed back. */
export interface MoneyBack {
  readonly refunds: readonly Refund[]
  readonly disputes: readonly Dispute[]
}

export interface OrderLine {
  readonly sku: string
  /** As it was called, in the order's language, when it was ordered. */
  readonly name: string
  readonly picture: string
  /** Minor units. */
  readonly unitAmount: number
  readonly quantity: number
}

export interface Order extends OrderFacts, MoneyBack {
  readonly id: string
  readonly token: string
  readonly shopper: string
  readonly idempotencyKey: string
  readonly locale: Locale
  readonly currency: Currency
  /** What the goods cost as the shopper was shown, in minor units; `chargedTotal` says what was charged. */
  readonly total: number
  /** How it could be sent, and for how much, when it was placed. */
  readonly shippingOffers: readonly ShippingOffer[]
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly sessionId: string | null
  readonly sessionUrl: string | null
  readonly stock: StockState
  readonly lines: readonly OrderLine[]
}

export type OrderStatus =
  | 'open'
  | 'processing'
  | 'paid'
  | 'failed'
  | 'expired'
  | 'review'
  | 'partially_refunded'
  | 'refunded'
  | 'disputed'
  | 'charged_back'

type StatusFacts = Pick<Order, 'payment' | 'session' | 'review' | 'amountPaid' | 'refunds' | 'disputes'>

/** What became of an order. Money that something is wrong with makes it one for review, which is never shipped unseen. */
export function statusOf(order: StatusFacts): OrderStatus {
  const { payment, session, review } = order
  if (review.some(isStop)) return 'review'
  if (payment === 'paid') return claimStatus(order) ?? refundStatus(order) ?? 'paid'
  if (payment !== 'none') return payment
  return session === 'expired' ? 'expired' : 'open'
}

// A late payment is shown to the owner, and is a payment all the same: its units were there to be taken anew.
function isStop(reason: ReviewReason): boolean {
  return reason !== 'late'
}

// An inquiry (warning_…) takes no money yet. https://docs.stripe.com/disputes/how-disputes-work#inquiries
function claimStatus({ disputes }: StatusFacts): OrderStatus | null {
  const statuses = new Set(disputes.map(({ status }) => status))
  if (statuses.has('lost')) return 'charged_back'
  return statuses.has('needs_response') || statuses.has('under_review') ? 'disputed' : null
}

function refundStatus(order: StatusFacts): OrderStatus | null {
  const refunded = amountRefunded(order)
  if (refunded === 0) return null
  return refunded >= (order.amountPaid ?? 0) ? 'refunded' : 'partially_refunded'
}

/** What has gone back of an order's payment or is on its way, in minor units. A refund that failed or was canceled is not. */
export function amountRefunded({ refunds }: Pick<Order, 'refunds'>): number {
  const going = refunds.filter(({ status }) => status === 'succeeded' || status === 'pending')
  return going.reduce((sum, { amount }) => sum + amount, 0)
}

/** Whether the shopper has done their part: what was ordered no longer belongs in their cart. */
export function isBought(order: StatusFacts): boolean {
  return !['open', 'failed', 'expired'].includes(statusOf(order))
}

/** Whole minutes until Stripe closes an order's session; 0 when it is closed. */
export function minutesToPay(
  { session, expiresAt }: Pick<Order, 'session' | 'expiresAt'>,
  now = new Date(),
): number {
  const left = Math.floor((expiresAt.getTime() - now.getTime()) / 60_000)
  return session === 'open' ? Math.max(left, 0) : 0
}
