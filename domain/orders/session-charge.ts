// What a session says was charged, and whether that is what its order asked for.
import type { ShippingOffer } from '#domain/shipping/shipping-offer'
import type { Session } from '#stripe/session'
import type { Breakdown } from './breakdown.ts'
import { addedTax } from './breakdown.ts'
import type { Order, ReviewReason } from './order.ts'

type Offered = Pick<Order, 'shippingOffers'>

/**
 * What a session came to. Its amounts are final once it is complete or paid; until then it gives null, and for a session that
 * Stripe has lost: of that the shop knows no amounts, nor a currency.
 */
export function breakdownOf({ shippingOffers }: Offered, session: Session): Breakdown | null {
  const { status, payment, currency } = session
  if (payment !== 'paid' && (status !== 'complete' || currency === '')) return null
  return {
    subtotal: session.amountSubtotal,
    discount: session.amountDiscount,
    shipping: session.amountShipping,
    tax: session.amountTax,
    total: session.amountTotal,
    shippingName: chosenOffer(shippingOffers, session)?.name ?? null,
  }
}

/** What is wrong with what a session charged for an order: the money, or a shipping amount that was never offered. */
export function chargeDoubts(order: Order, session: Session): ReviewReason[] {
  const breakdown = breakdownOf(order, session)
  if (!breakdown) return []
  const reasons: ReviewReason[] = []
  if (breakdown.subtotal !== order.total || !addsUp(breakdown)) reasons.push('amount')
  if (!isOffered(order, breakdown)) reasons.push('shipping')
  return reasons
}

// Taxes are added to the prices or included in them, each as its rate says, so that any part of the tax may be in the total.
// https://docs.stripe.com/tax/products-prices-tax-codes-tax-behavior
function addsUp(breakdown: Breakdown): boolean {
  const added = addedTax(breakdown)
  return breakdown.discount <= breakdown.subtotal && added >= 0 && added <= breakdown.tax
}

// An order that was offered nothing is sent for nothing.
function isOffered({ shippingOffers }: Offered, { shipping }: Breakdown): boolean {
  if (shippingOffers.length === 0) return shipping === 0
  return shippingOffers.some(({ amount }) => amount === shipping)
}

// Stripe tells the rates by ids of its own, in the order in which they were offered.
function chosenOffer(offers: readonly ShippingOffer[], session: Session): ShippingOffer | null {
  const charged = offers.filter(({ amount }) => amount === session.amountShipping)
  const chosen = session.shippingChoice === null ? undefined : offers[session.shippingChoice]
  return charged.find((offer) => offer === chosen) ?? charged[0] ?? null
}
