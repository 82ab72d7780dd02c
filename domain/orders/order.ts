// An order and its status. What Stripe has said is kept as facts; the status is worked out from them and stored nowhere.
import type { Currency } from '#domain/money/currency'
import type { Locale } from '#domain/catalogue/text'

export const sessionRanks = ['none', 'open', 'expired', 'complete'] as const
export const paymentRanks = ['none', 'processing', 'failed', 'paid'] as const
export const reviewReasons = ['amount', 'currency', 'mode', 'session', 'stock'] as const

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
  /** Why a person must look at it; none: nothing is wrong. */
  readonly review: readonly ReviewReason[]
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

export interface Order extends OrderFacts {
  readonly id: string
  readonly token: string
  readonly shopper: string
  readonly idempotencyKey: string
  readonly locale: Locale
  readonly currency: Currency
  /** Minor units. */
  readonly total: number
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly sessionId: string | null
  readonly sessionUrl: string | null
  readonly stock: StockState
  readonly lines: readonly OrderLine[]
}

export type OrderStatus = 'open' | 'processing' | 'paid' | 'failed' | 'expired' | 'review'

/**
 * What became of an order. Paid money that something is wrong with is for review, and is never shipped unseen. What is wrong
 * with an order that nobody paid is the owner's to see, not the shopper's.
 */
export function statusOf({
  payment,
  session,
  review,
}: Pick<OrderFacts, 'payment' | 'session' | 'review'>): OrderStatus {
  if (review.length > 0 && payment !== 'none') return 'review'
  if (payment !== 'none') return payment
  return session === 'expired' ? 'expired' : 'open'
}

/** Whether the shopper has done their part: what was ordered no longer belongs in their cart. */
export function isBought(order: Pick<OrderFacts, 'payment' | 'session' | 'review'>): boolean {
  return ['paid', 'processing', 'review'].includes(statusOf(order))
}

/** Whole minutes until Stripe closes an order's session; 0 when it is closed. */
export function minutesToPay(
  { session, expiresAt }: Pick<Order, 'session' | 'expiresAt'>,
  now = new Date(),
): number {
  const left = Math.floor((expiresAt.getTime() - now.getTime()) / 60_000)
  return session === 'open' ? Math.max(left, 0) : 0
}
