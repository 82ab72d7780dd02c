// What a shopper would pay now: their goods at today's prices, and each way of shipping them.
import { type PricedCart, priceCart } from '#domain/cart/price-cart'
import { offerShipping, type ShippingOffer } from '#domain/shipping/shipping-offer'
import { leastShipping } from '#domain/shipping/shipping-rate'
import { listShippingRates } from '#domain/shipping/shipping-store'
import type { OrderRequest } from './new-order.ts'

export interface Quote {
  readonly priced: PricedCart
  readonly shippingOffers: readonly ShippingOffer[]
}

/** The quote for a cart; its `priced.problem` says whether it can be bought at all. Nobody is sent to pay another amount than they saw. */
export async function quote({ cart, currency, locale, shown = null }: OrderRequest): Promise<Quote> {
  const [today, rates] = await Promise.all([priceCart(cart, currency), listShippingRates(currency)])
  const shippingOffers = offerShipping(rates, { subtotal: today.total, locale })
  const isAsShown = shown === null || shown === today.total + leastShipping(rates, today.total)
  const priced: PricedCart = isAsShown ? today : { ...today, problem: { code: 'price-changed' } }
  return { priced, shippingOffers }
}
